using ValetKey.Playground.Outgoing;

namespace ValetKey.Playground.Tests.Outgoing;

public sealed class OutgoingUrlTests
{
    private static readonly Origin Own = OriginOf("http://127.0.0.1:8080");

    [Theory]
    [InlineData("http://127.0.0.1:8080/a/feeds/example.com/user/2.0?x=%20y", "http://127.0.0.1:8080/a/feeds/example.com/user/2.0?x=%20y")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/")]
    [InlineData("/feeds/default/private/full/folder%3Aroot", "http://127.0.0.1:8080/feeds/default/private/full/folder%3Aroot")]
    [InlineData("http://127.0.0.1:8080/ö", "http://127.0.0.1:8080/%C3%B6")]
    public void Of_this_server_is_taken(string text, string uri) => Assert.Equal(uri, OutgoingUrl.Parse(text, Own).AbsoluteUri);

    [Theory]
    [InlineData("http://127.1:8080/")]                          // other spellings of the very same address
    [InlineData("http://2130706433:8080/")]
    [InlineData("http://0x7f000001:8080/")]
    [InlineData("http://0177.0.0.1:8080/")]
    [InlineData("http://①②⑦.⓪.⓪.①:8080/")]
    [InlineData("http://127。0。0。1:8080/")]
    [InlineData("http://127.0.0.1.:8080/")]
    [InlineData("http://%31%32%37.0.0.1:8080/")]
    [InlineData("http://localhost.:8080/")]
    [InlineData("http://[::ffff:7f00:1]:8080/")]
    [InlineData("http://[::127.0.0.1]:8080/")]
    [InlineData("http://[64:ff9b::7f00:1]:8080/")]
    [InlineData("http://[2002:7f00:1::]:8080/")]
    [InlineData("http://0:8080/")]                              // this host under other names
    [InlineData("http://0.0.0.0:8080/")]
    [InlineData("http://[::]:8080/")]
    [InlineData("http://[::1]:8080/")]
    [InlineData("http://127.0.0.2:8080/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]    // elsewhere
    [InlineData("http://169.254.43518/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://172.16.0.1/")]
    [InlineData("http://192.168.0.1/")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("http://[fc00::1]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://224.0.0.1/")]
    [InlineData("http://255.255.255.255/")]
    [InlineData("https://www.google.com/calendar/feeds/default")]
    [InlineData("http://127.0.0.1/")]                           // other ports
    [InlineData("http://127.0.0.1:22/")]
    [InlineData("http://127.0.0.1:25/")]
    [InlineData("http://127.0.0.1:6379/")]
    [InlineData("http://127.0.0.1:08080/")]
    [InlineData("https://127.0.0.1:8080/")]                     // another scheme
    [InlineData("//127.0.0.1:8080/x")]                          // no scheme
    [InlineData("/\\evil.example/x")]
    [InlineData("http://127.0.0.1:8080.evil.example/")]
    [InlineData("http://evil.example\\@127.0.0.1:8080/")]
    [InlineData("http:127.0.0.1:8080/")]
    [InlineData("http:/127.0.0.1:8080/")]
    [InlineData("http:///127.0.0.1:8080/")]
    public void Of_another_place_or_in_another_spelling_is_refused(string text) => AssertRefused(text, "own origin", "scheme");

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1:8080/")]
    [InlineData("gopher://127.0.0.1:8080/_x")]
    [InlineData("data:text/plain,x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ws://127.0.0.1:8080/")]
    public void Of_another_scheme_is_refused(string text) => AssertRefused(text, "scheme");

    [Theory]
    [InlineData("http://user@127.0.0.1:8080/")]
    [InlineData("http://user:password@127.0.0.1:8080/")]
    [InlineData("http://@127.0.0.1:8080/")]
    public void With_a_user_in_it_is_refused(string text) => AssertRefused(text, "no user in the address");

    [Theory]
    [InlineData("")]
    [InlineData("http://127.0.0.1:8080/a b")]
    [InlineData("http://127.0.0.1:8080/a\r\nX: y")]
    [InlineData("http://127.0.0.1:8080/a\tb")]
    [InlineData("http://127.0.0.1:8080/\0")]
    [InlineData("http://127.0.0.1:8080/\u0085")]
    public void With_blanks_or_control_characters_is_refused(string text) => AssertRefused(text, "address");

    [Fact]
    public void Longer_than_8000_characters_is_refused() => AssertRefused("/" + new string('x', 8000), "address");

    [Fact]
    public void Of_Googles_hosts_is_refused_with_a_hint_that_they_are_served_here() => Assert.Contains("Google's hosts are all served here",
        Assert.Throws<OutgoingRefusedException>(() => OutgoingUrl.Parse("https://apps-apis.google.com/a/feeds/user/", Own)).Message, StringComparison.Ordinal);

    private static void AssertRefused(string text, params string[] rules) =>
        Assert.Contains(Assert.Throws<OutgoingRefusedException>(() => OutgoingUrl.Parse(text, Own)).Rule, rules, StringComparer.Ordinal);

    private static Origin OriginOf(string text) => Origin.TryParse(text, out var origin) ? origin : throw new ArgumentException(text, nameof(text));
}
