using System.Diagnostics.CodeAnalysis;

namespace ValetKey.GData.Documents;

/// <summary>The name of a document: its kind and an id, as <c>document:12345</c> (<c>gd:resourceId</c>).</summary>
public sealed record ResourceId : IParsable<ResourceId>
{
    private ResourceId(string kind, string id) => (Kind, Id) = (kind, id);

    /// <summary>The folder that holds all others.</summary>
    public static ResourceId Root { get; } = new("folder", "root");

    /// <summary><c>document</c>, <c>spreadsheet</c>, <c>presentation</c>, <c>drawing</c>, <c>form</c>, <c>pdf</c>, <c>file</c>, <c>folder</c>, or what the server adds.</summary>
    public string Kind { get; }

    /// <summary>What tells it from others of its kind.</summary>
    public string Id { get; }

    /// <summary>As a segment of a path, the colon escaped: <c>document%3A12345</c>.</summary>
    public string PathSegment => Uri.EscapeDataString(ToString());

    /// <summary>As in <c>gd:resourceId</c>: <c>document:12345</c>.</summary>
    public override string ToString() => $"{Kind}:{Id}";

    /// <summary>The name of a document of a kind.</summary>
    /// <exception cref="ArgumentException">One of them is empty, or the kind holds a colon.</exception>
    public static ResourceId Of(string kind, string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return TryParse($"{kind}:{id}", null, out var result) && result.Kind == kind ? result
            : throw new ArgumentException($"'{kind}' is no kind of document; write one such as document or folder.", nameof(kind));
    }

    /// <summary>Reads <c>document:12345</c>.</summary>
    /// <exception cref="FormatException">No kind, no colon, or no id.</exception>
    public static ResourceId Parse(string s) => Parse(s, null);

    /// <inheritdoc/>
    public static ResourceId Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var id) ? id
        : throw new FormatException($"'{s}' names no document; write kind and id, as document:12345.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out ResourceId? result)
    {
        var text = s?.Trim() ?? "";
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        result = colon > 0 && colon < text.Length - 1 && !text.AsSpan().ContainsAny(" \t\r\n") ? new(text[..colon], text[(colon + 1)..]) : null;
        return result is not null;
    }
}
