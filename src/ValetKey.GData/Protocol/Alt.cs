using System.Diagnostics.CodeAnalysis;

namespace ValetKey.GData.Protocol;

/// <summary>The form in which a feed or entry is answered: the value of <c>alt</c>.</summary>
public sealed class Alt : IParsable<Alt>
{
    private Alt(string name) => Name = name;

    /// <summary>Atom: what is answered when nobody asks for another form.</summary>
    public static Alt Atom { get; } = new("atom");

    /// <summary>The Atom document turned to JSON, its text under <c>$t</c>.</summary>
    public static Alt Json { get; } = new("json");

    /// <summary>The same as a call of a script's function.</summary>
    public static Alt JsonInScript { get; } = new("json-in-script");

    /// <summary>RSS 2.0.</summary>
    public static Alt Rss { get; } = new("rss");

    /// <summary>All that the protocol knows; an API may answer fewer.</summary>
    public static IReadOnlyList<Alt> All { get; } = [Atom, Json, JsonInScript, Rss];

    /// <summary>As in the query; case matters.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <inheritdoc/>
    public static Alt Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var alt) ? alt
        : throw new FormatException($"'{s}' is no value of alt; use one of {string.Join(", ", All)}.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out Alt? result) =>
        (result = All.FirstOrDefault(a => a.Name == s)) is not null;
}
