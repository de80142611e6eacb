using System.Net;
using ValetKey.Server.Tests.Directory;

namespace ValetKey.Server.Tests.GDataWire;

public sealed class QueriesTests(GDataServer server) : IClassFixture<GDataServer>
{
    public static TheoryData<string, string> Feeds => new()
    {
        { SomeUser.Feed, GDataServer.Admin }, { "/calendar/feeds/default", GDataServer.Liz }, { "/feeds/default/private/full", GDataServer.Liz },
    };

    [Theory]
    [MemberData(nameof(Feeds))]
    public async Task What_is_no_number_or_out_of_range_is_400(string feed, string token)
    {
        foreach (var query in new[] { "max-results=-1", "max-results=ten", "max-results=1e3", "max-results=", "start-index=0", "start-index=-1", "start-index=x", "max-results=99999999999", "max-results=1&max-results=2", "alt=rss", "alt=yaml", "prettyprint=perhaps", "q=%FF" })
        {
            var (plain, document) = (await server.Get(token, $"{feed}?{query}"), await server.Get(token, $"{feed}?{query}", ("GData-Version", "2.0")));
            Assert.True(plain.Status == HttpStatusCode.BadRequest && document.Status == HttpStatusCode.BadRequest, query);
            Assert.Equal("text/plain; charset=UTF-8", plain.Header("Content-Type"));
            Assert.Equal("application/vnd.google.gdata.error+xml; charset=UTF-8", document.Header("Content-Type"));
            var error = document.Xml.Element(GDataServer.GData + "error")!;
            Assert.Equal("GData", error.Element(GDataServer.GData + "domain")!.Value);
            Assert.NotEmpty(error.Element(GDataServer.GData + "code")!.Value);
            Assert.NotEmpty(error.Element(GDataServer.GData + "internalReason")!.Value);
        }
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public async Task An_unknown_parameter_is_ignored_unless_strict(string feed, string token)
    {
        Assert.Equal(HttpStatusCode.OK, (await server.Get(token, feed + "?unknown=1")).Status);
        var strict = await server.Get(token, feed + "?unknown=1&strict=true&v=2");
        Assert.Equal(HttpStatusCode.BadRequest, strict.Status);
        Assert.Equal(("parameter", "unknown"), (Location(strict).Attribute("type")!.Value, Location(strict).Value));
        Assert.Equal(HttpStatusCode.OK, (await server.Get(token, feed + "?strict=true&max-results=1")).Status);
    }

    [Fact]
    public async Task Strict_knows_the_parameters_of_each_feed()
    {
        Assert.Equal(HttpStatusCode.OK, (await server.Get(GDataServer.Admin, SomeUser.Feed + "?strict=true&startUsername=a")).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.Get(GDataServer.Liz, "/feeds/default/private/full?strict=true&title=a&title-exact=true&showfolders=true&showdeleted=false")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Get(GDataServer.Liz, "/calendar/feeds/default?strict=true&title=a")).Status);
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public async Task A_page_is_bounded_whatever_is_asked(string feed, string token)
    {
        var reply = await server.Get(token, feed + "?start-index=2147483647&max-results=2147483647");
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Empty(reply.Entries);
        Assert.InRange(int.Parse(reply.Number("itemsPerPage")!, System.Globalization.CultureInfo.InvariantCulture), 1, 1000);
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public async Task Links_lead_back_to_the_origin_of_the_request_and_never_carry_its_credentials(string feed, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, feed + "?max-results=1&oauth_token=secret&xoauth_requestor_id=liz@example.com&xoauth_requestor_id=liz@example.com");
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.Host = "localhost:8123";
        using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var document = System.Xml.Linq.XElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var links = document.Descendants(GDataServer.Atom + "link").Concat(document.Descendants(GDataServer.GData + "feedLink")).Select(link => link.Attribute("href")!.Value).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link =>
        {
            Assert.StartsWith("http://localhost:8123/", link, StringComparison.Ordinal);
            Assert.Single(System.Text.RegularExpressions.Regex.Matches(link, "xoauth_requestor_id=liz(@|%40)example.com"));
            Assert.DoesNotContain("oauth_token", link, StringComparison.Ordinal);
        });
    }

    private static System.Xml.Linq.XElement Location(Reply reply) => reply.Xml.Descendants(GDataServer.GData + "location").Single();
}
