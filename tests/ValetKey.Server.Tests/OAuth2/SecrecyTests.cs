using System.Text;

namespace ValetKey.Server.Tests.OAuth2;

/// <summary>Where codes, tokens, verifiers and secrets must not be found.</summary>
public sealed class SecrecyTests(OAuth2Server server) : IClassFixture<OAuth2Server>
{
    [Fact]
    public async Task Nothing_of_a_flow_is_in_the_log_or_in_the_database_in_clear()
    {
        var code = await server.Code(TestClient.Public, "liz@example.com", ("state", "marked-state"));
        var first = await server.Exchange(TestClient.Public, code);
        var second = await server.Refresh(TestClient.Public, first.RefreshToken);
        await server.ReadCalendar(second.AccessToken);
        var web = await server.Tokens(TestClient.Web, changes: ("prompt", "consent"));      // Liz may have allowed it in another test, and then no refresh token comes
        await server.Exchange(TestClient.Web, code);
        await server.Refresh(TestClient.Web, web.RefreshToken, ("scope", "everything"));
        await server.Token("/o/oauth2/token", [("client_id", "web.example"), ("client_secret", "marked-wrong-secret"), ("grant_type", "refresh_token")]);
        await server.Token("/o/oauth2/revoke", [("token", second.RefreshToken)]);
        await (await server.Browse()).Get("/o/oauth2/revoke?token=" + Uri.EscapeDataString(web.RefreshToken));
        await server.Token("/o/oauth2/token?client_secret=web-secret", [("client_id", "web.example"), ("grant_type", "refresh_token")]);

        string[] secrets = [code, first.AccessToken, first.RefreshToken, second.AccessToken, second.RefreshToken, web.AccessToken, web.RefreshToken, TestClient.SomeVerifier, "web-secret", "marked-wrong-secret"];
        var lines = server.Log.All.ToList();
        Assert.All(secrets, secret => Assert.DoesNotContain(lines, line => line.Contains(secret, StringComparison.Ordinal) || line.Contains(Uri.EscapeDataString(secret), StringComparison.Ordinal)));
        Assert.All(secrets, secret => Assert.DoesNotContain(server.DataFiles(), file => file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0));
    }

    [Fact]
    public async Task A_code_is_in_no_address_but_the_callback()
    {
        var browser = await server.Browse(email: null);
        var addresses = new List<string> { OAuth2Server.Authorize(TestClient.Web, ("prompt", "consent")) };
        var asked = await browser.Get(addresses[0]);
        addresses.Add(asked.Location!);
        var signIn = await browser.Get(asked.Location!);
        var signedIn = await browser.Post(Browser.ActionOf(signIn), Browser.Hidden(signIn).Concat([("Email", "liz@example.com"), ("Passwd", "liz-pass")]));
        addresses.Add(signedIn.Location!);
        var page = await browser.Get(signedIn.Location!);
        addresses.Add(Browser.ActionOf(page));
        var allowed = await browser.Press(page, "allow");

        var code = allowed.Parameter("code");
        Assert.DoesNotContain(addresses, address => address.Contains(Uri.EscapeDataString(code), StringComparison.Ordinal));
        Assert.Empty(allowed.Body);
        Assert.Equal("no-referrer", allowed.Headers["Referrer-Policy"]);
        Assert.Contains("no-store", allowed.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_answer_does_not_print_its_tokens()
    {
        var issued = new Server.OAuth2.Tokens.IssuedTokens("ya29.x", "1/x", [], TimeSpan.FromHours(1));
        Assert.DoesNotContain("ya29", issued.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("ya29", Server.OAuth2.Token.TokenResponse.Of(issued).ToString(), StringComparison.Ordinal);
    }
}
