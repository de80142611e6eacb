using System.Net;
using ValetKey.Server.Tests.Directory;

namespace ValetKey.Server.Tests.GDataWire;

public sealed class VersionsTests(GDataServer server) : IClassFixture<GDataServer>
{
    [Theory]
    [InlineData(null, null, null, false)]
    [InlineData("1", null, "1.0", false)]
    [InlineData("1.0", null, "1.0", false)]
    [InlineData("2", null, "2.0", true)]
    [InlineData("2.0", null, "2.0", true)]
    [InlineData("3.0", null, "3.0", true)]
    [InlineData(null, "3", "3.0", true)]
    [InlineData("1.0", "2", "2.0", true)]
    public async Task The_version_asked_for_is_spoken_and_named(string? header, string? query, string? spoken, bool hasETags)
    {
        foreach (var path in new[] { SomeUser.Feed, SomeUser.Feed + "/liz" })
        {
            var reply = await server.Get(GDataServer.Admin, path + (query is null ? "" : "?v=" + query), header is null ? [] : [("GData-Version", header)]);
            Assert.Equal(spoken, reply.Header("GData-Version"));
            Assert.Equal(hasETags, reply.Header("ETag") is not null);
            Assert.Equal(reply.Header("ETag"), reply.Xml.Attribute(GDataServer.GData + "etag")?.Value);
        }
    }

    [Fact]
    public async Task Each_version_has_its_namespace_of_openSearch()
    {
        var (one, two) = (await server.Get(GDataServer.Admin, SomeUser.Feed), await server.Get(GDataServer.Admin, SomeUser.Feed + "?v=2"));
        Assert.Equal("3", one.Xml.Element("{http://a9.com/-/spec/opensearchrss/1.0/}totalResults")?.Value);
        Assert.Equal("3", two.Xml.Element(GDataServer.OpenSearch + "totalResults")?.Value);
    }

    [Theory]
    [InlineData("4.0")]
    [InlineData("two")]
    [InlineData("")]
    public async Task A_version_that_nobody_speaks_is_400(string version)
    {
        var reply = await server.Get(GDataServer.Admin, SomeUser.Feed + "?v=" + version);
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Contains("1.0, 2.0, 3.0", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tags_are_weak_on_feeds_and_strong_on_entries()
    {
        Assert.StartsWith("W/\"", (await server.Get(GDataServer.Admin, SomeUser.Feed + "?v=2")).Header("ETag"), StringComparison.Ordinal);
        Assert.StartsWith("\"", (await server.Get(GDataServer.Admin, SomeUser.Feed + "/liz?v=2")).Header("ETag"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SomeUser.Feed, GDataServer.Admin)]
    [InlineData(SomeUser.Feed + "/liz", GDataServer.Admin)]
    [InlineData("/calendar/feeds/default/allcalendars/full", GDataServer.Liz)]
    [InlineData("/calendar/feeds/default/allcalendars/full/liz%40example.com", GDataServer.Liz)]
    [InlineData("/feeds/default/private/full", GDataServer.Liz)]
    [InlineData("/feeds/default/private/full/spreadsheet%3Abudget", GDataServer.Liz)]
    public async Task Who_has_the_state_gets_304_and_no_body(string path, string token)
    {
        var etag = (await server.Get(token, path + "?v=3")).Header("ETag")!;
        foreach (var condition in new[] { etag, $"\"other\", {etag}", "*", etag.StartsWith("W/", StringComparison.Ordinal) ? etag[2..] : "W/" + etag })
        {
            var reply = await server.Get(token, path + "?v=3", ("If-None-Match", condition));
            Assert.Equal((HttpStatusCode.NotModified, "", etag), (reply.Status, reply.Body, reply.Header("ETag")));
        }

        Assert.Equal(HttpStatusCode.OK, (await server.Get(token, path + "?v=3", ("If-None-Match", "\"other\""))).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.Get(token, path, ("If-None-Match", etag))).Status);       // version 1 knows no tags
    }

    [Fact]
    public async Task A_change_changes_the_tags_of_the_entry_and_of_its_feed()
    {
        var (feed, entry) = (await Tag(SomeUser.Feed), await Tag(SomeUser.Feed + "/joe"));
        await server.Send(HttpMethod.Put, GDataServer.Admin, SomeUser.Feed + "/joe", SomeUser.Entry(userName: null, password: null, givenName: "Josef", familyName: null), []);
        Assert.NotEqual(feed, await Tag(SomeUser.Feed));
        Assert.NotEqual(entry, await Tag(SomeUser.Feed + "/joe"));
    }

    private async Task<string?> Tag(string path) => (await server.Get(GDataServer.Admin, path, ("GData-Version", "2.0"))).Header("ETag");
}
