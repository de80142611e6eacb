using System.Diagnostics.CodeAnalysis;
using ValetKey.GData.Atom;

namespace ValetKey.GData.Protocol;

/// <summary>A version of the Google Data protocol: the value of <c>GData-Version</c> or of <c>v=</c>.</summary>
public sealed class ProtocolVersion : IParsable<ProtocolVersion>
{
    /// <summary>The header that names the version, in requests and answers.</summary>
    public const string HeaderName = "GData-Version";

    private ProtocolVersion(int major) => Major = major;

    /// <summary>Version 1: what a request means that names none. No ETags; drafts of the openSearch and app namespaces.</summary>
    public static ProtocolVersion V1 { get; } = new(1);

    /// <summary>Version 2: ETags, and the final namespaces.</summary>
    public static ProtocolVersion V2 { get; } = new(2);

    /// <summary>Version 3: as 2 on this level; some APIs say more in it.</summary>
    public static ProtocolVersion V3 { get; } = new(3);

    /// <summary>All that are spoken here.</summary>
    public static IReadOnlyList<ProtocolVersion> All { get; } = [V1, V2, V3];

    /// <summary>1, 2 or 3.</summary>
    public int Major { get; }

    /// <summary>Whether entries and feeds carry <c>gd:etag</c> and writes ask for <c>If-Match</c>: from version 2 on.</summary>
    public bool HasETags => Major >= 2;

    /// <summary>The namespace of <c>openSearch</c> in this version.</summary>
    public string OpenSearch => Major == 1 ? Namespaces.OpenSearch10 : Namespaces.OpenSearch11;

    /// <summary>The namespace of <c>app</c> in this version.</summary>
    public string App => Major == 1 ? Namespaces.AppDraft : Namespaces.App;

    /// <summary>As in the header: <c>2.0</c>.</summary>
    public override string ToString() => Major switch { 1 => "1.0", 2 => "2.0", _ => "3.0" };

    /// <summary>The version that a request asks for.</summary>
    /// <param name="header">The value of <c>GData-Version</c>, if there is one.</param>
    /// <param name="query">The value of <c>v</c>, if there is one; it wins, since whoever wrote the URL knew it.</param>
    /// <param name="version">Version 1 when nobody says.</param>
    /// <returns>False when a version is named that is not spoken here.</returns>
    public static bool TryChoose(string? header, string? query, [NotNullWhen(true)] out ProtocolVersion? version)
    {
        version = V1;
        var asked = query ?? header;
        return asked is null || TryParse(asked, null, out version);
    }

    /// <summary>Reads <c>2.0</c> or the bare <c>2</c>.</summary>
    /// <exception cref="FormatException">Not one of <see cref="All"/>; the message lists them.</exception>
    public static ProtocolVersion Parse(string s) => Parse(s, null);

    /// <inheritdoc/>
    public static ProtocolVersion Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var version) ? version
        : throw new FormatException($"'{s}' is no version of the Google Data protocol; use one of {string.Join(", ", All)}.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out ProtocolVersion? result)
    {
        result = s?.Trim() switch { "1" or "1.0" => V1, "2" or "2.0" => V2, "3" or "3.0" => V3, _ => null };
        return result is not null;
    }
}
