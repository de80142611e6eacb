using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ValetKey.Server.OAuth2.Tokens;

namespace ValetKey.Server.Tests.OAuth2;

public sealed class ExpiredRowsTests(OAuth2Server server) : IClassFixture<OAuth2Server>
{
    [Fact]
    public async Task Are_swept_a_day_after_their_end_and_nothing_that_still_serves()
    {
        var kept = await server.Tokens(TestClient.Web);
        var revoked = await server.Tokens(TestClient.Foreign);
        await server.Token("/revoke", [("token", revoked.AccessToken)]);
        await (await server.Browse()).Get(OAuth2Server.Authorize(TestClient.Public));
        Assert.NotEqual(0, server.Count("oauth2_authorization_requests"));
        var rows = server.Services.GetRequiredService<ExpiredRows>();
        await rows.Sweep(TestContext.Current.CancellationToken);
        Assert.Equal((2, 6), (server.Count("oauth2_grants"), server.Count("oauth2_tokens")));

        server.Clock.Advance(TimeSpan.FromHours(26));
        await rows.Sweep(TestContext.Current.CancellationToken);

        Assert.Equal((0, 1, 1), (server.Count("oauth2_authorization_requests"), server.Count("oauth2_grants"), server.Count("oauth2_tokens")));
        Assert.Equal(HttpStatusCode.OK, (await server.Refresh(TestClient.Web, kept.RefreshToken)).Status);
    }

    [Fact]
    public async Task Are_swept_however_many_there_are()
    {
        await server.Execute(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1700)
            INSERT INTO oauth2_tokens (TokenHash, Kind, GrantId, Scopes, ExpiresAt) SELECT randomblob(32), 'access', 0, '', 1 FROM n
            """);
        await server.Services.GetRequiredService<ExpiredRows>().Sweep(TestContext.Current.CancellationToken);
        Assert.True(server.Count("oauth2_tokens") < 10);
    }
}
