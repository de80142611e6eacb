using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ValetKey.Server.Accounts;
using ValetKey.Server.ApisConsole;
using ValetKey.Server.Directory;
using ValetKey.Server.OAuth2;
using ValetKey.Server.Scopes;
using ValetKey.Server.Storage;

namespace ValetKey.Server.Tests.OAuth2;

/// <summary>The OAuth 2.0 server on a real port, with users and clients, two protected resources, and a clock that the test moves.</summary>
public sealed class OAuth2Server : IAsyncLifetime
{
    public const string Calendar = "https://www.google.com/calendar/feeds/";
    public const string Documents = "https://docs.google.com/feeds/";
    public const string ReadOnlyCalendar = "https://www.googleapis.com/auth/calendar.readonly";

    private const string Resource = "/calendar/feeds/tested";

    private static readonly (string Name, string Domain)[] Users = [("admin", "example.com"), ("liz", "example.com"), ("joe", "example.com"), ("zoe", "other.example")];

    private TestServer server = null!;

    /// <summary>Never follows a redirect, and keeps no cookies.</summary>
    public HttpClient Http { get; private set; } = null!;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));

    public string Origin => server.Origin.GetLeftPart(UriPartial.Authority);

    internal LogLines Log => server.Log;

    internal IServiceProvider Services => server.Services;

    private SqlDatabase Database => server.Services.GetRequiredService<SqlDatabase>();

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.Start(
            Seed,
            routes =>
            {
                routes.MapGet(Resource, (Caller caller) => TypedResults.Text(caller.Account.Email)).Requires(Api.Calendar, Access.Read);
                routes.MapPost(Resource, (Caller caller) => TypedResults.Text(caller.Account.Email)).Requires(Api.Calendar, Access.Write);
            },
            Clock,
            log: LogLevel.Trace);
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = server.Origin };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await server.DisposeAsync();
    }

    /// <summary>A browser in which <paramref name="email"/> has signed in; null for nobody.</summary>
    internal async Task<Browser> Browse(string? email = "liz@example.com")
    {
        var browser = new Browser(Http);
        if (email is not null)
        {
            var handle = OpaqueToken.Create();
            var now = Clock.GetUtcNow();
            await Database.WriteAsync(
                session => session.Execute(
                    "INSERT INTO sessions (HandleHash, UserId, CreatedAt, ExpiresAt) SELECT @hash, Id, @now, @expires FROM users WHERE UserName || '@' || Domain = @email",
                    ("@hash", OpaqueToken.Hash(handle)), ("@now", now.ToUnixTimeMilliseconds()), ("@expires", now.AddYears(1).ToUnixTimeMilliseconds()), ("@email", email)),
                TestContext.Current.CancellationToken);
            browser.Cookies["valetkey"] = handle;
        }

        return browser;
    }

    /// <summary>The address of the authorization page for a client, its usual parameters replaced or added to.</summary>
    internal static string Authorize(TestClient client, params (string Name, string? Value)[] changes)
    {
        var parameters = client.Parameters();
        foreach (var (name, value) in changes)
        {
            parameters.Remove(name);
            if (value is not null)
            {
                parameters[name] = value;
            }
        }

        return "/o/oauth2/auth?" + string.Join('&', parameters.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"));
    }

    /// <summary>Asks, allows, and reads the code out of the redirect.</summary>
    internal async Task<string> Code(TestClient client, string email = "liz@example.com", params (string Name, string? Value)[] changes)
    {
        var browser = await Browse(email);
        var page = await browser.Get(Authorize(client, changes));
        return (page.Status == HttpStatusCode.OK ? await browser.Press(page, "allow") : page).Parameter("code");
    }

    internal Task<Answer> Exchange(TestClient client, string code, params (string Name, string? Value)[] changes) =>
        Token("/o/oauth2/token", [.. client.Credentials(), ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", client.RedirectUri), ("code_verifier", client.Verifier)], changes);

    internal Task<Answer> Refresh(TestClient client, string refreshToken, params (string Name, string? Value)[] changes) =>
        Token("/o/oauth2/token", [.. client.Credentials(), ("grant_type", "refresh_token"), ("refresh_token", refreshToken)], changes);

    internal async Task<Answer> Token(string path, IEnumerable<(string Name, string? Value)> form, params (string Name, string? Value)[] changes)
    {
        var fields = form.Where(field => changes.All(change => change.Name != field.Name)).Concat(changes).Where(field => field.Value is not null);
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value!)));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        return await Send(request);
    }

    /// <summary>Consent and exchange in one.</summary>
    internal async Task<Answer> Tokens(TestClient client, string email = "liz@example.com", params (string Name, string? Value)[] changes) =>
        await Exchange(client, await Code(client, email, changes));

    internal Task<Answer> ReadCalendar(string? accessToken) => Call(HttpMethod.Get, accessToken);

    internal async Task<Answer> Call(HttpMethod method, string? accessToken)
    {
        using var request = new HttpRequestMessage(method, Resource);
        if (accessToken is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        }

        return await Send(request);
    }

    internal async Task<Answer> Send(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.Of(response);
    }

    internal long Count(string table) => Database.Read(session => session.First($"SELECT COUNT(*) FROM {table}", row => row.GetInt64(0)));

    internal long RevokedGrants() => Database.Read(session => session.First("SELECT SUM(RevokedAt) FROM oauth2_grants WHERE RevokedAt IS NOT NULL", row => row.GetInt64(0)));

    internal IEnumerable<byte[]> DataFiles() => server.DataFiles();

    internal Task Execute(string sql, params (string Name, object? Value)[] values) =>
        Database.WriteAsync(session => session.Execute(sql, values), TestContext.Current.CancellationToken);

    private static void Seed(ValetKeyDb db, SecretSealer sealer)
    {
        var password = PasswordHash.Of("liz-pass").ToString();
        db.Domains.AddRange(new DomainRow { Name = "example.com" }, new DomainRow { Name = "other.example" });
        UserRow[] users = [.. Users.Select(user => new UserRow
        {
            UserName = user.Name, Domain = user.Domain, GivenName = "A", FamilyName = "B", PasswordHash = password,
        })];
        db.Users.AddRange(users);
        db.SaveChanges();
        var demo = new ProjectRow { Name = "Demo", OwnerId = users[0].Id };
        var foreign = new ProjectRow { Name = "Foreign", OwnerId = users[0].Id };
        db.Projects.AddRange(demo, foreign);
        db.SaveChanges();
        db.Clients.AddRange(TestClient.All.Select(client => new ClientRow
        {
            ClientId = client.Id,
            ProjectId = (client == TestClient.Foreign ? foreign : demo).Id,
            Type = client.Type,
            SecretHash = client.Secret is null ? null : OpaqueToken.Hash(client.Secret),
            DisplayName = client.Name,
            RedirectUris = client.Registered,
        }));
    }
}
