using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ValetKey.Server.Accounts;
using ValetKey.Server.Calendar;
using ValetKey.Server.Directory;
using ValetKey.Server.Tests.GDataWire;

namespace ValetKey.Server.Tests.Directory;

public sealed class ProvisioningWriteTests : IAsyncLifetime
{
    private readonly GDataServer server = new();
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_new_user_is_201_with_its_address_and_can_sign_in()
    {
        var reply = await Post(SomeUser.Entry("Ann", "ann's password", "Ann", "New", quota: "512"));

        Assert.Equal(HttpStatusCode.Created, reply.Status);
        Assert.Equal($"http://127.0.0.1{SomeUser.Feed}/ann", reply.Header("Location"));
        Assert.Equal(reply.Header("Location"), reply.Header("Content-Location"));
        var login = reply.Xml.Element(GDataServer.Apps + "login")!;
        Assert.Equal(("ann", "false", "false"), (login.Attribute("userName")!.Value, login.Attribute("suspended")!.Value, login.Attribute("admin")!.Value));
        Assert.Null(login.Attribute("password"));
        Assert.Equal("512", reply.Xml.Element(GDataServer.Apps + "quota")!.Attribute("limit")!.Value);
        await server.InDatabase(async db =>
        {
            Assert.NotNull(await new Passwords(db).Check("ann@example.com", "ann's password", stop));
            var ann = await Find(db, "ann");
            var calendar = await db.Calendars.SingleAsync(c => c.OwnerId == ann.Id, stop);
            Assert.True(calendar.IsPrimary);
            Assert.Equal("Ann New", calendar.Title);
        });
        Assert.Equal("4", (await server.Get(GDataServer.Admin, SomeUser.Feed)).Number("totalResults"));
    }

    [Theory]
    [InlineData("1300", "EntityExists", "liz", SomeLetters)]
    [InlineData("1302", "EntityNameIsReserved", "abuse", SomeLetters)]
    [InlineData("1302", "EntityNameIsReserved", "Postmaster", SomeLetters)]
    [InlineData("1303", "EntityNameNotValid", ".liz", SomeLetters)]
    [InlineData("1303", "EntityNameNotValid", "liz.", SomeLetters)]
    [InlineData("1303", "EntityNameNotValid", "liz..b", SomeLetters)]
    [InlineData("1403", "InvalidUsername", "liz b", SomeLetters)]
    [InlineData("1403", "InvalidUsername", "liz@example.com", SomeLetters)]
    [InlineData("1403", "InvalidUsername", "lız", SomeLetters)]
    [InlineData("1403", "InvalidUsername", "", SomeLetters)]
    [InlineData("1402", "InvalidPassword", "new", "five5")]
    [InlineData("1402", "InvalidPassword", "new", "")]
    [InlineData("1402", "InvalidPassword", "new", null)]
    public async Task A_user_who_cannot_be_is_refused_with_the_code_of_the_api(string code, string reason, string userName, string? password)
    {
        var reply = await Post(SomeUser.Entry(userName, password));
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal((code, code == "1402" ? "" : userName.ToLowerInvariant(), reason), reply.AppsError);
        Assert.Equal("3", (await server.Get(GDataServer.Admin, SomeUser.Feed)).Number("totalResults"));
    }

    [Fact]
    public async Task Names_of_people_have_1_to_40_characters_that_can_be_printed()
    {
        var tooLong = new string('n', 41);
        Assert.Equal(("1400", tooLong, "InvalidGivenName"), (await Post(SomeUser.Entry(givenName: tooLong))).AppsError);
        Assert.Equal(("1400", " ", "InvalidGivenName"), (await Post(SomeUser.Entry(givenName: " "))).AppsError);
        Assert.Equal(("1400", "", "InvalidGivenName"), (await Post(SomeUser.Entry(givenName: null))).AppsError);
        Assert.Equal(("1401", tooLong, "InvalidFamilyName"), (await Post(SomeUser.Entry(familyName: tooLong))).AppsError);
        Assert.Equal(("1401", "\u0085", "InvalidFamilyName"), (await Post(SomeUser.Entry(familyName: "\u0085"))).AppsError);
        Assert.Equal(HttpStatusCode.Created, (await Post(SomeUser.Entry(givenName: new string('é', 40), familyName: "O'Neil ]]> --> \u2028 𝒳"))).Status);
        Assert.Equal("O'Neil ]]> --> \u2028 𝒳", (await server.Get(GDataServer.Admin, SomeUser.Feed + "/new?alt=json")).Json.GetProperty("entry").GetProperty("apps$name").GetProperty("familyName").GetString());
    }

    [Fact]
    public async Task A_password_has_6_to_100_characters()
    {
        Assert.Equal("1402", (await Post(SomeUser.Entry(password: new string('p', 101)))).AppsError.Code);
        Assert.Equal(HttpStatusCode.Created, (await Post(SomeUser.Entry(password: new string('p', 100)))).Status);
    }

    [Fact]
    public async Task A_quota_below_a_megabyte_is_1000() => Assert.Equal(("1000", "0", "UnknownError"), (await Post(SomeUser.Entry(quota: "0"))).AppsError);

    [Theory]
    [InlineData("SHA-1")]
    [InlineData("MD5")]
    public async Task A_digest_lets_the_password_in_and_not_itself(string function)
    {
#pragma warning disable CA5350, CA5351 // what the API took
        var digest = Convert.ToHexString(function == "MD5" ? MD5.HashData(Encoding.UTF8.GetBytes("ann-pass")) : SHA1.HashData(Encoding.UTF8.GetBytes("ann-pass")));
#pragma warning restore CA5350, CA5351
        Assert.Equal(HttpStatusCode.Created, (await Post(SomeUser.Entry("ann", digest, hashFunctionName: function))).Status);
        await server.InDatabase(async db =>
        {
            var stored = (await Find(db, "ann")).PasswordHash;
            Assert.StartsWith($"pbkdf2-sha512+{function}$210000$", stored, StringComparison.Ordinal);
            Assert.DoesNotContain(digest, stored, StringComparison.OrdinalIgnoreCase);
            Assert.Null(await new Passwords(db).Check("ann@example.com", digest, stop));
            Assert.Null(await new Passwords(db).Check("ann@example.com", digest.ToLowerInvariant(), stop));
            Assert.NotNull(await new Passwords(db).Check("ann@example.com", "ann-pass", stop));
        });
        await server.InDatabase(async db => Assert.StartsWith("pbkdf2-sha512$210000$", (await Find(db, "ann")).PasswordHash, StringComparison.Ordinal));     // replaced at the first sign-in
    }

    [Fact]
    public async Task A_digest_of_another_function_is_1404_and_of_another_length_1405()
    {
        var digest = new string('a', 40);
        Assert.Equal(("1404", "SHA-256", "InvalidHashFunctionName"), (await Post(SomeUser.Entry(password: digest, hashFunctionName: "SHA-256"))).AppsError);
        Assert.Equal(("1405", "", "InvalidHashDigestLength"), (await Post(SomeUser.Entry(password: digest, hashFunctionName: "MD5"))).AppsError);
        Assert.Equal(("1405", "", "InvalidHashDigestLength"), (await Post(SomeUser.Entry(password: digest + "salt", hashFunctionName: "SHA-1"))).AppsError);
        Assert.Equal(("1402", "", "InvalidPassword"), (await Post(SomeUser.Entry(password: new string('g', 40), hashFunctionName: "SHA-1"))).AppsError);
    }

    [Fact]
    public async Task An_update_changes_what_it_says_and_keeps_the_rest()
    {
        var reply = await Put("joe", SomeUser.Entry(userName: null, password: null, givenName: "Joseph", familyName: null, suspended: "true"));
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        var name = reply.Xml.Element(GDataServer.Apps + "name")!;
        Assert.Equal(("Joseph", "Brown"), (name.Attribute("givenName")!.Value, name.Attribute("familyName")!.Value));
        Assert.Equal("true", reply.Xml.Element(GDataServer.Apps + "login")!.Attribute("suspended")!.Value);
        await server.InDatabase(async db => Assert.NotNull(await new Passwords(db).Check("joe@example.com", "joe-pass", stop)));
    }

    [Fact]
    public async Task A_suspended_user_and_its_tokens_rest_until_it_is_restored()
    {
        await Put("liz", SomeUser.Entry(userName: null, password: null, givenName: null, familyName: null, suspended: "true"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Get(GDataServer.Liz, "/calendar/feeds/default")).Status);
        await Put("liz", SomeUser.Entry(userName: null, password: null, givenName: null, familyName: null, suspended: "false"));
        Assert.Equal(HttpStatusCode.OK, (await server.Get(GDataServer.Liz, "/calendar/feeds/default")).Status);
    }

    [Fact]
    public async Task Another_user_name_renames_and_what_is_shared_follows_but_tokens_end()
    {
        var before = (await server.Get(GDataServer.Liz, "/calendar/feeds/default/owncalendars/full")).Titles;
        var reply = await Put("liz", SomeUser.Entry("Elizabeth", password: null, givenName: null, familyName: null));

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal($"{SomeUser.Feed}/elizabeth", reply.Link("edit"));
        Assert.Equal(HttpStatusCode.NotFound, (await server.Get(GDataServer.Admin, SomeUser.Feed + "/liz")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Get(GDataServer.Liz, "/calendar/feeds/default")).Status);
        await server.InDatabase(async db =>
        {
            var user = await Find(db, "elizabeth");
            var account = new Account(user.Id, user.Domain, user.UserName, user.IsAdmin);
            var calendars = await new Calendars(db).List(account, ownOnly: true, 0, 100, stop);
            Assert.Equal(before, calendars.Calendars.Select(c => c.Calendar.Title));
            Assert.Equal("elizabeth@example.com", calendars.Calendars[0].Address);
            Assert.NotNull(await new Server.Drive.Files(db).Find(account, null, "inside", stop));
        });
    }

    [Fact]
    public async Task A_new_user_of_a_renamed_ones_old_name_inherits_nothing()
    {
        await Put("joe", SomeUser.Entry("joseph", password: null, givenName: null, familyName: null));
        Assert.Equal(HttpStatusCode.Created, (await Post(SomeUser.Entry("joe"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Get(GDataServer.Joe, "/calendar/feeds/default")).Status);
        await server.InDatabase(async db =>
        {
            var joe = await Find(db, "joe");
            var account = new Account(joe.Id, joe.Domain, joe.UserName, joe.IsAdmin);
            Assert.Equal(1, (await new Calendars(db).List(account, ownOnly: false, 0, 100, stop)).Total);
            Assert.Equal(0, (await new Server.Drive.Files(db).List(account, new() { Take = 100 }, stop)).Total);
        });
    }

    [Fact]
    public async Task A_name_that_another_user_has_cannot_be_taken_by_renaming()
    {
        Assert.Equal(("1300", "joe", "EntityExists"), (await Put("liz", SomeUser.Entry("joe", password: null, givenName: null, familyName: null))).AppsError);
        Assert.Equal("1302", (await Put("liz", SomeUser.Entry("abuse", password: null, givenName: null, familyName: null))).AppsError.Code);
        Assert.Equal(HttpStatusCode.OK, (await server.Get(GDataServer.Liz, "/calendar/feeds/default")).Status);
    }

    [Fact]
    public async Task A_deleted_user_is_gone_with_its_tokens_and_its_name_rests_for_five_days()
    {
        var deleted = await server.Send(HttpMethod.Delete, GDataServer.Admin, SomeUser.Feed + "/liz", body: null, []);
        Assert.Equal((HttpStatusCode.OK, ""), (deleted.Status, deleted.Body));
        Assert.Equal(HttpStatusCode.NotFound, (await server.Get(GDataServer.Admin, SomeUser.Feed + "/liz")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Get(GDataServer.Liz, "/calendar/feeds/default")).Status);
        Assert.Equal(["Joe Brown"], (await server.Get(GDataServer.Joe, "/calendar/feeds/default")).Titles);
        Assert.Equal("2", (await server.Get(GDataServer.Admin, SomeUser.Feed)).Number("totalResults"));
        Assert.Equal(("1100", "liz", "UserDeletedRecently"), (await Post(SomeUser.Entry("liz"))).AppsError);
        Assert.Equal("1100", (await Put("joe", SomeUser.Entry("liz", password: null, givenName: null, familyName: null))).AppsError.Code);

        server.Clock.Advance(TimeSpan.FromDays(5));

        Assert.Equal(HttpStatusCode.Created, (await Post(SomeUser.Entry("liz"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Get(GDataServer.Liz, "/calendar/feeds/default")).Status);     // a reused name inherits nothing
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task To_change_nobody_is_1301(string method)
    {
        var reply = await server.Send(HttpMethod.Parse(method), GDataServer.Admin, SomeUser.Feed + "/nobody", method == "PUT" ? SomeUser.Entry() : null, []);
        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
        Assert.Equal(("1301", "nobody", "EntityDoesNotExist"), reply.AppsError);
    }

    [Theory]
    [InlineData("false", null)]
    [InlineData(null, "true")]
    [InlineData(null, null)]
    public async Task The_last_administrator_cannot_demote_suspend_or_delete_itself(string? admin, string? suspended)
    {
        var reply = admin is null && suspended is null
            ? await server.Send(HttpMethod.Delete, GDataServer.Admin, SomeUser.Feed + "/admin", body: null, [])
            : await Put("admin", SomeUser.Entry(userName: null, password: null, givenName: null, familyName: null, admin: admin, suspended: suspended));
        Assert.Equal(HttpStatusCode.Forbidden, reply.Status);
        Assert.Contains("last administrator", reply.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await server.Get(GDataServer.Admin, SomeUser.Feed)).Status);

        await Put("joe", SomeUser.Entry(userName: null, password: null, givenName: null, familyName: null, admin: "true"));
        Assert.Equal(HttpStatusCode.OK, (await server.Send(HttpMethod.Delete, GDataServer.Admin, SomeUser.Feed + "/admin", body: null, [])).Status);
    }

    [Fact]
    public async Task A_full_domain_is_1200()
    {
        await using var full = await TestServer.Start(settings: ("Directory:UserLimit", "1"));
        await full.InDatabase(async db =>
        {
            db.Domains.Add(new DomainRow { Name = "example.com" });
            await db.SaveChangesAsync(stop);
            var users = new Users(db, [], Microsoft.Extensions.Options.Options.Create(new DirectoryOptions { UserLimit = 1 }), TimeProvider.System);
            var draft = new UserDraft { UserName = "first", GivenName = "A", FamilyName = "B", Password = "secret-pass" };
            Assert.IsType<UserOutcome.Done>(await users.Create("example.com", draft, stop));
            var refused = Assert.IsType<UserOutcome.Refused>(await users.Create("example.com", draft with { UserName = "second" }, stop));
            Assert.Equal((1200, "DomainUserLimitExceeded"), (refused.Problem.Code, refused.Problem.Reason));
            Assert.Equal(1, (await users.List("example.com", "", 0, 10, stop)).Total);
        });
    }

    [Fact]
    public async Task A_change_from_version_2_on_needs_the_state_it_means()
    {
        var etag = (await server.Get(GDataServer.Admin, SomeUser.Feed + "/liz", ("GData-Version", "2.0"))).Header("ETag")!;
        var entry = SomeUser.Entry(userName: null, password: null, givenName: "L", familyName: null);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Conditional(entry, null)).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Conditional(entry, "\"stale\"")).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Conditional(entry, "W/" + etag)).Status);
        var changed = await Conditional(entry, etag);
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.NotEqual(etag, changed.Header("ETag"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Conditional(entry, etag)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Conditional(entry, "*")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Put("liz", entry)).Status);          // version 1 knows no If-Match
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await server.Send(HttpMethod.Delete, GDataServer.Admin, SomeUser.Feed + "/liz", body: null, ("GData-Version", "2.0"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.Get(GDataServer.Admin, SomeUser.Feed + "/liz")).Status);
    }

    [Fact]
    public async Task Of_many_at_once_who_mean_the_same_state_one_succeeds()
    {
        var etag = (await server.Get(GDataServer.Admin, SomeUser.Feed + "/liz", ("GData-Version", "2.0"))).Header("ETag")!;
        var replies = await Task.WhenAll(Enumerable.Range(0, 16).Select(i =>
            Conditional(SomeUser.Entry(userName: null, password: null, givenName: i.ToString(CultureInfo.InvariantCulture), familyName: null), etag)));
        Assert.Equal(1, replies.Count(reply => reply.Status == HttpStatusCode.OK));
        Assert.Equal(15, replies.Count(reply => reply.Status == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task A_read_only_scope_changes_nothing_by_any_method()
    {
        Assert.Equal(HttpStatusCode.OK, (await server.Get(GDataServer.ReadOnly, SomeUser.Feed)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Send(HttpMethod.Post, GDataServer.ReadOnly, SomeUser.Feed, SomeUser.Entry(), [])).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Send(HttpMethod.Put, GDataServer.ReadOnly, SomeUser.Feed + "/liz", SomeUser.Entry(), [])).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Send(HttpMethod.Delete, GDataServer.ReadOnly, SomeUser.Feed + "/liz", body: null, [])).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Send(HttpMethod.Post, GDataServer.ReadOnly, SomeUser.Feed + "/liz", body: null, ("X-HTTP-Method-Override", "DELETE"))).Status);
    }

    [Fact]
    public async Task No_password_is_logged()
    {
        await Post(SomeUser.Entry("ann", "a-very-marked-password"));
        await Post(SomeUser.Entry("ann", "a-very-marked-password"));
        Assert.DoesNotContain(server.Log.All, line => line.Contains("a-very-marked-password", StringComparison.Ordinal));
    }

    private const string SomeLetters = "secret-pass";

    private Task<Reply> Post(string entry) => server.Send(HttpMethod.Post, GDataServer.Admin, SomeUser.Feed, entry, []);

    private Task<Reply> Put(string name, string entry) => server.Send(HttpMethod.Put, GDataServer.Admin, $"{SomeUser.Feed}/{name}", entry, []);

    private Task<Reply> Conditional(string entry, string? ifMatch) =>
        server.Send(HttpMethod.Put, GDataServer.Admin, SomeUser.Feed + "/liz", entry, ifMatch is null ? [("GData-Version", "2.0")] : [("GData-Version", "2.0"), ("If-Match", ifMatch)]);

    private Task<UserRow> Find(Storage.ValetKeyDb db, string name) => db.Users.SingleAsync(u => u.UserName == name && u.DeletedAt == null, stop);
}
