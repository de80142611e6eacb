using ValetKey.OAuth;
using ValetKey.Server.Workspace.Sections;

namespace ValetKey.Server.Workspace;

/// <summary>The demo workspace's credentials in words. They are public: this source code holds them.</summary>
internal static class DemoCredentials
{
    public static IReadOnlyList<string> Lines(WorkspaceFile demo)
    {
        var users = demo.Domains.SelectMany(domain => domain.Users.Select(user =>
            ($"{user.UserName}@{domain.Name}", Shown(user.Draft.Password), user.Draft.IsAdmin == true ? "administrator" : "")));
        var consumers = demo.Projects.SelectMany(project => project.Consumers).Select(consumer => (consumer.Key, Shown(consumer.Secret), consumer.DisplayName ?? ""));
        var clients = demo.Projects.SelectMany(project => project.Clients).Select(client => (client.ClientId, Shown(client.Secret), client.Type));
        var tokens = demo.Tokens.Select(token => token switch
        {
            WorkspaceToken.OAuth1 oauth1 => (Shown(oauth1.Token), Shown(oauth1.TokenSecret), $"OAuth 1.0, {oauth1.User.Email}"),
            WorkspaceToken.OAuth2 oauth2 => (Shown(oauth2.AccessToken), Shown(oauth2.RefreshToken), $"OAuth 2.0 and its refresh token, {oauth2.User.Email}"),
            _ => ("", "", ""),
        });
        return
        [
            .. Section("Sign in", "address, password", users),
            .. Section("OAuth 1.0 consumers", "key, secret", consumers),
            .. Section("OAuth 2.0 clients", "id, secret", clients),
            .. Section("Ready-made tokens", "token, secret", tokens),
        ];
    }

    private static IEnumerable<string> Section(string title, string columns, IEnumerable<(string Name, string Secret, string Note)> rows) =>
        rows.Select(row => $"  {row.Name,-38}{row.Secret,-26}{row.Note}".TrimEnd()).Prepend($"{title} ({columns})");

    private static string Shown(Secret? secret) => secret?.Reveal() ?? "";
}
