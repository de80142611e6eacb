using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ValetKey.Server.OAuth2;

namespace ValetKey.Server.Tests.OAuth2;

/// <summary>A refresh token at the token endpoint (RFC 6749 §6, RFC 9700 §4.14).</summary>
public sealed class RefreshTests(OAuth2Server server) : IClassFixture<OAuth2Server>
{
    [Fact]
    public async Task Gives_a_new_access_token_and_no_new_refresh_token_to_a_client_with_a_secret()
    {
        var first = await Fresh(TestClient.Web);
        for (var time = 0; time < 3; time++)
        {
            var again = await server.Refresh(TestClient.Web, first.RefreshToken);
            Assert.Equal((HttpStatusCode.OK, null, OAuth2Server.Calendar), (again.Status, again.Json("refresh_token"), again.Json("scope")));
            Assert.NotEqual(first.AccessToken, again.AccessToken, StringComparer.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await server.ReadCalendar(again.AccessToken)).Status);
            server.Clock.Advance(TimeSpan.FromDays(100));
        }
    }

    [Fact]
    public async Task May_narrow_the_scopes_of_the_access_token_alone()
    {
        var both = $"{OAuth2Server.Calendar} {OAuth2Server.Documents}";
        var first = await Fresh(TestClient.Web, ("scope", both));
        var narrow = await server.Refresh(TestClient.Web, first.RefreshToken, ("scope", OAuth2Server.Documents));
        Assert.Equal(OAuth2Server.Documents, narrow.Json("scope"));
        Assert.Equal(HttpStatusCode.Forbidden, (await server.ReadCalendar(narrow.AccessToken)).Status);
        Assert.Equal(both, (await server.Refresh(TestClient.Web, first.RefreshToken)).Json("scope"));
    }

    [Theory]
    [InlineData(OAuth2Server.Documents)]
    [InlineData(OAuth2Server.Calendar + " " + OAuth2Server.Documents)]
    [InlineData("https://www.google.com/calendar/feeds/default")]
    [InlineData("everything")]
    public async Task Never_widens_them(string scope) =>
        await AssertRefused("invalid_scope", server.Refresh(TestClient.Web, (await Fresh(TestClient.Web)).RefreshToken, ("scope", scope)));

    [Fact]
    public async Task Of_another_client_is_invalid_grant_and_harms_nothing()
    {
        var (web, open) = (await Fresh(TestClient.Web), await Fresh(TestClient.Public));
        await AssertRefused("invalid_grant", server.Refresh(TestClient.Foreign, web.RefreshToken));
        await AssertRefused("invalid_grant", server.Refresh(TestClient.Foreign, open.RefreshToken));
        Assert.Equal(HttpStatusCode.OK, (await server.Refresh(TestClient.Web, web.RefreshToken)).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.Refresh(TestClient.Public, open.RefreshToken)).Status);
    }

    [Theory]
    [InlineData("made-up", "invalid_grant")]
    [InlineData("1/made-up", "invalid_grant")]
    [InlineData("", "invalid_request")]
    public async Task Made_up_or_missing_is_refused(string refreshToken, string error) => await AssertRefused(error, server.Refresh(TestClient.Web, refreshToken));

    [Fact]
    public async Task Is_replaced_each_time_for_a_client_without_a_secret()
    {
        var first = await Fresh(TestClient.Public);
        var second = await server.Refresh(TestClient.Public, first.RefreshToken);
        Assert.NotEqual(first.RefreshToken, second.RefreshToken, StringComparer.Ordinal);
        server.Clock.Advance(TimeSpan.FromDays(1));
        var third = await server.Refresh(TestClient.Public, second.RefreshToken);
        Assert.Equal(HttpStatusCode.OK, (await server.ReadCalendar(third.AccessToken)).Status);
    }

    [Fact]
    public async Task Used_again_within_the_leeway_locks_nobody_out()
    {
        var first = await Fresh(TestClient.Public);
        var second = await server.Refresh(TestClient.Public, first.RefreshToken);
        server.Clock.Advance(TimeSpan.FromSeconds(9));
        var again = await server.Refresh(TestClient.Public, first.RefreshToken);
        server.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await server.Refresh(TestClient.Public, second.RefreshToken)).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.Refresh(TestClient.Public, again.RefreshToken)).Status);
    }

    [Fact]
    public async Task Used_again_after_the_leeway_ends_the_whole_family()
    {
        var first = await Fresh(TestClient.Public);
        var second = await server.Refresh(TestClient.Public, first.RefreshToken);
        server.Clock.Advance(TimeSpan.FromSeconds(10));
        await AssertRefused("invalid_grant", server.Refresh(TestClient.Public, first.RefreshToken));
        await AssertRefused("invalid_grant", server.Refresh(TestClient.Public, second.RefreshToken));
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.ReadCalendar(first.AccessToken)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.ReadCalendar(second.AccessToken)).Status);
        Assert.Contains(server.Log.All, line => line.Contains("[1211] A refresh of public.example was used again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Used_again_at_once_ends_the_family_where_no_leeway_is_set()
    {
        var options = server.Services.GetRequiredService<IOptions<OAuth2Options>>().Value;
        var leeway = options.RefreshLeeway;
        options.RefreshLeeway = TimeSpan.Zero;
        try
        {
            var first = await Fresh(TestClient.Public);
            var second = await server.Refresh(TestClient.Public, first.RefreshToken);
            await AssertRefused("invalid_grant", server.Refresh(TestClient.Public, first.RefreshToken));
            await AssertRefused("invalid_grant", server.Refresh(TestClient.Public, second.RefreshToken));
        }
        finally
        {
            options.RefreshLeeway = leeway;
        }
    }

    [Fact]
    public async Task Sixteen_times_at_once_gives_sixteen_living_answers()
    {
        var first = await Fresh(TestClient.Public);
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => server.Refresh(TestClient.Public, first.RefreshToken)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal(HttpStatusCode.OK, (await server.ReadCalendar(answers[^1].AccessToken)).Status);
    }

    [Theory]
    [InlineData("Suspended = 1", "Suspended = 0")]
    [InlineData("DeletedAt = 1", "DeletedAt = NULL")]
    public async Task Of_a_user_who_is_gone_is_invalid_grant(string gone, string back)
    {
        var tokens = await server.Tokens(TestClient.Web, "zoe@other.example", ("prompt", "consent"));
        await server.Execute($"UPDATE users SET {gone} WHERE UserName = 'zoe'");
        await AssertRefused("invalid_grant", server.Refresh(TestClient.Web, tokens.RefreshToken));
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.ReadCalendar(tokens.AccessToken)).Status);
        await server.Execute($"UPDATE users SET {back} WHERE UserName = 'zoe'");
    }

    private Task<Answer> Fresh(TestClient client, params (string Name, string? Value)[] changes) => server.Tokens(client, "liz@example.com", [("prompt", "consent"), .. changes]);

    private static async Task AssertRefused(string error, Task<Answer> answer)
    {
        var refused = await answer;
        Assert.Equal((HttpStatusCode.BadRequest, error), (refused.Status, refused.Error));
    }
}
