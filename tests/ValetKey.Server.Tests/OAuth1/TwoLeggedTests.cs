using System.Xml.Linq;

namespace ValetKey.Server.Tests.OAuth1;

/// <summary>A consumer that acts without a token for the users of a domain, within what the domain has granted it.</summary>
public sealed class TwoLeggedTests : IAsyncLifetime
{
    private const string Calendars = "/calendar/feeds/default/allcalendars/full";
    private const string Users = "/a/feeds/example.com/user/2.0";

    private const string Workspace = """
        domains:
          - name: example.com
            users:
              - { username: admin, givenName: Ada, familyName: Admin, password: ada-admin-pass, admin: true }
              - { username: liz, givenName: Liz, familyName: Bennet, password: liz-pass }
              - { username: gone, givenName: Gone, familyName: User, password: gone-pass, suspended: true }
            domainWideScopes:
              - { client: example.com, scopes: ["https://www.google.com/calendar/feeds/", "https://apps-apis.google.com/a/feeds/user/"] }
          - name: other.example
            users: [{ username: zoe, givenName: Zoe, familyName: Other, password: zoe-pass, admin: true }]
        projects:
          - name: Demo
            owner: admin@example.com
            consumers:
              - { consumerKey: example.com, consumerSecret: demo-consumer-secret, displayName: Demo batch job }
              - { consumerKey: ungranted, consumerSecret: ungranted-secret, displayName: Ungranted }
        calendars:
          - { owner: liz@example.com, title: Liz Bennet, primary: true }
        """;

    private readonly string workspace = Path.GetTempFileName();
    private TestServer server = null!;
    private Batch batch = null!;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(workspace, Workspace);
        server = await TestServer.Start(settings: ("ValetKey:Workspace", workspace));
        batch = new Batch(server);
    }

    public async ValueTask DisposeAsync()
    {
        batch.Dispose();
        await server.DisposeAsync();
        File.Delete(workspace);
    }

    [Theory]
    [InlineData(Calendars, "liz@example.com", "Liz Bennet")]
    [InlineData(Calendars, "LIZ@Example.com", "Liz Bennet")]
    [InlineData(Users, "admin@example.com", "userName=\"liz\"")]
    public async Task Reads_as_the_user_that_it_names(string path, string user, string found)
    {
        var answer = await batch.Send($"{path}?xoauth_requestor_id={Uri.EscapeDataString(user)}");
        Assert.Equal(200, answer.Status);
        Assert.Contains(found, answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signs_an_empty_token_or_none()
    {
        var empty = await batch.Send($"{Calendars}?xoauth_requestor_id=liz%40example.com", new OAuth.OAuth1Token("", ""));
        Assert.Equal(200, empty.Status);
    }

    [Theory]
    [InlineData("?xoauth_requestor_id=zoe%40other.example")]
    [InlineData("?xoauth_requestor_id=nobody%40example.com")]
    [InlineData("?xoauth_requestor_id=gone%40example.com")]
    [InlineData("?xoauth_requestor_id=liz")]
    [InlineData("?xoauth_requestor_id=")]
    [InlineData("")]
    [InlineData("?xoauth_requestor_id=liz%40example.com&xoauth_requestor_id=liz%40example.com")]
    public async Task Is_refused_for_everybody_else_with_one_answer(string query)
    {
        var answer = await batch.Send(Calendars + query);
        Assert.Equal((401, "permission_denied"), (answer.Status, answer.Problem));
        Assert.Equal((await batch.Send($"{Calendars}?xoauth_requestor_id=nobody%40nowhere.example")).Body, answer.Body);
    }

    [Fact]
    public async Task Names_the_user_in_the_query_and_nowhere_else()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("xoauth_requestor_id", "liz@example.com")]);
        Assert.Equal("permission_denied", (await batch.Send(Calendars, method: HttpMethod.Post, content: form, headers: ("X-HTTP-Method-Override", "GET"))).Problem);
    }

    [Fact]
    public async Task Is_refused_beyond_the_granted_scopes_and_told_which_is_missing()
    {
        var answer = await batch.Send("/feeds/default/private/full?xoauth_requestor_id=liz%40example.com");
        Assert.Equal((401, "permission_denied"), (answer.Status, answer.Problem));
        Assert.Contains("https%3A%2F%2Fdocs.google.com%2Ffeeds%2F", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_refused_for_a_consumer_that_no_domain_has_granted_anything()
    {
        using var ungranted = new Batch(server, "ungranted", "ungranted-secret");
        Assert.Equal("permission_denied", (await ungranted.Send($"{Calendars}?xoauth_requestor_id=liz%40example.com")).Problem);
    }

    [Fact]
    public async Task Ends_when_the_file_no_longer_grants_it()
    {
        await File.WriteAllTextAsync(workspace, Workspace.Replace("""{ client: example.com, scopes: ["https://www.google.com/calendar/feeds/", "https://apps-apis.google.com/a/feeds/user/"] }""", "{ client: ungranted, scopes: [\"https://www.google.com/calendar/feeds/\"] }", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var data = System.IO.Directory.CreateTempSubdirectory("valetkey-").FullName;
        await using (await TestServer.Start(data: data, settings: ("ValetKey:Workspace", workspace)))
        {
        }

        await File.WriteAllTextAsync(workspace, Workspace, TestContext.Current.CancellationToken);
        await using (var again = await TestServer.Start(data: data, settings: ("ValetKey:Workspace", workspace)))
        {
            using var granted = new Batch(again);
            using var ungranted = new Batch(again, "ungranted", "ungranted-secret");
            Assert.Equal(200, (await granted.Send($"{Calendars}?xoauth_requestor_id=liz%40example.com")).Status);
            Assert.Equal("permission_denied", (await ungranted.Send($"{Calendars}?xoauth_requestor_id=liz%40example.com")).Problem);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(data, recursive: true);
    }

    [Theory]
    [InlineData(Calendars, "liz%40example.com")]
    [InlineData(Users, "admin%40example.com")]
    public async Task Has_links_that_go_on_for_the_same_user_and_name_it_once(string path, string user)
    {
        var feed = XDocument.Parse((await batch.Send($"{path}?max-results=1&xoauth_requestor_id={user}")).Body);
        var links = feed.Descendants(XName.Get("link", "http://www.w3.org/2005/Atom")).Select(link => (string)link.Attribute("href")!).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Equal(2, link.Split($"xoauth_requestor_id={user}").Length));
        foreach (var link in links.Distinct(StringComparer.Ordinal))
        {
            Assert.InRange((await batch.Send(link)).Status, 200, 405);
            Assert.NotEqual(401, (await batch.Send(link)).Status);
        }
    }
}
