using ValetKey.GData.Atom;
using ValetKey.OAuth;

namespace ValetKey.GData.Protocol;

/// <summary>What is asked of a feed, as the query of its address. A client builds it, a server parses it. What was not asked is <c>null</c>.</summary>
public sealed record GDataQuery
{
    /// <summary>Full text: words, <c>"phrases"</c>, <c>-not</c>.</summary>
    public string? Text { get; init; }

    /// <summary>Entries of this author, by name or e-mail address.</summary>
    public string? Author { get; init; }

    /// <summary>The form of the answer.</summary>
    public Alt? Alt { get; init; }

    /// <summary>How many entries at most, from 0.</summary>
    public int? MaxResults { get; init; }

    /// <summary>The place of the first entry in the whole; the first of all is 1.</summary>
    public int? StartIndex { get; init; }

    /// <summary>Entries updated at this time or later.</summary>
    public DateTimeOffset? UpdatedMin { get; init; }

    /// <summary>Entries updated before this time.</summary>
    public DateTimeOffset? UpdatedMax { get; init; }

    /// <summary>Entries published at this time or later.</summary>
    public DateTimeOffset? PublishedMin { get; init; }

    /// <summary>Entries published before this time.</summary>
    public DateTimeOffset? PublishedMax { get; init; }

    /// <summary>What to sort by; the words are the API's.</summary>
    public string? OrderBy { get; init; }

    /// <summary><c>ascending</c> or <c>descending</c>.</summary>
    public string? SortOrder { get; init; }

    /// <summary>Which parts are answered.</summary>
    public string? Fields { get; init; }

    /// <summary>Whether the answer is laid out for people.</summary>
    public bool? PrettyPrint { get; init; }

    /// <summary>Whether a parameter that the API does not know is refused.</summary>
    public bool? Strict { get; init; }

    /// <summary>The protocol version as text, where the query names one (<c>v</c>).</summary>
    public string? Version { get; init; }

    /// <summary>The parameters of the API, and all others, decoded and in order.</summary>
    public AtomList<Parameter> Further { get; init; } = [];

    /// <summary>The value of the first further parameter of a name; <c>null</c> without one.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var parameter in Further.AsSpan())
            {
                if (parameter.Name == name)
                {
                    return parameter.Value;
                }
            }

            return null;
        }
    }

    /// <summary>The query with one more parameter of an API.</summary>
    /// <param name="name">As on the wire.</param>
    /// <param name="value">Not encoded; <c>null</c> adds nothing.</param>
    public GDataQuery With(string name, string? value) => value is null ? this : this with { Further = Further.Add(new(name, value)) };

    /// <summary>An address with this query in place of its own.</summary>
    public Uri On(Uri address) => new UriBuilder(address) { Query = ToString() }.Uri;

    /// <summary>As in an address, encoded, without the question mark; empty when nothing is asked.</summary>
    public override string ToString() => FormEncoding.Encode(GDataQueryText.Parameters(this));

    /// <summary>Reads the query of an address.</summary>
    /// <param name="query">Encoded, with or without the question mark; may be empty.</param>
    /// <param name="result">What is asked; nothing when an error is returned.</param>
    /// <returns><c>null</c>, or what to answer: a value that cannot be taken, or a parameter of the protocol that stands twice.</returns>
    public static GDataError? Parse(string? query, out GDataQuery result) => GDataQueryText.Parse(query, out result);

    /// <summary>With <c>strict</c>, refuses what neither the protocol nor the API knows.</summary>
    /// <param name="known">The names of the API's own parameters.</param>
    /// <returns><c>null</c>, or what to answer.</returns>
    public GDataError? RefuseUnknown(params ReadOnlySpan<string> known)
    {
        if (Strict != true)
        {
            return null;
        }

        foreach (var (name, _) in Further.AsSpan())
        {
            if (!known.Contains(name) && !GDataQueryText.IsForTheTransport(name))
            {
                return GDataError.InvalidParameter(name, $"'{AtomReading.Short(name)}' is no parameter of this feed, and strict is on.");
            }
        }

        return null;
    }
}
