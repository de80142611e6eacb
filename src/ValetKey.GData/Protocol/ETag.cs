using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace ValetKey.GData.Protocol;

/// <summary>An entity tag (RFC 9110 §8.8.3): the name of one state of an entry or feed.</summary>
public sealed record ETag : IParsable<ETag>
{
    // The RFC leaves the space out; Google's own tags and old clients do not.
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create([' ', '!', .. Enumerable.Range('#', 0x7E - '#' + 1).Select(c => (char)c), .. Enumerable.Range(0x80, 0x80).Select(c => (char)c)]);

    private ETag(string opaque, bool isWeak) => (Opaque, IsWeak) = (opaque, isWeak);

    /// <summary>The text between the quotes; may be empty.</summary>
    public string Opaque { get; }

    /// <summary>Whether it names a state up to differences that do not matter. Feeds have weak tags.</summary>
    public bool IsWeak { get; }

    /// <summary>A strong tag, as entries have.</summary>
    /// <exception cref="ArgumentException">A quote, a control character or one beyond U+00FF in the text.</exception>
    public static ETag Strong(string opaque) => new(Checked(opaque), isWeak: false);

    /// <summary>A weak tag, as feeds have.</summary>
    /// <exception cref="ArgumentException">A quote, a control character or one beyond U+00FF in the text.</exception>
    public static ETag Weak(string opaque) => new(Checked(opaque), isWeak: true);

    /// <summary>Whether both are strong and the same (§8.8.3.2): what <c>If-Match</c> asks.</summary>
    public bool StronglyMatches(ETag? other) => other is not null && !IsWeak && !other.IsWeak && Opaque == other.Opaque;

    /// <summary>Whether both have the same text, weak or not (§8.8.3.2): what <c>If-None-Match</c> asks.</summary>
    public bool WeaklyMatches(ETag? other) => other is not null && Opaque == other.Opaque;

    /// <summary>As in headers and in <c>gd:etag</c>: <c>W/"…"</c> or <c>"…"</c>.</summary>
    public override string ToString() => IsWeak ? $"W/\"{Opaque}\"" : $"\"{Opaque}\"";

    /// <summary>Reads <c>"…"</c> or <c>W/"…"</c>.</summary>
    /// <exception cref="FormatException">No such text.</exception>
    public static ETag Parse(string s) => Parse(s, null);

    /// <inheritdoc/>
    public static ETag Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var etag) ? etag : throw new FormatException($"'{s}' is no entity tag; write it as \"…\" or W/\"…\".");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out ETag? result)
    {
        var isWeak = s?.StartsWith("W/", StringComparison.Ordinal) ?? false;
        var quoted = s.AsSpan(isWeak ? 2 : 0);
        result = quoted is ['"', .. var opaque, '"'] && !opaque.ContainsAnyExcept(Allowed) ? new(opaque.ToString(), isWeak) : null;
        return result is not null;
    }

    private static string Checked(string opaque)
    {
        ArgumentNullException.ThrowIfNull(opaque);
        return !opaque.AsSpan().ContainsAnyExcept(Allowed) ? opaque
            : throw new ArgumentException("An entity tag holds no quote, no control character and nothing beyond U+00FF.", nameof(opaque));
    }
}
