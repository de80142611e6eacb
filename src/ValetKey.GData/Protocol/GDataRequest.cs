using System.Net.Http.Headers;
using ValetKey.GData.Atom;

namespace ValetKey.GData.Protocol;

/// <summary>A request before it is signed, so that each hop and each second try is a fresh copy.</summary>
internal sealed record GDataRequest(HttpMethod Method, Uri Address)
{
    private static readonly MediaTypeHeaderValue AtomType = new("application/atom+xml") { CharSet = "UTF-8" };

    /// <summary>An Atom entry as UTF-8; <c>null</c> for none.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>The state that is changed: a tag or <c>*</c>.</summary>
    public string? IfMatch { get; init; }

    /// <summary>The state that is known.</summary>
    public ETag? IfNoneMatch { get; init; }

    public static GDataRequest Get(Uri address, ETag? known = null) => new(HttpMethod.Get, address) { IfNoneMatch = known };

    public static GDataRequest Post<TEntry>(Uri address, TEntry entry, ProtocolVersion version) where TEntry : Entry, IAtomEntry<TEntry> =>
        new(HttpMethod.Post, address) { Body = AtomWriter.ToBytes(entry, version) };

    public static GDataRequest Put<TEntry>(Uri address, TEntry entry, ProtocolVersion version) where TEntry : Entry, IAtomEntry<TEntry> =>
        new(HttpMethod.Put, address) { Body = AtomWriter.ToBytes(entry, version), IfMatch = Condition(entry.ETag, version) };

    public static GDataRequest Delete(Uri address, ETag? etag, ProtocolVersion version) => new(HttpMethod.Delete, address) { IfMatch = Condition(etag, version) };

    public HttpRequestMessage At(Uri address)
    {
        var message = new HttpRequestMessage(Method, address);
        if (Body is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body);
            message.Content.Headers.ContentType = AtomType;
        }

        Add("If-Match", IfMatch);
        Add("If-None-Match", IfNoneMatch?.ToString());
        return message;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                message.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    // From version 2 on a write without a condition is refused; without a tag, any state will do.
    private static string? Condition(ETag? etag, ProtocolVersion version) => version.HasETags ? etag?.ToString() ?? "*" : null;
}
