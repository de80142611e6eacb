using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ValetKey.Server.Accounts;
using ValetKey.Server.Storage;
using ValetKey.Server.Workspace;
using ValetKey.Server.Workspace.Reading;

namespace ValetKey.Server.Tests.Workspace;

/// <summary>A workspace at the start of a server: what it makes, what it leaves alone, and when it is loaded at all.</summary>
public sealed class WorkspaceLoadingTests : IDisposable
{
    private const string Text = """
        domains:
          - name: example.com
            users:
              - { username: admin, givenName: Ada, familyName: Admin, password: ada-admin-pass, admin: true }
              - { username: liz, givenName: Liz, familyName: Bennet, password: liz-pass }
        projects:
          - name: Demo
            owner: admin@example.com
            consumers: [{ consumerKey: example.com, consumerSecret: demo-consumer-secret, displayName: Demo, callbacks: [oob, "http://127.0.0.1:*/"] }]
            clients: [{ type: web, clientId: web.example, clientSecret: web-secret, redirectUris: ["https://app.example/cb"] }]
        tokens:
          - { kind: oauth1, consumerKey: example.com, user: admin@example.com, token: 1/admin, tokenSecret: admin-token-secret, scopes: ["https://docs.google.com/feeds/"] }
          - { kind: oauth2, clientId: web.example, user: liz@example.com, accessToken: liz-access, refreshToken: liz-refresh, expiresIn: 3600, scopes: ["https://www.google.com/calendar/feeds/"] }
        calendars:
          - { owner: liz@example.com, title: Liz, primary: true, timezone: Europe/London }
          - { owner: liz@example.com, title: Club, acl: [{ scope: "user:admin@example.com", role: read }] }
        documents:
          - { owner: liz@example.com, title: Letters, type: folder, acl: [{ scope: default, role: reader }], children: [{ title: To Jane, type: document }] }
        """;

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("valetkey-workspace-").FullName;
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));

    private string File => Path.Combine(folder, "workspace.yaml");

    private string Data => Path.Combine(folder, "data");

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Everything_in_it_is_there_before_the_first_request()
    {
        await using var server = await Start(Text);
        Assert.Equal(HttpStatusCode.OK, await Read(server, "liz-access"));
        await server.InDatabase(async db =>
        {
            Assert.NotNull(await new Passwords(db).Check("liz@example.com", "liz-pass", stop));
            Assert.Equal(2, (await db.Domains.SingleAsync(stop)).UserCount);
            Assert.Equal("oob\nhttp://127.0.0.1:*/", (await db.Consumers.SingleAsync(stop)).Callbacks);
            Assert.Equal(["Ada Admin", "Club", "Liz"], await db.Calendars.Select(c => c.Title).Order().ToListAsync(stop));
            Assert.Equal(2, await db.FileRules.CountAsync(r => r.ScopeType == "default", stop));         // what a folder is shared with has what it holds
        });
        Assert.Contains(server.Log.All, line => line.Contains("[1501] Loaded the workspace", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_secret_of_it_is_stored_or_logged_as_it_is()
    {
        await using var server = await Start(Text);
        foreach (var secret in new[] { "liz-pass", "ada-admin-pass", "demo-consumer-secret", "web-secret", "1/admin", "admin-token-secret", "liz-access", "liz-refresh" })
        {
            Assert.DoesNotContain(server.DataFiles(), bytes => bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(secret)) >= 0);
            Assert.DoesNotContain(server.Log.All, line => line.Contains(secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_second_start_with_the_same_file_applies_nothing_and_hashes_nothing()
    {
        string before;
        await using (var first = await Start(Text))
        {
            await first.InDatabase(db => db.Users.Where(u => u.UserName == "liz").ExecuteUpdateAsync(u => u.SetProperty(x => x.GivenName, "Changed").SetProperty(x => x.PasswordHash, "none"), stop));
            before = await Dump(first);
        }

        await using var second = await Start(Text);
        Assert.Equal(before, await Dump(second));
        Assert.Contains(second.Log.All, line => line.Contains("[1503]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unchanged_part_of_a_changed_file_changes_no_row_and_no_version()
    {
        string before;
        await using (var first = await Start(Text))
        {
            before = await Dump(first);
        }

        clock.Advance(TimeSpan.FromMinutes(1));
        await using var second = await Start(Text + "# a comment\n");
        Assert.Equal(before, await Dump(second));
        Assert.Contains(second.Log.All, line => line.Contains("[1501]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_changed_file_updates_what_is_there_creates_what_is_not_and_touches_nothing_else()
    {
        await using (var first = await Start(Text))
        {
            await first.InDatabase(async db =>
            {
                var liz = await db.Users.SingleAsync(u => u.UserName == "liz", stop);
                db.Files.Add(Server.Drive.FileRow.Of(liz, "own", Server.Drive.FileKind.Pdf, "Own", null, clock.GetUtcNow()));
                await db.SaveChangesAsync(stop);
            });
        }

        await using var second = await Start(Text
            .Replace("familyName: Bennet, password: liz-pass", "familyName: Darcy, password: another-pass", StringComparison.Ordinal)
            .Replace("title: Liz, primary", "title: Mine, primary", StringComparison.Ordinal)
            .Replace("displayName: Demo", "displayName: Renamed", StringComparison.Ordinal)
            .Replace("      - { username: liz", "      - { username: joe, givenName: Joe, familyName: Brown, password: joe-pass }\n      - { username: liz", StringComparison.Ordinal));
        await second.InDatabase(async db =>
        {
            var liz = await db.Users.SingleAsync(u => u.UserName == "liz", stop);
            Assert.Equal(("Darcy", 2), (liz.FamilyName, liz.Version));
            Assert.NotNull(await new Passwords(db).Check("liz@example.com", "another-pass", stop));
            Assert.Equal(1, (await db.Users.SingleAsync(u => u.UserName == "admin", stop)).Version);
            Assert.Equal(3, (await db.Domains.SingleAsync(stop)).UserCount);
            Assert.Equal("Renamed", (await db.Consumers.SingleAsync(stop)).DisplayName);
            Assert.Equal(["Ada Admin", "Club", "Joe Brown", "Mine"], await db.Calendars.Select(c => c.Title).Order().ToListAsync(stop));
            Assert.Equal(["Letters", "Own", "To Jane"], await db.Files.Select(f => f.Title).Order().ToListAsync(stop));
        });
        Assert.Equal(HttpStatusCode.OK, await Read(second, "liz-access"));
    }

    [Fact]
    public async Task A_file_that_names_what_is_not_there_loads_nothing_at_all()
    {
        var broken = Text + """

              - { owner: nobody@example.com, title: X, type: file }
              - { owner: liz@example.com, title: Y, type: file }
            """;
        var refused = await Assert.ThrowsAsync<WorkspaceException>(() => Start(broken));
        var problem = Assert.Single(refused.Problems);
        Assert.Equal((19, "documents[1].owner"), (problem.Place.Line, problem.Place.Path));
        Assert.Contains("nobody@example.com", refused.Message, StringComparison.Ordinal);

        await using var server = await Start(null);
        await server.InDatabase(async db => Assert.False(await db.Domains.AnyAsync(stop)));
    }

    [Theory]
    [InlineData("consumerKey: example.com, user", "consumerKey: other, user", "tokens[0].consumerKey")]
    [InlineData("clientId: web.example, user", "clientId: other, user", "tokens[1].clientId")]
    [InlineData("owner: admin@example.com", "owner: nobody@example.com", "projects[0].owner")]
    [InlineData(", password: liz-pass", "", "domains[0].users[1].password")]
    public async Task What_another_part_must_have_is_looked_for_and_named(string there, string instead, string path)
    {
        var refused = await Assert.ThrowsAsync<WorkspaceException>(() => Start(Text.Replace(there, instead, StringComparison.Ordinal)));
        Assert.Contains(refused.Problems, problem => problem.Place.Path == path);
    }

    [Fact]
    public async Task Reset_starts_empty_before_it_is_loaded()
    {
        await using (var first = await Start(Text))
        {
            await first.InDatabase(db => db.Users.Where(u => u.UserName == "liz").ExecuteUpdateAsync(u => u.SetProperty(x => x.GivenName, "Changed"), stop));
        }

        await using var second = await Start(Text, settings: ("ValetKey:Reset", "true"));
        await second.InDatabase(async db => Assert.Equal("Liz", (await db.Users.SingleAsync(u => u.UserName == "liz", stop)).GivenName));
        Assert.Equal(HttpStatusCode.OK, await Read(second, "liz-access"));
    }

    [Fact]
    public async Task A_ready_made_token_lives_for_its_time_from_each_start_on()
    {
        await using (var first = await Start(Text))
        {
            Assert.Equal(HttpStatusCode.OK, await Read(first, "liz-access"));
            clock.Advance(TimeSpan.FromHours(2));
            Assert.Equal(HttpStatusCode.Unauthorized, await Read(first, "liz-access"));
        }

        await using var second = await Start(Text);
        Assert.Equal(HttpStatusCode.OK, await Read(second, "liz-access"));
    }

    [Fact]
    public async Task A_name_that_was_deleted_may_be_given_again_and_inherits_nothing()
    {
        await using (var first = await Start(Text))
        {
            await using var scope = first.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Server.Directory.Users>().Delete("example.com", "liz", _ => true, stop);
        }

        await using var second = await Start(Text + "# again\n");
        await second.InDatabase(async db =>
        {
            Assert.Equal(2, await db.Users.CountAsync(u => u.UserName == "liz", stop));
            Assert.Equal(2, (await db.Domains.SingleAsync(stop)).UserCount);
        });
        Assert.Equal(HttpStatusCode.OK, await Read(second, "liz-access"));
    }

    [Fact]
    public async Task The_demo_is_loaded_in_Development_into_an_empty_database_and_its_credentials_are_told()
    {
        await using (var server = await Start(null, environment: "Development"))
        {
            var lines = server.Services.GetRequiredService<StartupNotice>().Lines;
            foreach (var word in new[] { "admin@example.com", "ada-admin-pass", "demo-consumer-secret", "demo-web-secret", "1/demo-admin-token", "demo-liz-access", "demo-liz-refresh" })
            {
                Assert.Contains(lines, line => line.Contains(word, StringComparison.Ordinal));
            }

            Assert.All(lines, line => Assert.InRange(line.Length, 1, 120));
            Assert.DoesNotContain(server.Log.All, line => line.Contains("[1502]", StringComparison.Ordinal));          // all of it is served
            Assert.Equal(HttpStatusCode.OK, await Read(server, "demo-liz-access"));
        }

        await using var again = await Start(null, environment: "Development");
        Assert.NotEmpty(again.Services.GetRequiredService<StartupNotice>().Lines);
    }

    [Fact]
    public async Task The_demo_is_not_loaded_in_Production_nor_beside_other_data()
    {
        await using (var production = await Start(null))
        {
            Assert.Empty(production.Services.GetRequiredService<StartupNotice>().Lines);
            await production.InDatabase(async db => Assert.False(await db.Domains.AnyAsync(stop)));
        }

        await using (var named = await Start(Text, environment: "Development"))
        {
            Assert.Empty(named.Services.GetRequiredService<StartupNotice>().Lines);
        }

        await using var development = await Start(null, environment: "Development");
        Assert.Empty(development.Services.GetRequiredService<StartupNotice>().Lines);
        await development.InDatabase(async db => Assert.Equal(2, await db.Users.CountAsync(stop)));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused_with_its_name()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => Start(null, settings: ("ValetKey:Workspace", Path.Combine(folder, "absent.yaml"))));
        Assert.Contains("absent.yaml", refused.Message, StringComparison.Ordinal);
    }

    private async Task<TestServer> Start(string? text, string environment = "Production", params (string Name, string Value)[] settings)
    {
        if (text is not null)
        {
            await System.IO.File.WriteAllTextAsync(File, text, stop);
            settings = [.. settings, ("ValetKey:Workspace", File)];
        }

        return await TestServer.Start(time: clock, environment: environment, data: Data, settings: settings);
    }

    private static async Task<HttpStatusCode> Read(TestServer server, string token)
    {
        using var client = server.Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        using var response = await client.GetAsync("/calendar/feeds/default", TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    /// <summary>Every row that a workspace can make, but for the digest of the file and what renews itself at each start.</summary>
    private static async Task<string> Dump(TestServer server)
    {
        var lines = new List<string>();
        await server.InDatabase(async db =>
        {
            foreach (var type in db.Model.GetEntityTypes().Where(type => type.GetTableName() is not ("applied_workspace" or "oauth2_tokens")))
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // names of the model
                command.CommandText = $"SELECT * FROM {type.GetTableName()} ORDER BY 1";
#pragma warning restore CA2100
                await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
                await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
                while (await reader.ReadAsync(TestContext.Current.CancellationToken))
                {
                    lines.Add(type.GetTableName() + " " + string.Join(", ", Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(i))));
                }
            }
        });
        Assert.NotEmpty(lines);
        return string.Join('\n', lines);
    }
}
