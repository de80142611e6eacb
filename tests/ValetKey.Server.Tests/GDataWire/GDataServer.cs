using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using Microsoft.Extensions.Time.Testing;
using ValetKey.Server.Storage;

namespace ValetKey.Server.Tests.GDataWire;

/// <summary>The server with a workspace of two domains and ready-made tokens, and a clock that the test moves.</summary>
public sealed class GDataServer : IAsyncLifetime
{
    public const string Admin = "admin-token";
    public const string Liz = "liz-token";
    public const string Joe = "joe-token";
    public const string OtherAdmin = "zoe-token";
    public const string ReadOnly = "read-only-token";
    public const string CalendarAlone = "calendar-token";

    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    public static readonly XNamespace Apps = "http://schemas.google.com/apps/2006";
    public static readonly XNamespace GData = "http://schemas.google.com/g/2005";
    public static readonly XNamespace OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";

    private const string Workspace = """
        domains:
          - name: example.com
            users:
              - { username: admin, givenName: Ada, familyName: Admin, password: ada-admin-pass, admin: true }
              - { username: liz, givenName: Liz, familyName: Bennet, password: liz-pass }
              - { username: joe, givenName: Joe, familyName: Brown, password: joe-pass }
          - name: other.example
            users:
              - { username: zoe, givenName: Zoe, familyName: Other, password: zoe-pass, admin: true }
        projects:
          - name: Demo
            owner: admin@example.com
            consumers: [{ consumerKey: example.com, consumerSecret: demo-consumer-secret, displayName: Demo }]
            clients: [{ type: web, clientId: web.example, clientSecret: web-secret, redirectUris: ["https://app.example/cb"] }]
        tokens:
          - { kind: oauth2, clientId: web.example, user: admin@example.com, accessToken: admin-token, scopes: ["https://apps-apis.google.com/a/feeds/user/"] }
          - { kind: oauth2, clientId: web.example, user: admin@example.com, accessToken: read-only-token, scopes: ["https://www.googleapis.com/auth/admin.directory.user.readonly"] }
          - { kind: oauth2, clientId: web.example, user: admin@example.com, accessToken: calendar-token, scopes: ["https://www.google.com/calendar/feeds/"] }
          - { kind: oauth2, clientId: web.example, user: liz@example.com, accessToken: liz-token, scopes: ["https://apps-apis.google.com/a/feeds/user/", "https://www.google.com/calendar/feeds/", "https://docs.google.com/feeds/"] }
          - { kind: oauth2, clientId: web.example, user: joe@example.com, accessToken: joe-token, scopes: ["https://www.google.com/calendar/feeds/", "https://docs.google.com/feeds/"] }
          - { kind: oauth2, clientId: web.example, user: zoe@other.example, accessToken: zoe-token, scopes: ["https://apps-apis.google.com/a/feeds/user/", "https://www.google.com/calendar/feeds/", "https://docs.google.com/feeds/"] }
          - { kind: oauth1, consumerKey: example.com, user: liz@example.com, token: 1/liz, tokenSecret: liz-token-secret, scopes: ["https://docs.google.com/feeds/"] }
        calendars:
          - { owner: liz@example.com, title: Liz Bennet, primary: true, timezone: America/Los_Angeles }
          - { owner: liz@example.com, title: Reading club, id: reading-club, summary: Once a month, where: Library, color: "#528800", hidden: true, acl: [{ scope: "user:joe@example.com", role: editor }] }
          - { owner: liz@example.com, title: Readable, id: readable, acl: [{ scope: "user:joe@example.com", role: read }] }
          - { owner: liz@example.com, title: Busy, id: busy, acl: [{ scope: "user:joe@example.com", role: freebusy }] }
          - { owner: liz@example.com, title: Shared ownership, id: both, acl: [{ scope: "user:joe@example.com", role: owner }] }
          - { owner: liz@example.com, title: Company, id: company, acl: [{ scope: "domain:example.com", role: read }] }
          - { owner: liz@example.com, title: Private, id: private }
        documents:
          - owner: liz@example.com
            title: Letters
            id: letters
            type: folder
            children:
              - { title: To Jane, id: to-jane, type: document, starred: true }
              - { title: To Joe, id: to-joe, type: document, acl: [{ scope: "user:joe@example.com", role: writer }] }
          - { owner: liz@example.com, title: Budget 100%, id: budget, type: spreadsheet, acl: [{ scope: "user:joe@example.com", role: reader }] }
          - { owner: liz@example.com, title: Slides, id: slides, type: presentation, acl: [{ scope: "domain:example.com", role: reader }] }
          - { owner: liz@example.com, title: Old, id: old, type: pdf, trashed: true }
          - owner: joe@example.com
            title: Shared folder
            id: shared-folder
            type: folder
            acl: [{ scope: "user:liz@example.com", role: commenter }]
            children: [{ title: Inside, id: inside, type: drawing }]
        """;

    private readonly string workspace = Path.GetTempFileName();
    private TestServer server = null!;

    public HttpClient Http { get; private set; } = null!;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));

    public string Origin => server.Origin.GetLeftPart(UriPartial.Authority);

    internal LogLines Log => server.Log;

    internal IServiceProvider Services => server.Services;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(workspace, Workspace);
        server = await TestServer.Start(time: Clock, settings: ("ValetKey:Workspace", workspace));
        Http = server.Client();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await server.DisposeAsync();
        File.Delete(workspace);
    }

    internal Task InDatabase(Func<ValetKeyDb, Task> work) => server.InDatabase(work);

    internal Task<Reply> Get(string token, string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, token, path, body: null, headers);

    /// <param name="body">An Atom document; null for none.</param>
    internal Task<Reply> Send(HttpMethod method, string token, string path, string? body, params (string Name, string Value)[] headers) => Send(
        method, token, path, body is null ? null : new StringContent(body, Encoding.UTF8) { Headers = { ContentType = MediaTypeHeaderValue.Parse("application/atom+xml") } }, headers);

    internal async Task<Reply> Send(HttpMethod method, string token, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Reply.Of(response, Origin);
    }
}
