using ValetKey.Server.Workspace.Reading;

namespace ValetKey.Server.Workspace.Sections;

/// <summary>A user named by address, who must be in the file or in the database already.</summary>
/// <param name="Email">Lower case; empty where it was missing.</param>
internal sealed record UserReference(Place Place, string Email)
{
    public static UserReference Read(WorkspaceMap map, string key)
    {
        var email = map.RequiredText(key).ToLowerInvariant();
        if (email.Length > 0 && email.IndexOf('@', StringComparison.Ordinal) is not (> 0 and var at) || email.EndsWith('@'))
        {
            map.Complain(key, $"is {email}, which is no address", "Write it as liz@example.com.");
        }

        return new UserReference(map.PlaceOf(key), email);
    }
}
