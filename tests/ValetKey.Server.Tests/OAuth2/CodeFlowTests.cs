using System.Net;

namespace ValetKey.Server.Tests.OAuth2;

/// <summary>The flow as the articles walk it.</summary>
public sealed class CodeFlowTests(OAuth2Server server) : IClassFixture<OAuth2Server>
{
    [Fact]
    public async Task Goes_from_the_sign_in_form_over_consent_and_exchange_to_the_users_data()
    {
        var browser = await server.Browse(email: null);
        var asked = await browser.Get(OAuth2Server.Authorize(TestClient.Web));
        var signIn = await browser.Get(asked.Location!);
        var signedIn = await browser.Post(Browser.ActionOf(signIn), Browser.Hidden(signIn).Concat([("Email", "liz@example.com"), ("Passwd", "liz-pass"), ("signIn", "Sign in")]));
        Assert.Equal(HttpStatusCode.SeeOther, signedIn.Status);
        var consent = await browser.Get(signedIn.Location!);
        Assert.Contains("Web application", consent.Body, StringComparison.Ordinal);
        var allowed = await browser.Press(consent, "allow");
        Assert.Equal(HttpStatusCode.SeeOther, allowed.Status);
        Assert.StartsWith("https://app.example/cb?code=4%2F", allowed.Location, StringComparison.Ordinal);
        Assert.Equal("some-state", allowed.Parameter("state"));
        Assert.Equal(server.Origin, allowed.Parameter("iss"));

        var tokens = await server.Exchange(TestClient.Web, allowed.Parameter("code"));

        Assert.Equal(HttpStatusCode.OK, tokens.Status);
        Assert.Equal("no-store", tokens.Headers["Cache-Control"]);
        Assert.StartsWith("ya29.", tokens.AccessToken, StringComparison.Ordinal);
        Assert.StartsWith("1/", tokens.RefreshToken, StringComparison.Ordinal);
        Assert.Equal(("Bearer", "3600", OAuth2Server.Calendar), (tokens.Json("token_type"), tokens.Json("expires_in"), tokens.Json("scope")));
        Assert.Equal("liz@example.com", (await server.ReadCalendar(tokens.AccessToken)).Body);
    }
}
