using ValetKey.Server.Workspace.Reading;
using ValetKey.Server.Workspace.Sections;

namespace ValetKey.Server.Tests.Workspace;

/// <summary>What is wrong in a workspace file is told with line, path and mend, all of it at once, and without a secret.</summary>
public sealed class WorkspaceReadingTests
{
    [Theory]
    [InlineData("domains:\n  - name: example.com\n    users:\n      - { username: liz, givenName: L, familyName: B, password: five5 }", 4, "domains[0].users[0].password", "InvalidPassword")]
    [InlineData("domains:\n  - name: example.com\n    users:\n      - username: liz\n        givenName: L\n        familyName: B\n        password: liz-pass\n        suspended: perhaps", 8, "domains[0].users[0].suspended", "Write true or false")]
    [InlineData("domains:\n  - name: example.com\n    users:\n      - { username: l i z, givenName: L, familyName: B, password: liz-pass }", 4, "domains[0].users[0].username", "InvalidUsername")]
    [InlineData("domains:\n  - name: example.com\n    users:\n      - { username: abuse, givenName: L, familyName: B, password: liz-pass }", 4, "domains[0].users[0].username", "EntityNameIsReserved")]
    [InlineData("domains:\n  - name: example.com\n    users:\n      - { username: liz, givenName: L, familyName: B, password: aa, hashFunctionName: SHA-256 }", 4, "domains[0].users[0].hashFunctionName", "SHA-1 or MD5")]
    [InlineData("domains:\n  - name: example.com\n    users:\n      - { username: liz, givenName: L, familyName: B, password: aa, hashFunctionName: MD5 }", 4, "domains[0].users[0].password", "32 hexadecimal digits")]
    [InlineData("domains:\n  - name: example.com\n    users:\n      - { username: liz, givenName: L, familyName: B, password: liz-pass, quota: 1.5 }", 4, "domains[0].users[0].quota", "digits")]
    [InlineData("domains:\n  - name: example.com\n    users:\n      - { username: liz, familyName: B, password: liz-pass }", 4, "domains[0].users[0].givenName", "Add givenName")]
    [InlineData("domains:\n  - name: example.com\n    users:\n      - { username: liz, givenName: L, familyName: B, password: liz-pass }\n      - { username: Liz, givenName: L, familyName: B, password: liz-pass }", 4, "domains[0].users", "line 5")]
    [InlineData("domains:\n  - name: example.com\n    user: []", 3, "domains[0].user", "Did you mean users?")]
    [InlineData("domains:\n  - name: example.com\n    nonsense: 1", 3, "domains[0].nonsense", "Known here: domainWideScopes, emailLists, groups, name, policies, users.")]
    [InlineData("domains: [{ name: example.com, policies: { oauth1Revision1: true } }]", 1, "domains[0].policies.oauth1Revision1", "Did you mean oauth1Revision10?")]
    [InlineData("domains: [{ name: example.com, policies: [] }]", 1, "domains[0].policies", "is a list, not keys with values")]
    [InlineData("domains: [{ name: example.com, domainWideScopes: [{ client: a }] }]", 1, "domains[0].domainWideScopes[0].scopes", "is missing")]
    [InlineData("projects: [{ name: D, owner: a@b, consumers: [{ consumerKey: k, consumerSecret: s, signatureMethods: [hmac-sha1] }] }]", 1, "projects[0].consumers[0].signatureMethods", "holds hmac-sha1")]
    [InlineData("domain: []", 1, "domain", "Did you mean domains?")]
    [InlineData("domains: example.com", 1, "domains", "is a single value, not a list")]
    [InlineData("domains:\n  - example.com", 2, "domains[0]", "key: value")]
    [InlineData("domains:\n  - name: [example.com]", 2, "domains[0].name", "is a list, not text")]
    [InlineData("domains:\n  - name: exa mple", 2, "domains[0].name", "example.com")]
    [InlineData("domains:\n  - name: a\n    name: b", 3, "domains[0].name", "second time")]
    [InlineData("- a", 1, "", "is a list")]
    [InlineData("projects:\n  - name: Demo", 2, "projects[0].owner", "Add owner")]
    [InlineData("projects:\n  - name: Demo\n    owner: admin", 3, "projects[0].owner", "liz@example.com")]
    [InlineData("projects:\n  - name: Demo\n    owner: a@b\n    consumers:\n      - consumerKey: k", 5, "projects[0].consumers[0].consumerSecret", "no certificate either")]
    [InlineData("projects:\n  - name: Demo\n    owner: a@b\n    consumers:\n      - { consumerKey: k, consumerSecret: s, callbacks: [\"ftp://x/\"] }", 5, "projects[0].consumers[0].callbacks", "ftp://x/")]
    [InlineData("projects:\n  - name: Demo\n    owner: a@b\n    consumers:\n      - { consumerKey: k, certificate: PEM }", 5, "projects[0].consumers[0].certificate", "BEGIN CERTIFICATE")]
    [InlineData("projects:\n  - name: Demo\n    owner: a@b\n    clients:\n      - { type: desktop, clientId: c }", 5, "projects[0].clients[0].type", "web or installed")]
    [InlineData("projects:\n  - name: Demo\n    owner: a@b\n    clients:\n      - { type: web, clientId: c }", 5, "projects[0].clients[0].clientSecret", "a web client has one")]
    [InlineData("projects:\n  - name: Demo\n    owner: a@b\n    clients:\n      - { type: installed, clientId: c, redirectUris: [/relative#x] }", 5, "projects[0].clients[0].redirectUris", "absolute")]
    [InlineData("tokens:\n  - kind: oauth3", 2, "tokens[0].kind", "oauth1 or oauth2")]
    [InlineData("tokens:\n  - { kind: oauth2, clientId: c, user: a@b, accessToken: t }", 2, "tokens[0].scopes", "opens nothing")]
    [InlineData("tokens:\n  - { kind: oauth2, clientId: c, user: a@b, accessToken: t, scopes: [\"https://www.google.com/calender/feeds/\"] }", 2, "tokens[0].scopes", "Did you mean https://www.google.com/calendar/feeds/?")]
    [InlineData("tokens:\n  - { kind: oauth1, consumerKey: c, user: a@b, token: t, scopes: [\"https://docs.google.com/feeds/\"] }", 2, "tokens[0].tokenSecret", "Add tokenSecret")]
    [InlineData("calendars:\n  - { owner: a@b }", 2, "calendars[0].title", "Add title")]
    [InlineData("calendars:\n  - { owner: a@b, title: T, timezone: Europe/Atlantis }", 2, "calendars[0].timezone", "Europe/London")]
    [InlineData("calendars:\n  - { owner: a@b, title: T, color: \"#12\" }", 2, "calendars[0].color", "#2952A3")]
    [InlineData("calendars:\n  - { owner: a@b, title: T, id: \"a b\" }", 2, "calendars[0].id", "letters")]
    [InlineData("calendars:\n  - { owner: a@b, title: T, id: liz@example.com }", 2, "calendars[0].id", "group.calendar.google.com")]
    [InlineData("calendars:\n  - { owner: a@b, primary: true, id: x }", 2, "calendars[0].id", "Leave one")]
    [InlineData("calendars:\n  - { owner: a@b, title: T, acl: [{ scope: joe, role: read }] }", 2, "calendars[0].acl[0].scope", "user:joe@example.com")]
    [InlineData("calendars:\n  - { owner: a@b, title: T, acl: [{ scope: \"user:joe@example.com\", role: reader }] }", 2, "calendars[0].acl[0].role", "owner, editor, read, freebusy")]
    [InlineData("documents:\n  - { owner: a@b, title: T, type: text }", 2, "documents[0].type", "spreadsheet")]
    [InlineData("documents:\n  - { title: T, type: file }", 2, "documents[0].owner", "Add owner")]
    [InlineData("documents:\n  - { owner: a@b, title: T, type: file, children: [{ title: C, type: file }] }", 2, "documents[0].children", "folder")]
    [InlineData("documents:\n  - { owner: a@b, title: T, type: folder, children: [{ title: C, type: folder, children: [{ type: file }] }] }", 2, "documents[0].children[0].children[0].title", "Add title")]
    [InlineData("documents:\n  - { owner: a@b, title: T, type: file, id: ../x }", 2, "documents[0].id", "letters")]
    [InlineData("documents:\n  - { owner: a@b, title: T, type: file, acl: [{ scope: default, role: owner }] }", 2, "documents[0].acl[0].role", "writer, commenter, reader")]
    public void An_error_names_line_path_and_mend(string text, int line, string path, string words)
    {
        var problem = Assert.Single(Refused(text).Problems);
        Assert.Equal((line, path), (problem.Place.Line, problem.Place.Path));
        Assert.Contains(words, problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("domains: [", 1)]
    [InlineData("domains:\n\t- name: a", 2)]
    [InlineData("domains:\n  - name: a\n    users:\n    \t- username: x", 4)]
    [InlineData("a: b\nc: \"d", 2)]
    [InlineData("domains: *nobody", 1)]
    [InlineData("a: 1\n---\nb: 2", 2)]
    [InlineData("? [a]\n: b", 1)]
    public void What_is_no_yaml_is_told_with_its_line(string text, int line) => Assert.InRange(Assert.Single(Refused(text).Problems).Place.Line, line, line + 1);

    [Fact]
    public void All_errors_are_told_at_once_in_the_order_of_the_file()
    {
        var refused = Refused("""
            domains:
              - name: example.com
                users:
                  - { username: "?", givenName: "", familyName: B, password: x, quota: 0, admin: si, unknown: 1 }
            tokens:
              - kind: oauth3
            """);
        Assert.Equal(7, refused.Problems.Count);
        Assert.Equal(refused.Problems.OrderBy(p => p.Place.Line).Select(p => p.Place), refused.Problems.Select(p => p.Place));
        Assert.StartsWith("The workspace file test.yaml was not loaded:\n  line 4: domains[0].users[0]", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_are_bounded()
    {
        var refused = Refused("documents:\n" + string.Concat(Enumerable.Repeat("  - {}\n", 1000)));
        Assert.Equal(50, refused.Problems.Count);
        Assert.Contains("and more", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_secret_is_in_an_error()
    {
        var refused = Refused("""
            domains:
              - name: example.com
                users: [{ username: liz, givenName: L, familyName: B, password: s3cr }]
            projects:
              - { name: Demo, owner: a@b, consumers: [{ consumerKey: k, consumerSecret: { a: s3cr } }], clients: [{ type: x, clientId: c, clientSecret: [s3cr] }] }
            tokens:
              - { kind: oauth1, consumerKey: k, user: x, token: s3cr, tokenSecret: s3cr, scopes: [] }
            """);
        Assert.DoesNotContain("s3cr", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_served_yet_is_listed_with_its_line_and_never_lost_silently()
    {
        var report = new WorkspaceReport("test.yaml");
        WorkspaceFile.Read("test.yaml", """
            domains:
              - name: example.com
                users:
                  - { username: liz, givenName: L, familyName: B, password: liz-pass, nicknames: [elizabeth] }
                groups: [{ id: staff, name: Staff, members: [liz] }]
                emailLists: [{ name: announce, recipients: [liz@example.com] }]
                domainWideScopes: [{ client: example.com, scopes: ["https://docs.google.com/feeds/"] }]
            projects:
              - name: Demo
                owner: liz@example.com
                clients:
                  - { type: device, clientId: d, clientSecret: s }
                  - { type: service, clientId: "1", email: robot@demo.valetkey.test, publicKey: PEM }
                  - { type: web, clientId: w, clientSecret: s, scopes: ["*"] }
                  - { type: web, clientId: v, clientSecret: s, scopes: ["https://docs.google.com/feeds/"] }
            calendars:
              - { owner: liz@example.com, primary: true, events: [{ title: Stand-up }] }
            documents:
              - { owner: liz@example.com, title: A, type: document, text: "Dear Jane" }
              - { owner: liz@example.com, title: B, type: spreadsheet, csv: "a,b" }
            """, report);
        Assert.Equal(
            [
                "4 domains[0].users[0].nicknames", "5 domains[0].groups", "6 domains[0].emailLists", "12 projects[0].clients[0]",
                "13 projects[0].clients[1]", "15 projects[0].clients[3].scopes", "17 calendars[0].events", "19 documents[0].text", "20 documents[1].csv",
            ],
            report.NotServed.Select(place => $"{place.Line} {place.Path}"));
    }

    [Fact]
    public void Json_is_read_by_the_same_way_in()
    {
        var file = Read("{\n\t\"domains\": [\n\t\t{ \"name\": \"example.com\", \"users\": [ { \"username\": \"liz\", \"givenName\": \"\\u00c9l\\/\", \"familyName\": \"B\", \"password\": \"liz-pass\", \"admin\": true, \"quota\": 5 } ] }\n\t]\n}\n");
        var user = Assert.Single(Assert.Single(file.Domains).Users);
        Assert.Equal(("Él/", true, 5), (user.Draft.GivenName, user.Draft.IsAdmin, user.Draft.QuotaInMegabytes));
    }

    [Fact]
    public void An_empty_file_is_an_empty_workspace() => Assert.Empty(Read("# nothing yet\n").Domains);

    [Fact]
    public void Null_is_as_if_it_were_not_there() =>
        Assert.Null(Assert.Single(Read("projects: [{ name: D, owner: a@b, consumers: [{ consumerKey: anonymous, consumerSecret: anonymous, displayName: null, certificate: null }] }]").Projects).Consumers[0].DisplayName);

    [Fact]
    public void Anchors_may_be_used_and_cannot_be_abused()
    {
        Assert.Equal(2, Read("calendars:\n  - &c { owner: a@b, title: T }\n  - *c").Calendars.Count);
        var laughs = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat("bcdefgh".Select(c => $"{c}: &{c} [{string.Join(", ", Enumerable.Repeat("*" + (char)(c - 1), 10))}]\n"));
        Assert.Contains("more than 1000000 values", Refused(laughs).Message, StringComparison.Ordinal);
        Assert.Contains("nested more than 64 deep", Refused(string.Concat(Enumerable.Repeat("[", 10_000))).Message, StringComparison.Ordinal);
        Assert.Contains("alias", Refused("a: &a [*a]").Message, StringComparison.Ordinal);
    }

    private static WorkspaceFile Read(string text) => WorkspaceFile.Read("test.yaml", text, new WorkspaceReport("test.yaml"));

    private static WorkspaceException Refused(string text) => Assert.Throws<WorkspaceException>(() => Read(text));
}
