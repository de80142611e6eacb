using System.Net;
using ValetKey.GData.Atom;
using ValetKey.GData.Protocol;
using ValetKey.GData.Provisioning;

namespace ValetKey.GData.Tests.Provisioning;

public sealed class AppsClientTests : IDisposable
{
    private const string Feed = "https://apps-apis.google.com/a/feeds/example.com/user/2.0";

    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private static readonly UserEntry Liz = OwnDocuments.User("liz") with { Links = [Link.ToAtom(LinkRelation.Edit, $"{Feed}/liz")] };

    private readonly StubGoogle _google = new();
    private readonly AppsClient _apps;

    public AppsClientTests() => _apps = new("example.com", new CountingAuthorizer(), _google.Http, GoogleHosts.Google);

    [Fact]
    public async Task Retrieves_a_user_under_the_scope_of_users()
    {
        _google.Answers(Xml.Of(Liz, ProtocolVersion.V2));
        Assert.Equal(Liz, await _apps.RetrieveUserAsync("liz", Stop));
        Assert.Equal(("GET", $"{Feed}/liz", "https://apps-apis.google.com/a/feeds/user/"), (_google.Sent[0].Method, _google.Sent[0].Address, _google.Sent[0].Scope));
        Assert.Equal("2.0", _google.Sent[0].Header("GData-Version"));
    }

    [Fact]
    public async Task Retrieves_all_users_page_by_page()
    {
        _google.Answers(Page($"{Feed}?startUsername=max", "ada", "liz")).Answers(Page(null, "max"));
        Assert.Equal(["ada", "liz", "max"], await _apps.RetrieveUsersAsync(Stop).Select(u => u.Login.UserName).ToListAsync(Stop));
        Assert.Equal([Feed, $"{Feed}?startUsername=max"], _google.Addresses);
        Assert.All(_google.Sent, s => Assert.Equal("https://apps-apis.google.com/a/feeds/user/", s.Scope));
    }

    [Fact]
    public async Task Retrieves_one_page_from_a_user_on()
    {
        _google.Answers(Page(null, "max")).Answers(Page(null, "max"));
        Assert.Single((await _apps.RetrievePageOfUsersAsync("a&b", Stop)).Entries);
        await _apps.RetrievePageOfUsersAsync(stop: Stop);
        Assert.Equal([$"{Feed}?startUsername=a%26b", Feed], _google.Addresses);
    }

    [Fact]
    public async Task Creates_a_user_of_the_right_kind()
    {
        _google.Answers(Xml.Of(Liz, ProtocolVersion.V2), HttpStatusCode.Created);
        await _apps.CreateUserAsync(new() { Login = new("liz") { Password = "correct horse" }, Name = new("Given", "Family"), Quota = new(1024) }, Stop);

        Assert.Equal(("POST", Feed), (_google.Sent[0].Method, _google.Sent[0].Address));
        var sent = Xml.Entry<UserEntry>(_google.Sent[0].Body!);
        Assert.Equal([UserEntry.Kind], sent.Categories);
        Assert.Equal("correct horse", sent.Login.Password?.Reveal());
        Assert.Null(sent.Login.Suspended);
    }

    [Fact]
    public async Task Updates_what_was_fetched_unless_somebody_else_did()
    {
        _google.Answers(Xml.Of(Liz, ProtocolVersion.V2));
        await _apps.UpdateUserAsync(Liz with { Name = Liz.Name with { FamilyName = "Other" } }, Stop);
        Assert.Equal(("PUT", $"{Feed}/liz", "\"liz\""), (_google.Sent[0].Method, _google.Sent[0].Address, _google.Sent[0].Header("If-Match")));
        Assert.Equal("Other", Xml.Entry<UserEntry>(_google.Sent[0].Body!).Name.FamilyName);
    }

    [Fact]
    public async Task Renames_at_the_old_address()
    {
        _google.Answers(Xml.Of(Liz, ProtocolVersion.V2));
        await _apps.UpdateUserAsync(Liz with { Login = Liz.Login with { UserName = "elizabeth" } }, Stop);
        Assert.Equal($"{Feed}/liz", _google.Sent[0].Address);
        Assert.Equal("elizabeth", Xml.Entry<UserEntry>(_google.Sent[0].Body!).Login.UserName);
    }

    [Fact]
    public async Task Updates_in_any_state_by_name_what_was_never_fetched()
    {
        _google.Answers(Xml.Of(Liz, ProtocolVersion.V2));
        await _apps.UpdateUserAsync(new() { Login = new("liz") { Admin = true } }, Stop);
        Assert.Equal(($"{Feed}/liz", "*"), (_google.Sent[0].Address, _google.Sent[0].Header("If-Match")));
    }

    [Fact]
    public async Task Updates_nothing_that_has_no_address_or_one_elsewhere()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _apps.UpdateUserAsync(new(), Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => _apps.UpdateUserAsync(Liz with { Links = [Link.ToAtom("edit", "https://www.example.com/steal")] }, Stop));
        Assert.Empty(_google.Sent);
    }

    [Fact]
    public async Task Deletes_a_user()
    {
        _google.Answers(HttpStatusCode.OK);
        await _apps.DeleteUserAsync("o'liz", Stop);
        Assert.Equal(("DELETE", $"{Feed}/o%27liz", "*"), (_google.Sent[0].Method, _google.Sent[0].Address, _google.Sent[0].Header("If-Match")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Suspends_and_restores_a_user(bool suspended)
    {
        var before = Liz with { Login = Liz.Login with { Suspended = !suspended } };
        _google.Answers(Xml.Of(before, ProtocolVersion.V2)).Answers(sent => StubGoogle.Text(sent.Body!));
        var after = suspended ? await _apps.SuspendUserAsync("liz", Stop) : await _apps.RestoreUserAsync("liz", Stop);
        Assert.Equal(suspended, after.Login.Suspended);
        Assert.Equal("\"liz\"", _google.Sent[1].Header("If-Match"));
        Assert.Null(Xml.Entry<UserEntry>(_google.Sent[1].Body!).Login.Password);
    }

    [Fact]
    public async Task Throws_the_error_that_the_api_answered()
    {
        _google.Answers(Golden.Text("apps-errors.xml"), HttpStatusCode.NotFound);
        var refused = await Assert.ThrowsAsync<AppsException>(() => _apps.RetrieveUserAsync("liz", Stop));
        Assert.Equal((404, "1301", "EntityDoesNotExist", "liz"), (refused.Status, refused.Code, refused.Reason, refused.Place));
        Assert.Equal(AppsErrorCode.EntityDoesNotExist, refused.AppsError.Kind);
        Assert.Equal(AppsErrorCode.EntityDoesNotExist.Mend, refused.Mend);
        Assert.Equal(2, refused.Errors.Count);
    }

    [Fact]
    public async Task Throws_the_general_exception_for_all_else()
    {
        _google.Answers("Forbidden for users", HttpStatusCode.Forbidden);
        var refused = await Assert.ThrowsAsync<GDataException>(() => _apps.RetrieveUserAsync("liz", Stop));
        Assert.Equal((403, "Forbidden for users"), (refused.Status, refused.Reason));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task Takes_no_name_that_would_be_another_path(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _apps.RetrieveUserAsync(name, Stop));
        Assert.Throws<ArgumentException>(() => new AppsClient(name, new CountingAuthorizer()));
    }

    [Fact]
    public async Task Keeps_a_slash_in_a_name_inside_its_segment()
    {
        _google.Answers(Xml.Of(Liz, ProtocolVersion.V2));
        await _apps.RetrieveUserAsync("../nickname/x", Stop);
        Assert.Equal($"{Feed}/..%2Fnickname%2Fx", _google.Sent[0].Address);
    }

    public void Dispose()
    {
        _apps.Dispose();
        _google.Dispose();
    }

    private static string Page(string? next, params string[] names) => Xml.Of(new Feed<UserEntry>
    {
        Links = next is null ? [] : [Link.ToAtom(LinkRelation.Next, next)],
        Entries = [.. names.Select(OwnDocuments.User)],
    }, ProtocolVersion.V2);
}
