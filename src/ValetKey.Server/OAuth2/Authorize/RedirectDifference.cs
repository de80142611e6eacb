using System.Text;

namespace ValetKey.Server.OAuth2.Authorize;

/// <summary>Two addresses one above the other, with the first character that differs: what a person needs to mend a redirect URI.</summary>
/// <remarks>Public since the page that shows it is.</remarks>
public sealed record RedirectDifference(string Sent, string Registered)
{
    /// <summary>How many characters agree before the first that does not.</summary>
    public int At
    {
        get
        {
            var common = Sent.AsSpan().CommonPrefixLength(Registered);
            return common > 0 && char.IsHighSurrogate(Sent[common - 1]) ? common - 1 : common;
        }
    }

    /// <summary>What was sent, in parts to print: cut where it is long, and without characters that cannot be seen.</summary>
    public (string Before, string Mark, string After) SentParts => Parts(Sent);

    /// <summary>What is registered, likewise.</summary>
    public (string Before, string Mark, string After) RegisteredParts => Parts(Registered);

    /// <summary>The difference in words, for who cannot see it.</summary>
    public string Words => $"Character {At + 1} is {Named(Sent)} in what was sent, and {Named(Registered)} in what is registered.";

    private (string Before, string Mark, string After) Parts(string address)
    {
        if (At >= address.Length)
        {
            return (Printable.Of(address), "(end)", "");
        }

        var mark = Rune.TryGetRuneAt(address, At, out var rune) ? rune.Utf16SequenceLength : 1;
        var before = At > 120 ? "…" + address[(At - 120)..At] : address[..At];
        return (Printable.Of(before), Printable.Of(address.Substring(At, mark)), Printable.Of(address[(At + mark)..], 80));
    }

    private string Named(string address) => At >= address.Length ? "the end"
        : !Rune.TryGetRuneAt(address, At, out var rune) ? "half a character"
        : rune.IsAscii && !Rune.IsControl(rune) && rune.Value != ' ' ? $"\"{rune}\"" : Printable.CodePoint(rune);
}
