namespace ValetKey.Server.Accounts;

/// <summary>The user behind a request, as the database knew it when the request was authenticated.</summary>
internal sealed record Account(long Id, string Domain, string UserName, bool IsAdmin)
{
    public string Email => $"{UserName}@{Domain}";
}
