using System.Net;
using ValetKey.OAuth;
using ValetKey.Server.Tests.Directory;

namespace ValetKey.Server.Tests.GDataWire;

/// <summary>Both kinds of token open the feeds, each as far as its scope goes.</summary>
public sealed class CredentialsTests(GDataServer server) : IClassFixture<GDataServer>
{
    [Fact]
    public async Task A_signed_request_reads_what_its_scope_opens()
    {
        Assert.Equal(HttpStatusCode.OK, (await Signed("/feeds/default/private/full?title=To%20Jane&max-results=1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Signed("/feeds/default/private/full/document%3Ato-jane")).StatusCode);
    }

    [Theory]
    [InlineData("/calendar/feeds/default", "https://www.google.com/calendar/feeds/")]
    [InlineData(SomeUser.Feed, "https://apps-apis.google.com/a/feeds/user/")]
    public async Task A_signed_request_beyond_its_scope_is_401_and_names_the_scope(string path, string scope)
    {
        using var response = await Signed(path);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains(Uri.EscapeDataString(scope), await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SomeUser.Feed)]
    [InlineData("/calendar/feeds/default")]
    [InlineData("/feeds/default/private/full")]
    public async Task Without_credentials_or_with_made_up_ones_it_is_401(string path)
    {
        using var nobody = await server.Http.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        Assert.NotEmpty(nobody.Headers.WwwAuthenticate);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Get("made-up", path)).Status);
    }

    private async Task<HttpResponseMessage> Signed(string path)
    {
        var credentials = new OAuth1Consumer("example.com", "demo-consumer-secret") { Time = server.Clock }.With(new OAuth1Token("1/liz", "liz-token-secret"));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Http.BaseAddress!, path));
        await credentials.AuthorizeAsync(request, TestContext.Current.CancellationToken);
        return await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
