using ValetKey.GData.Atom;
using ValetKey.GData.Protocol;
using ValetKey.GData.Provisioning;

namespace ValetKey.GData.Tests.Provisioning;

public sealed class UserEntryTests
{
    [Theory]
    [InlineData("1.0", "provisioning-user-v1.xml")]
    [InlineData("2.0", "provisioning-user-v2.xml")]
    public void Is_written_as_the_provisioning_api_wrote_it(string version, string golden) =>
        Golden.Matches(golden, Xml.Of(OwnDocuments.User("liz"), ProtocolVersion.Parse(version)));

    [Fact]
    public void Is_read_as_it_was_written() => Assert.Equal(OwnDocuments.User("liz"), Xml.Entry<UserEntry>(Golden.Text("provisioning-user-v2.xml")));

    [Fact]
    public void Stands_in_pages() => Golden.Matches("provisioning-user-feed.xml", Xml.Of(OwnDocuments.Users, ProtocolVersion.V1));

    [Fact]
    public void Is_read_from_pages()
    {
        var page = Xml.Feed<UserEntry>(Golden.Text("provisioning-user-feed.xml"));
        Assert.Equal("ada, liz", string.Join(", ", page.Entries));
        Assert.Equal("http://www.example.com/a/feeds/example.com/user/2.0?startUsername=max", page.Links.Find(LinkRelation.Next)?.Href);
    }

    [Fact]
    public void Says_nothing_about_what_was_not_said()
    {
        var user = Xml.Entry<UserEntry>("<entry xmlns='http://www.w3.org/2005/Atom'/>");
        Assert.Equal(new UserEntry(), user);
        Assert.Null(user.Login.UserName);
        Assert.Null(user.Name.FamilyName);
        Assert.Null(user.Quota);
        Assert.DoesNotContain("apps:", Xml.Of(user, ProtocolVersion.V2).Replace("xmlns:apps", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_two_logins() => Assert.Throws<AtomException>(() => Xml.Entry<UserEntry>(
        "<entry xmlns='http://www.w3.org/2005/Atom' xmlns:apps='http://schemas.google.com/apps/2006'><apps:login userName='a'/><apps:login userName='b'/></entry>"));

    [Fact]
    public void Keeps_a_login_of_another_namespace_apart()
    {
        var user = Xml.Entry<UserEntry>("<entry xmlns='http://www.w3.org/2005/Atom' xmlns:apps='urn:other'><apps:login userName='a'/></entry>");
        Assert.Null(user.Login.UserName);
        Assert.Equal("a", Assert.Single(user.ExtensionElements).Attribute("userName"));
    }
}
