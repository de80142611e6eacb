using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ValetKey.Server.Tests.Directory;

namespace ValetKey.Server.Tests.GDataWire;

/// <summary>What a client sends and cannot be taken: the statuses, the place, and that nothing came of it.</summary>
public sealed class BodiesTests(GDataServer server) : IClassFixture<GDataServer>
{
    private const string Start = """<entry xmlns="http://www.w3.org/2005/Atom" xmlns:apps="http://schemas.google.com/apps/2006">""";
    private const string Name = """<apps:name givenName="A" familyName="B"/>""";
    private const string Login = """<apps:login userName="hostile" password="secret-pass"/>""";

    [Fact]
    public async Task Malformed_xml_is_400_with_line_and_column()
    {
        const string broken = "<entry xmlns=\"http://www.w3.org/2005/Atom\">\n  <title>x</titel>\n</entry>";
        var (plain, document) = (await Post(broken), await Post(broken, ("GData-Version", "2.0")));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (plain.Status, document.Status));
        Assert.Contains("(line 2:13)", plain.Body, StringComparison.Ordinal);
        var location = document.Xml.Descendants(GDataServer.GData + "location").Single();
        Assert.Equal(("line", "2:13"), (location.Attribute("type")!.Value, location.Value));
    }

    [Fact]
    public async Task An_empty_body_is_400() => Assert.Equal(HttpStatusCode.BadRequest, (await Post("")).Status);

    public static TheoryData<string, string> Hostile => new()
    {
        { "an internal DTD", $"<!DOCTYPE entry [<!ENTITY x \"y\">]>{Start}<title>&x;</title>{Login}{Name}</entry>" },
        { "an external DTD", $"<!DOCTYPE entry SYSTEM \"http://127.0.0.1:1/x.dtd\">{Start}{Login}{Name}</entry>" },
        { "a parameter entity", $"<!DOCTYPE entry [<!ENTITY % x SYSTEM \"file:///etc/passwd\"> %x;]>{Start}{Login}{Name}</entry>" },
        { "a billion laughs", "<!DOCTYPE e [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>" + $"{Start}<title>&c;</title></entry>" },
        { "100,000 levels", Start + string.Concat(Enumerable.Repeat("<a>", 100_000)) },
        { "100,000 attributes", $"<entry xmlns=\"http://www.w3.org/2005/Atom\" {string.Join(' ', Enumerable.Range(0, 100_000).Select(i => $"a{i}=\"\""))}/>" },
        { "10,000 namespaces", $"<entry xmlns=\"http://www.w3.org/2005/Atom\" {string.Join(' ', Enumerable.Range(0, 10_000).Select(i => $"xmlns:n{i}=\"urn:{i}\""))}/>" },
        { "10,000 categories", Start + string.Concat(Enumerable.Repeat("<category term=\"x\"/>", 10_000)) + "</entry>" },
        { "an attribute of 2 MB", $"{Start}<apps:login userName=\"{new string('a', 2_000_000)}\"/></entry>" },
        { "a name of 2 MB", $"{Start}<{new string('a', 2_000_000)}/></entry>" },
        { "a control character", Start + "<title>&#1;</title></entry>" },
        { "U+FFFE", Start + "<title>\uFFFE</title></entry>" },
        { "half a character", Start + "<title>&#xD800;</title></entry>" },
        { "UTF-7", "<?xml version=\"1.0\" encoding=\"UTF-7\"?>" + Start + "</entry>" },
        { "UTF-32", "<?xml version=\"1.0\" encoding=\"UTF-32\"?>" + Start + "</entry>" },
        { "an entry of no namespace", "<entry><login userName=\"hostile\" password=\"secret-pass\"/></entry>" },
        { "a feed", "<feed xmlns=\"http://www.w3.org/2005/Atom\"/>" },
        { "two logins", $"{Start}{Login}<apps:login userName=\"other\" password=\"secret-pass\"/>{Name}</entry>" },
        { "two roots", $"{Start}{Login}{Name}</entry><entry/>" },
        { "an attribute twice", $"{Start}<apps:login userName=\"hostile\" userName=\"other\" password=\"secret-pass\"/>{Name}</entry>" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Hostile_xml_is_400_and_nothing_comes_of_it(string what, string body)
    {
        var reply = await Post(body);
        Assert.True(reply.Status == HttpStatusCode.BadRequest, $"{what}: {(int)reply.Status} {reply.Body}");
        Assert.True(reply.Body.Length < 1000, what);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Get(GDataServer.Admin, SomeUser.Feed + "/hostile")).Status);
    }

    [Fact]
    public async Task Bytes_that_are_no_utf_8_are_400()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes(Start + "<title>"), 0xC3, 0x28, .. Encoding.UTF8.GetBytes("</title></entry>")];
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(new ByteArrayContent(body), "application/atom+xml")).Status);
    }

    [Fact]
    public async Task An_element_of_a_foreign_namespace_has_no_power()
    {
        const string foreign = """<x:login xmlns:x="http://example.com/other" userName="admin2" password="secret-pass" admin="true"/>""";
        Assert.Equal("1403", (await Post($"{Start}{foreign}{Name}</entry>")).AppsError.Code);
        var reply = await Post($"""<entry xmlns="http://www.w3.org/2005/Atom" xmlns:p="http://schemas.google.com/apps/2006" xmlns:apps="http://example.com/other"><apps:login userName="x" admin="true"/><p:login userName="prefixed" password="secret-pass"/><p:name givenName="A" familyName="B"/></entry>""");
        Assert.Equal(HttpStatusCode.Created, reply.Status);
        var login = reply.Xml.Element(GDataServer.Apps + "login")!;
        Assert.Equal(("prefixed", "false"), (login.Attribute("userName")!.Value, login.Attribute("admin")!.Value));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task More_than_ten_megabytes_are_413_whether_their_length_was_told_or_not(bool told)
    {
        var body = $"{Start}{Login}{Name}{string.Concat(Enumerable.Repeat($"<x>{new string('a', 500_000)}</x>", 22))}</entry>";
        using var content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(body)));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/atom+xml");
        using var request = new HttpRequestMessage(HttpMethod.Post, SomeUser.Feed) { Content = content };
        request.Headers.Authorization = new("Bearer", GDataServer.Admin);
        request.Headers.TransferEncodingChunked = told ? null : true;
        request.Headers.ExpectContinue = true;        // so that the answer is read before the connection is closed
        using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Get(GDataServer.Admin, SomeUser.Feed + "/hostile")).Status);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Another_type_is_415(string? type) =>
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Post(new ByteArrayContent(Encoding.UTF8.GetBytes(SomeUser.Entry())), type)).Status);

    [Fact]
    public async Task A_compressed_body_is_415()
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(SomeUser.Entry())) { Headers = { ContentEncoding = { "gzip" } } };
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Post(content, "application/atom+xml")).Status);
    }

    private Task<Reply> Post(string body, params (string Name, string Value)[] headers) => server.Send(HttpMethod.Post, GDataServer.Admin, SomeUser.Feed, body, headers);

    private async Task<Reply> Post(HttpContent content, string? type)
    {
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        return await server.Send(HttpMethod.Post, GDataServer.Admin, SomeUser.Feed, content, []);
    }
}
