using System.Net;
using System.Net.Http.Headers;
using ValetKey.GData.Atom;
using ValetKey.GData.Protocol;
using ValetKey.OAuth;

namespace ValetKey.GData.Tests.Protocol;

public sealed class GDataClientTests : IDisposable
{
    private const string EntryXml = "<entry xmlns='http://www.w3.org/2005/Atom' xmlns:gd='http://schemas.google.com/g/2005' gd:etag='\"tag\"'><title>found</title></entry>";

    private static readonly Uri Address = new("https://www.google.com/calendar/feeds/default");

    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private readonly StubGoogle _google = new();
    private readonly CountingAuthorizer _authorizer = new(canRefresh: true);
    private GDataClient? _client;

    private GDataClient Client => _client ??= ClientOf(ProtocolVersion.V2, _authorizer);

    [Fact]
    public async Task Says_who_asks_in_which_version_and_signs_it()
    {
        _google.Answers(EntryXml);
        Client.ApplicationName = "batch-job/1.2";
        Assert.Equal("found", (await Client.GetEntryAsync<Entry>(Address, Stop)).Title?.Value);

        var sent = Assert.Single(_google.Sent);
        Assert.Equal(("GET", Address.AbsoluteUri, "2.0", "Test 1"), (sent.Method, sent.Address, sent.Header("GData-Version"), sent.Authorization));
        Assert.StartsWith("batch-job/1.2 ValetKey/", sent.UserAgent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\r\nX-Other: b")]
    [InlineData("a/b/c")]
    public void Takes_no_name_that_cannot_stand_in_a_header(string name) => Assert.Throws<ArgumentException>(() => Client.ApplicationName = name);

    [Fact]
    public async Task Finds_google_where_it_is_told_to_and_keeps_googles_scope()
    {
        _google.Answers(EntryXml);
        using var client = ClientOf(ProtocolVersion.V2, _authorizer, GoogleHosts.At("http://127.0.0.1:8080"));
        await client.GetEntryAsync<Entry>(new Uri("https://www.google.com/calendar/feeds/default?q=x"), Stop);

        Assert.Equal("http://127.0.0.1:8080/calendar/feeds/default?q=x", _google.Sent[0].Address);
        Assert.Equal("https://www.google.com/calendar/feeds/default", _google.Sent[0].Scope);
    }

    [Fact]
    public async Task Says_of_a_refused_signature_what_oauth_says_and_keeps_the_base_string_to_itself()
    {
        const string problem = "oauth_problem=signature_invalid&oauth_signature_base_string=GET%26http&oauth_problem_advice=Compare+the+base+string.";
        _google.Answers(problem, HttpStatusCode.Unauthorized).Answers(problem, HttpStatusCode.Unauthorized);
        var refused = await Assert.ThrowsAsync<GDataException>(() => Client.GetEntryAsync<Entry>(Address, Stop));

        Assert.Equal(("signature_invalid", "Compare the base string.", "OAuth"), (refused.Code, refused.Mend, refused.Error.Domain));
        Assert.DoesNotContain("GET", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_a_fresh_copy_once_after_a_401()
    {
        _google.Answers(HttpStatusCode.Unauthorized).Answers(EntryXml, HttpStatusCode.Created);
        await Client.InsertAsync(Address, new Entry { Title = "new" }, Stop);

        Assert.Equal(1, _authorizer.Refreshed);
        Assert.Equal(["Test 1", "Test 2"], _google.Authorizations);
        Assert.Equal(_google.Sent[0].Body, _google.Sent[1].Body);
        Assert.Contains("new", _google.Sent[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_up_after_a_second_401()
    {
        _google.Answers(HttpStatusCode.Unauthorized).Answers("token revoked", HttpStatusCode.Unauthorized);
        var refused = await Assert.ThrowsAsync<GDataException>(() => Client.GetEntryAsync<Entry>(Address, Stop));
        Assert.Equal((401, "Unauthorized", "token revoked"), (refused.Status, refused.Code, refused.Reason));
        Assert.Equal(1, _authorizer.Refreshed);
    }

    [Fact]
    public async Task Gives_up_after_a_401_when_there_are_no_fresh_credentials()
    {
        _google.Answers(HttpStatusCode.Unauthorized);
        using var client = ClientOf(ProtocolVersion.V2, new CountingAuthorizer());
        Assert.Equal(401, (await Assert.ThrowsAsync<GDataException>(() => client.GetEntryAsync<Entry>(Address, Stop))).Status);
        Assert.Single(_google.Sent);
    }

    [Fact]
    public async Task Follows_a_session_with_method_body_and_condition_and_signs_each_hop()
    {
        _google.Redirects("/calendar/feeds/default?gsessionid=s1").Answers(EntryXml).Answers(EntryXml);
        await Client.UpdateAsync(Address, new Entry { Title = "changed", ETag = ETag.Strong("old") }, Stop);
        await Client.GetEntryAsync<Entry>(new Uri(Address + "?q=x"), Stop);

        Assert.Equal(["PUT", "PUT", "GET"], _google.Methods);
        Assert.Equal(["Test 1", "Test 2", "Test 3"], _google.Authorizations);
        Assert.Equal(Address + "?gsessionid=s1", _google.Sent[1].Address);
        Assert.Equal(_google.Sent[0].Body, _google.Sent[1].Body);
        Assert.Equal("\"old\"", _google.Sent[1].Header("If-Match"));
        Assert.Equal(Address + "?q=x&gsessionid=s1", _google.Sent[2].Address);
    }

    [Theory]
    [InlineData("https://www.example.com/calendar/feeds/default")]
    [InlineData("http://www.google.com.example.com/")]
    [InlineData("https://www.google.com:8443/calendar/feeds/default")]
    [InlineData("//evil.example.com/")]
    public async Task Never_follows_to_another_server(string location)
    {
        _google.Redirects(location);
        var refused = await Assert.ThrowsAsync<GDataException>(() => Client.GetEntryAsync<Entry>(Address, Stop));
        Assert.Equal("ForeignRedirect", refused.Code);
        Assert.Single(_google.Sent);
    }

    [Fact]
    public async Task Takes_no_answer_that_another_server_gave_behind_its_back()
    {
        _google.Answers(_ =>
        {
            var answer = StubGoogle.Text(EntryXml);
            answer.RequestMessage = new(HttpMethod.Get, "https://www.example.com/");
            return answer;
        });
        Assert.Equal("ForeignRedirect", (await Assert.ThrowsAsync<GDataException>(() => Client.GetEntryAsync<Entry>(Address, Stop))).Code);
    }

    [Fact]
    public async Task Stops_after_five_hops_and_lists_them()
    {
        for (var i = 1; i <= 6; i++)
        {
            _google.Redirects($"/hop{i}?gsessionid={i}");
        }

        var refused = await Assert.ThrowsAsync<GDataException>(() => Client.GetEntryAsync<Entry>(Address, Stop));
        Assert.Equal("TooManyRedirects", refused.Code);
        Assert.Contains("/calendar/feeds/default, /hop1, /hop2, /hop3, /hop4, /hop5", refused.Reason, StringComparison.Ordinal);
        Assert.Equal(6, _google.Sent.Count);
    }

    [Fact]
    public async Task Follows_five_hops()
    {
        for (var i = 1; i <= 5; i++)
        {
            _google.Redirects($"/hop{i}");
        }

        _google.Answers(EntryXml);
        Assert.Equal("found", (await Client.GetEntryAsync<Entry>(Address, Stop)).Title?.Value);
    }

    [Theory]
    [InlineData("https://www.example.com/calendar")]
    [InlineData("https://docs.google.com/feeds/default")]
    [InlineData("http://127.0.0.1/calendar")]
    public async Task Sends_nothing_to_an_address_elsewhere(string address)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Client.GetEntryAsync<Entry>(new Uri(address), Stop));
        Assert.Empty(_google.Sent);
    }

    [Fact]
    public async Task Fetches_again_only_what_changed()
    {
        _google.Answers(HttpStatusCode.NotModified).Answers(EntryXml).Answers(HttpStatusCode.NotModified);
        Assert.Null(await Client.GetEntryIfChangedAsync<Entry>(Address, ETag.Strong("tag"), Stop));
        Assert.NotNull(await Client.GetEntryIfChangedAsync<Entry>(Address, ETag.Strong("older"), Stop));
        Assert.Null(await Client.GetFeedIfChangedAsync<Entry>(Address, ETag.Weak("feed"), Stop));
        Assert.Equal(["\"tag\"", "\"older\"", "W/\"feed\""], _google.Headers("If-None-Match"));
    }

    [Theory]
    [InlineData("2.0", "old", "\"old\"")]
    [InlineData("3.0", null, "*")]
    [InlineData("1.0", "old", null)]
    public async Task Writes_under_the_condition_of_each_version(string version, string? tag, string? expected)
    {
        _google.Answers(EntryXml).Answers(HttpStatusCode.OK);
        using var client = ClientOf(ProtocolVersion.Parse(version), _authorizer);
        var etag = tag is null ? null : ETag.Strong(tag);
        await client.UpdateAsync(Address, new Entry { Title = "x", ETag = etag }, Stop);
        await client.DeleteAsync(Address, etag, Stop);
        Assert.Equal(["PUT", "DELETE"], _google.Methods);
        Assert.All(_google.Sent, s => Assert.Equal(expected, s.Header("If-Match")));
        Assert.Equal("application/atom+xml; charset=UTF-8", _google.Sent[0].Header("Content-Type"));
    }

    [Fact]
    public async Task Pages_along_next_links_as_entries_are_asked_for()
    {
        _google.Answers(Page("a", "http://www.google.com/calendar/feeds/default?start-index=2")).Answers(Page("b", "default?start-index=3")).Answers(Page("c", null));
        var titles = new List<string>();
        await foreach (var entry in Client.GetEntriesAsync<Entry>(Address, Stop))
        {
            titles.Add(entry.ToString());
            Assert.Equal(titles.Count, _google.Sent.Count);
        }

        Assert.Equal(["a", "b", "c"], titles);
        Assert.Equal(["https://www.google.com/calendar/feeds/default", "https://www.google.com/calendar/feeds/default?start-index=2",
            "https://www.google.com/calendar/feeds/default?start-index=3"], _google.Addresses);
    }

    [Fact]
    public async Task Pages_at_the_local_google_even_when_links_name_googles_hosts()
    {
        _google.Answers(Page("a", "http://www.google.com/calendar/feeds/default?start-index=2")).Answers(Page("b", "http://127.0.0.1:8080/calendar/feeds/default?start-index=3")).Answers(Page("c", null));
        using var client = ClientOf(ProtocolVersion.V2, _authorizer, GoogleHosts.At("http://127.0.0.1:8080"));
        Assert.Equal(3, await client.GetEntriesAsync<Entry>(Address, Stop).CountAsync(Stop));
        Assert.All(_google.Sent, s => Assert.StartsWith("http://127.0.0.1:8080/calendar/feeds/default", s.Address, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://www.example.com/steal")]
    [InlineData("ftp://www.google.com/x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://www.google.com/calendar/feeds/default")]
    [InlineData("http://[")]
    public async Task Does_not_page_to_another_server_or_in_a_circle(string next)
    {
        _google.Answers(Page("a", next));
        var refused = await Assert.ThrowsAsync<GDataException>(async () => await Client.GetEntriesAsync<Entry>(Address, Stop).CountAsync(Stop));
        Assert.Equal("BadNextLink", refused.Code);
        Assert.Single(_google.Sent);
    }

    [Fact]
    public async Task Carries_what_the_server_refused()
    {
        _google.Answers(_ =>
        {
            var answer = StubGoogle.Text(Golden.Text("gdata-errors.xml"), HttpStatusCode.ServiceUnavailable);
            answer.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(7));
            return answer;
        });
        var refused = await Assert.ThrowsAsync<GDataException>(() => Client.GetEntryAsync<Entry>(Address, Stop));
        Assert.Equal((503, "InvalidParameter", "max-results", TimeSpan.FromSeconds(7)), (refused.Status, refused.Code, refused.Place, refused.RetryAfter));
        Assert.Contains("Retry-After", refused.Mend, StringComparison.Ordinal);
        Assert.Contains(refused.Mend, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>Sign in</body></html>")]
    [InlineData("<entry xmlns='http://www.w3.org/2005/Atom'><title>cut")]
    public async Task Says_so_when_an_answer_cannot_be_read(string body)
    {
        _google.Answers(body);
        var refused = await Assert.ThrowsAsync<GDataException>(() => Client.GetEntryAsync<Entry>(Address, Stop));
        Assert.Equal((200, "UnreadableAnswer"), (refused.Status, refused.Code));
        Assert.IsType<AtomException>(refused.InnerException);
    }

    [Fact]
    public async Task Takes_no_answer_without_bounds()
    {
        _google.Answers(_ => new(HttpStatusCode.OK) { Content = new StreamContent(new EndlessStream()) })
            .Answers(_ => new(HttpStatusCode.BadRequest) { Content = new StreamContent(new EndlessStream()) });
        Assert.Equal("UnreadableAnswer", (await Assert.ThrowsAsync<GDataException>(() => Client.GetFeedAsync<Entry>(Address, Stop))).Code);
        Assert.Equal(400, (await Assert.ThrowsAsync<GDataException>(() => Client.GetFeedAsync<Entry>(Address, Stop))).Status);
    }

    [Fact]
    public async Task Stops_when_it_is_told_to()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client.GetEntryAsync<Entry>(Address, cancelled.Token));
    }

    [Fact]
    public async Task Leaves_an_http_client_from_outside_open()
    {
        _google.Answers(EntryXml);
        Client.Dispose();
        using var other = ClientOf(ProtocolVersion.V2, _authorizer);
        Assert.NotNull(await other.GetEntryAsync<Entry>(Address, Stop));
    }

    public void Dispose()
    {
        _client?.Dispose();
        _google.Dispose();
    }

    private GDataClient ClientOf(ProtocolVersion version, IRequestAuthorizer authorizer, GoogleHosts? hosts = null) =>
        new(new GDataService(new Uri("https://www.google.com"), version), authorizer, _google.Http, hosts ?? GoogleHosts.Google);

    private static string Page(string title, string? next) => $"<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>{title}</title></entry>"
        + $"{(next is null ? "" : $"<link rel='next' href='{next.Replace("&", "&amp;", StringComparison.Ordinal)}'/>")}</feed>";
}
