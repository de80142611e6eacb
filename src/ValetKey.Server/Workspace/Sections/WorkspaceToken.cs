using ValetKey.OAuth;
using ValetKey.Server.Workspace.Reading;

namespace ValetKey.Server.Workspace.Sections;

/// <summary>A ready-made token, for scripts that must not press a consent page.</summary>
internal abstract record WorkspaceToken(Place Place, UserReference User, IReadOnlyList<string> Scopes)
{
    public static WorkspaceToken? Read(WorkspaceMap map)
    {
        var kind = map.RequiredText("kind");
        if (kind is not ("oauth1" or "oauth2"))
        {
            if (kind.Length > 0)
            {
                map.Complain("kind", $"is {kind}, which is no kind of token", "Write oauth1 or oauth2.");
            }

            map.Ignore();
            return null;
        }

        var user = UserReference.Read(map, "user");
        var scopes = WorkspaceScopes.Read(map, "is missing: a token without scopes opens nothing");
        return kind == "oauth1"
            ? new OAuth1(map.Place, user, scopes, map.PlaceOf("consumerKey"), map.RequiredText("consumerKey"), map.RequiredText("token"), map.RequiredText("tokenSecret"))
            : new OAuth2(
                map.Place, user, scopes, map.PlaceOf("clientId"), map.RequiredText("clientId"), map.RequiredText("accessToken"), map.Secret("refreshToken"),
                map.Number("expiresIn") is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
    }

    internal sealed record OAuth1(
        Place Place, UserReference User, IReadOnlyList<string> Scopes, Place ConsumerPlace, string ConsumerKey, Secret Token, Secret TokenSecret)
        : WorkspaceToken(Place, User, Scopes);

    /// <param name="ExpiresIn">From the start of the server on; null: until revoked.</param>
    internal sealed record OAuth2(
        Place Place, UserReference User, IReadOnlyList<string> Scopes, Place ClientPlace, string ClientId, Secret AccessToken, Secret? RefreshToken, TimeSpan? ExpiresIn)
        : WorkspaceToken(Place, User, Scopes);
}
