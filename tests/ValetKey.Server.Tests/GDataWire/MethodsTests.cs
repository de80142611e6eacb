using System.Net;
using ValetKey.OAuth;
using ValetKey.Server.Tests.Directory;

namespace ValetKey.Server.Tests.GDataWire;

public sealed class MethodsTests(GDataServer server) : IClassFixture<GDataServer>
{
    private const string Header = "X-HTTP-Method-Override";

    [Theory]
    [InlineData(SomeUser.Feed, "DELETE", "GET, POST")]
    [InlineData(SomeUser.Feed + "/liz", "POST", "DELETE, GET, PUT")]
    [InlineData("/calendar/feeds/default/allcalendars/full", "POST", "GET")]
    [InlineData("/feeds/default/private/full", "PUT", "GET")]
    [InlineData("/feeds/default/private/full", "TRACE", "GET")]
    public async Task Another_method_is_405_and_tells_which_are_there(string path, string method, string allow)
    {
        var reply = await server.Send(HttpMethod.Parse(method), GDataServer.Admin, path, body: null, []);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, reply.Status);
        Assert.Equal(allow, string.Join(", ", reply.Header("Allow")!.Split(", ").Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task An_overridden_post_is_what_its_header_says()
    {
        Assert.Equal(["admin", "joe", "liz"], (await Post(SomeUser.Feed, "GET", null)).Titles);
        Assert.Equal(HttpStatusCode.Created, (await server.Send(HttpMethod.Post, GDataServer.Admin, SomeUser.Feed, SomeUser.Entry("ann"), [])).Status);
        var put = await Post(SomeUser.Feed + "/ann", "PUT", SomeUser.Entry(userName: null, password: null, givenName: "Anna", familyName: null));
        Assert.Equal((HttpStatusCode.OK, "Anna"), (put.Status, put.Xml.Element(GDataServer.Apps + "name")!.Attribute("givenName")!.Value));
        Assert.Equal(HttpStatusCode.OK, (await Post(SomeUser.Feed + "/ann", "DELETE", null)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Get(GDataServer.Admin, SomeUser.Feed + "/ann")).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await Post(SomeUser.Feed + "/liz", "PATCH", null)).Status);
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("CONNECT")]
    [InlineData("HEAD")]
    [InlineData("POST")]
    [InlineData("put")]
    [InlineData("PUT, DELETE")]
    [InlineData("")]
    public async Task Any_other_override_is_400(string method)
    {
        var reply = await Post(SomeUser.Feed + "/liz", method, null);
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Contains(Header, reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_overrides_or_one_in_the_query_too_are_400()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Send(HttpMethod.Post, GDataServer.Admin, SomeUser.Feed + "/liz", body: null, (Header, "PUT"), (Header, "DELETE"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Send(HttpMethod.Post, GDataServer.Admin, $"{SomeUser.Feed}/liz?{Header}=GET", body: null, (Header, "DELETE"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.Get(GDataServer.Admin, SomeUser.Feed + "/liz")).Status);
    }

    [Theory]
    [InlineData("GET", SomeUser.Feed)]
    [InlineData("PUT", SomeUser.Feed + "/liz")]
    [InlineData("POST", "/accounts/ServiceLogin")]
    [InlineData("POST", "/o/oauth2/token")]
    [InlineData("POST", "/healthz/live")]
    [InlineData("POST", "/feedsx")]
    public async Task An_override_elsewhere_is_400(string method, string path) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Send(HttpMethod.Parse(method), GDataServer.Admin, path, body: null, (Header, "DELETE"))).Status);

    [Fact]
    public async Task A_signature_covers_the_method_that_was_sent()
    {
        var credentials = new OAuth1Consumer("example.com", "demo-consumer-secret") { Time = server.Clock }.With(new OAuth1Token("1/liz", "liz-token-secret"));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Http.BaseAddress!, "/feeds/default/private/full"));
        request.Headers.Add(Header, "GET");
        await credentials.AuthorizeAsync(request, TestContext.Current.CancellationToken);
        using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private Task<Reply> Post(string path, string method, string? body) => server.Send(HttpMethod.Post, GDataServer.Admin, path, body, (Header, method));
}
