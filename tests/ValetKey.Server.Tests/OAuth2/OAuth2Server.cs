using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ValetKey.Server.Accounts;
using ValetKey.Server.ApisConsole;
using ValetKey.Server.Directory;
using ValetKey.Server.OAuth2;
using ValetKey.Server.Operations;
using ValetKey.Server.Scopes;
using ValetKey.Server.Storage;

namespace ValetKey.Server.Tests.OAuth2;

/// <summary>The OAuth 2.0 server on a real port, with users and clients, two protected resources, and a clock that the test moves.</summary>
public sealed class OAuth2Server : IAsyncLifetime
{
    public const string Calendar = "https://www.google.com/calendar/feeds/";
    public const string Documents = "https://docs.google.com/feeds/";
    public const string ReadOnlyCalendar = "https://www.googleapis.com/auth/calendar.readonly";

    private readonly string directory = Directory.CreateTempSubdirectory("valetkey-oauth2-").FullName;
    private WebApplication app = null!;

    /// <summary>Never follows a redirect, and keeps no cookies.</summary>
    public HttpClient Http { get; private set; } = null!;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));

    public string Origin => Http.BaseAddress!.GetLeftPart(UriPartial.Authority);

    internal RecordedLog Log { get; } = new();

    internal SqlDatabase Database => app.Services.GetRequiredService<SqlDatabase>();

    internal IServiceProvider Services => app.Services;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Test" });
        builder.Configuration["ValetKey:DataDirectory"] = directory;
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddOperations();
        builder.Services.AddStorage();
        builder.Services.AddScopes();
        builder.Services.AddAccounts();
        builder.Services.AddOAuth2();
        app = builder.Build();
        app.UseValetKey();
        app.MapAccounts();
        app.MapOAuth2();
        app.MapGet("/calendar/feeds/default", (Caller caller) => TypedResults.Text(caller.Account.Email)).Requires(Api.Calendar, Access.Read);
        app.MapPost("/calendar/feeds/default", (Caller caller) => TypedResults.Text(caller.Account.Email)).Requires(Api.Calendar, Access.Write);
        await Seed();
        await app.StartAsync();
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(directory, recursive: true);
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
        using var request = new HttpRequestMessage(method, "/calendar/feeds/default");
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

    internal Task Execute(string sql, params (string Name, object? Value)[] values) =>
        Database.WriteAsync(session => session.Execute(sql, values), TestContext.Current.CancellationToken);

    private async Task Seed()
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ValetKeyDb>>().CreateDbContextAsync();
        await db.Database.EnsureCreatedAsync();
        var password = PasswordHash.Of("liz-pass").ToString();
        db.Domains.AddRange(new DomainRow { Name = "example.com" }, new DomainRow { Name = "other.example" });
        var users = new[] { ("admin", "example.com"), ("liz", "example.com"), ("joe", "example.com"), ("zoe", "other.example") }
            .Select(user => new UserRow { UserName = user.Item1, Domain = user.Item2, GivenName = "A", FamilyName = "B", PasswordHash = password }).ToArray();
        db.Users.AddRange(users);
        await db.SaveChangesAsync();
        var projects = new[] { "Demo", "Foreign" }.Select(name => new ProjectRow { Name = name, OwnerId = users[0].Id }).ToArray();
        db.Projects.AddRange(projects);
        await db.SaveChangesAsync();
        db.Clients.AddRange(TestClient.All.Select(client => new ClientRow
        {
            ClientId = client.Id,
            ProjectId = projects[client == TestClient.Foreign ? 1 : 0].Id,
            Type = client.Type,
            SecretHash = client.Secret is null ? null : OpaqueToken.Hash(client.Secret),
            DisplayName = client.Name,
            RedirectUris = client.Registered,
        }));
        await db.SaveChangesAsync();
    }
}
