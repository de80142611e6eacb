namespace ValetKey.Server.Directory;

/// <summary>What others see of a user: name and address.</summary>
/// <param name="Version">Of the user; it changes when any of this does.</param>
internal sealed record UserCard(string UserName, string Domain, string GivenName, string FamilyName, int Version)
{
    public string Email => $"{UserName}@{Domain}";
}
