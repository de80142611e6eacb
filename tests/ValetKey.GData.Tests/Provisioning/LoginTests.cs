using ValetKey.GData.Atom;
using ValetKey.GData.Provisioning;

namespace ValetKey.GData.Tests.Provisioning;

public sealed class LoginTests
{
    private const string Ns = "xmlns:apps='http://schemas.google.com/apps/2006'";

    [Fact]
    public void Is_written_as_the_provisioning_api_wrote_it() => Golden.Matches("login.xml", Xml.Of(new Login("liz") { Suspended = true }));

    [Fact]
    public void Says_null_for_what_was_not_said() => Assert.Equal(new Login("liz"), Xml.Read<Login>($"<apps:login {Ns} userName='liz'/>"));

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData(" TRUE ", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    public void Takes_either_spelling_of_a_flag(string text, bool expected) => Assert.Equal(expected, Xml.Read<Login>($"<apps:login {Ns} suspended='{text}'/>").Suspended);

    [Fact]
    public void Refuses_a_flag_that_is_none() =>
        Assert.Contains("'perhaps' is neither true nor false", Assert.Throws<AtomException>(() => Xml.Read<Login>($"<apps:login {Ns} suspended='perhaps'/>")).Reason, StringComparison.Ordinal);

    [Fact]
    public void Does_not_show_a_password()
    {
        var login = Xml.Read<Login>($"<apps:login {Ns} userName='liz' password='correct horse' hashFunctionName='SHA-1'/>");
        Assert.Equal("correct horse", login.Password?.Reveal());
        Assert.DoesNotContain("horse", login.ToString(), StringComparison.Ordinal);
    }
}
