namespace ValetKey.GData.Protocol;

/// <summary>One of Google's APIs as a client meets it.</summary>
/// <param name="Origin">Where it is at Google, as <c>https://www.google.com</c>. Credentials go nowhere else; <see cref="GoogleHosts"/> may move it.</param>
/// <param name="Version">The version of the protocol that is spoken.</param>
public sealed record GDataService(Uri Origin, ProtocolVersion Version)
{
    /// <summary>The scope that all its addresses fall under; <c>null</c> when each lies below its own scope, as is usual.</summary>
    public Uri? Scope { get; init; }

    /// <summary>Makes the API's own exception of an answer that has an error in a form of its own.</summary>
    internal Func<GDataError, ReadOnlyMemory<byte>, GDataException> ToException { get; init; } = (error, _) => new(error);

    /// <summary>The Google URL whose scope an address needs.</summary>
    internal Uri ScopeOf(Uri address) => Scope ?? new Uri(Origin, address.AbsolutePath);
}
