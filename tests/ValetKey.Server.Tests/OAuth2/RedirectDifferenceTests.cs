using CsCheck;
using ValetKey.Server.OAuth2;
using ValetKey.Server.OAuth2.Authorize;

namespace ValetKey.Server.Tests.OAuth2;

public sealed class RedirectDifferenceTests
{
    [Theory]
    [InlineData("a/cb\t", "a/cb", "Character 5 is U+0009 in what was sent, and the end in what is registered.")]
    [InlineData("a/cb", "a/cB", "Character 4 is \"b\" in what was sent, and \"B\" in what is registered.")]
    [InlineData("", "a", "Character 1 is the end in what was sent, and \"a\" in what is registered.")]
    [InlineData("a b", "aXb", "Character 2 is U+0020 in what was sent, and \"X\" in what is registered.")]
    [InlineData("\U0001F511", "\U0001F512", "Character 1 is U+1F511 in what was sent, and U+1F512 in what is registered.")]
    public void Names_the_first_character_that_differs(string sent, string registered, string words) =>
        Assert.Equal(words, new RedirectDifference(sent, registered).Words);

    [Theory]
    [InlineData("https://a/cx", "https://b/cx\nhttps://a/cb\nurn:x", "https://a/cb")]
    [InlineData("http://127.0.0.1:8080/cb/", "http://localhost:*/cb\nhttp://127.0.0.1:*/cb", "http://127.0.0.1:8080/cb")]
    [InlineData("http://127.0.0.1:80@evil.example/", "http://127.0.0.1:*/cb", "http://127.0.0.1:*/cb")]
    public void Is_taken_to_the_registered_address_that_agrees_longest_at_the_port_that_was_sent(string sent, string registered, string nearest) =>
        Assert.Equal(nearest, RedirectUris.Difference(Client(registered), sent)!.Registered);

    [Fact]
    public void Is_none_where_nothing_is_registered() => Assert.Null(RedirectUris.Difference(Client(""), "https://a/"));

    [Fact]
    public void Shows_any_text_in_bounded_printable_parts() => Gen.Select(Gen.String[Gen.Char, 0, 400], Gen.String[Gen.Char, 0, 400]).Sample((sent, registered) =>
    {
        var (before, mark, after) = new RedirectDifference(sent, registered).SentParts;
        return new[] { before, mark, after }.All(part => part.Length < 220 && !part.Any(char.IsControl)) && mark.Length > 0;
    });

    private static RegisteredClient Client(string registered) =>
        new("a", 1, "web", null, "A", "a@example.com", registered.Split('\n', StringSplitOptions.RemoveEmptyEntries));
}
