using System.Net;
using Microsoft.EntityFrameworkCore;
using ValetKey.Server.Directory;
using ValetKey.Server.Tests.GDataWire;

namespace ValetKey.Server.Tests.Directory;

public sealed class ProvisioningReadTests(GDataServer server) : IClassFixture<GDataServer>
{
    [Theory]
    [InlineData(null, "user-v1.xml")]
    [InlineData("2.0", "user-v2.xml")]
    public async Task A_user_is_an_entry_as_the_api_had_it(string? version, string golden)
    {
        var reply = await server.Get(GDataServer.Admin, SomeUser.Feed + "/liz?prettyprint=true", version is null ? [] : [("GData-Version", version)]);
        Assert.Equal("application/atom+xml; charset=UTF-8; type=entry", reply.Header("Content-Type"));
        Golden.Matches(golden, reply.Body);
    }

    [Theory]
    [InlineData(null, "users-v1.xml")]
    [InlineData("2.0", "users-v2.xml")]
    public async Task The_users_are_a_feed_as_the_api_had_it(string? version, string golden)
    {
        var reply = await server.Get(GDataServer.Admin, SomeUser.Feed + "?prettyprint=true", version is null ? [] : [("GData-Version", version)]);
        Assert.Equal("application/atom+xml; charset=UTF-8; type=feed", reply.Header("Content-Type"));
        Golden.Matches(golden, reply.Body);
    }

    [Theory]
    [InlineData("/liz", "user.json")]
    [InlineData("", "users.json")]
    public async Task Alt_json_is_the_same_document_as_json(string path, string golden)
    {
        var reply = await server.Get(GDataServer.Admin, SomeUser.Feed + path + "?alt=json&v=2&prettyprint=true");
        Assert.Equal("application/json; charset=UTF-8", reply.Header("Content-Type"));
        Golden.Matches(golden, reply.Body);
    }

    [Fact]
    public async Task A_name_of_any_case_finds_its_user() =>
        Assert.Equal(HttpStatusCode.OK, (await server.Get(GDataServer.Admin, "/a/feeds/Example.COM/user/2.0/LIZ")).Status);

    [Fact]
    public async Task The_feed_turns_pages_of_a_hundred_by_name_until_each_user_was_there_once()
    {
        const string feed = "/a/feeds/many.example/user/2.0";
        var names = Enumerable.Range(0, 250).Select(i => $"user{i:000}").Append("boss").Order(StringComparer.Ordinal).ToList();
        await server.InDatabase(async db =>
        {
            var hash = (await db.Users.FirstAsync(TestContext.Current.CancellationToken)).PasswordHash;
            db.Domains.Add(new DomainRow { Name = "many.example", UserCount = names.Count });
            db.Users.AddRange(names.Select(name => new UserRow { Domain = "many.example", UserName = name, GivenName = "A", FamilyName = "B", PasswordHash = hash, IsAdmin = name == "boss", Version = 1 }));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            var boss = await db.Users.SingleAsync(u => u.UserName == "boss", TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlAsync($"UPDATE oauth2_grants SET UserId = {boss.Id} WHERE Id = (SELECT GrantId FROM oauth2_tokens WHERE TokenHash = {ValetKey.Server.Accounts.OpaqueToken.Hash(GDataServer.OtherAdmin)})", TestContext.Current.CancellationToken);
        });

        var pages = new List<Reply>();
        for (var next = feed; next is not null; next = pages[^1].Link("next"))
        {
            pages.Add(await server.Get(GDataServer.OtherAdmin, next, ("GData-Version", "2.0")));
        }

        Assert.Equal([100, 100, 51], pages.Select(page => page.Entries.Count));
        Assert.Equal(names, pages.SelectMany(page => page.Titles));
        Assert.All(pages, page => Assert.Equal(("251", "1", "100"), (page.Number("totalResults"), page.Number("startIndex"), page.Number("itemsPerPage"))));
        Assert.Equal($"{feed}?startUsername=user099", pages[0].Link("next"));
        Assert.Equal(["user100", "user101"], (await server.Get(GDataServer.OtherAdmin, feed + "?startUsername=user100&max-results=2")).Titles);
        Assert.Equal(["user110", "user111"], (await server.Get(GDataServer.OtherAdmin, feed + "?startUsername=user10&start-index=11&max-results=2")).Titles);
    }

    [Fact]
    public async Task A_page_starts_from_a_name_that_nobody_has() =>
        Assert.Equal(["joe", "liz"], (await server.Get(GDataServer.Admin, SomeUser.Feed + "?startUsername=B")).Titles);

    [Fact]
    public async Task A_page_of_no_entries_still_tells_the_total()
    {
        var reply = await server.Get(GDataServer.Admin, SomeUser.Feed + "?max-results=0");
        Assert.Empty(reply.Entries);
        Assert.Equal(("3", "0"), (reply.Number("totalResults"), reply.Number("itemsPerPage")));
    }

    [Fact]
    public async Task What_no_name_can_begin_with_is_1407()
    {
        var reply = await server.Get(GDataServer.Admin, SomeUser.Feed + "?startUsername=%3C");
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal(("1407", "<", "InvalidQueryParameterValue"), reply.AppsError);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("..%2fadmin")]
    [InlineData("%5c")]
    [InlineData("a%20b")]
    [InlineData("con")]
    public async Task A_user_who_is_not_there_is_1301_with_status_404(string name)
    {
        var reply = await server.Get(GDataServer.Admin, $"{SomeUser.Feed}/{name}");
        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
        Assert.Equal("application/xml; charset=UTF-8", reply.Header("Content-Type"));
        Assert.Equal(("1301", "EntityDoesNotExist"), (reply.AppsError.Code, reply.AppsError.Reason));
    }

    [Fact]
    public async Task Every_path_of_another_domain_is_403_whether_it_exists_or_not()
    {
        var (method, entry) = (new[] { HttpMethod.Get, HttpMethod.Put, HttpMethod.Delete }, SomeUser.Entry());
        foreach (var tail in new[] { "", "/zoe", "/nobody" })
        {
            foreach (var verb in tail.Length == 0 ? [HttpMethod.Get, HttpMethod.Post] : method)
            {
                var (existing, absent) = (
                    await server.Send(verb, GDataServer.Admin, "/a/feeds/other.example/user/2.0" + tail, verb == HttpMethod.Get ? null : entry, ("If-Match", "*")),
                    await server.Send(verb, GDataServer.Admin, "/a/feeds/absent.example/user/2.0" + tail, verb == HttpMethod.Get ? null : entry, ("If-Match", "*")));
                Assert.Equal(HttpStatusCode.Forbidden, existing.Status);
                Assert.Equal((existing.Status, existing.Body), (absent.Status, absent.Body));
            }
        }
    }

    [Fact]
    public async Task Whoever_is_no_administrator_is_403()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Get(GDataServer.Liz, SomeUser.Feed)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Get(GDataServer.Liz, SomeUser.Feed + "/liz")).Status);
    }

    [Fact]
    public async Task A_token_of_another_api_is_403_and_names_the_scope()
    {
        var reply = await server.Get(GDataServer.CalendarAlone, SomeUser.Feed);
        Assert.Equal(HttpStatusCode.Forbidden, reply.Status);
        Assert.Contains("error=\"insufficient_scope\"", reply.Header("WWW-Authenticate"), StringComparison.Ordinal);
        Assert.Contains("scope=\"https://apps-apis.google.com/a/feeds/user/\"", reply.Header("WWW-Authenticate"), StringComparison.Ordinal);
    }
}
