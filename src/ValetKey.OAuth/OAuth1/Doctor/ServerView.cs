using System.Text;

namespace ValetKey.OAuth;

/// <summary>What is known of the server's side of a refused request. Everything is optional, and each part makes the diagnosis surer.</summary>
public sealed record ServerView
{
    /// <summary>Nothing is known.</summary>
    public static ServerView Nothing { get; } = new();

    /// <summary>The server's clock when the request came; <c>null</c>, the default, leaves the timestamp unjudged.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>How far a timestamp may lie to each side of the clock. Default five minutes.</summary>
    public TimeSpan TimestampWindow { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Nonces that the server took before, of this consumer and token.</summary>
    public IReadOnlyList<SeenNonce> UsedNonces { get; init; } = [];

    /// <summary>What a proxy added: <c>X-Forwarded-Proto</c>, <c>-Host</c>, <c>-Port</c>, <c>-Prefix</c>, <c>Forwarded</c>.</summary>
    public IReadOnlyList<Parameter> ForwardedHeaders { get; init; } = [];

    /// <summary>Whether the server believes <see cref="ForwardedHeaders"/>. Default no.</summary>
    public bool ProxyTrusted { get; init; }

    /// <summary>The body of the refusal, or its <c>WWW-Authenticate</c>; a base string in it is found in any of the usual forms.</summary>
    public string? ErrorBody { get; init; }

    /// <summary>The base string that the server computed, where it is known otherwise than from <see cref="ErrorBody"/>.</summary>
    public string? BaseString { get; init; }

    /// <summary>Further names, perhaps with a port, by which a client may know the server: behind a proxy, in a test, before a move.</summary>
    public IReadOnlyList<string> OtherHosts { get; init; } = [];

    /// <summary>What the server takes as <c>oauth_signature_method</c>. Default <see cref="SignatureMethod.All"/>; add a <see cref="SignatureMethod.Custom"/> one of a provider's own.</summary>
    public IReadOnlyList<SignatureMethod> SignatureMethods { get; init; } = SignatureMethod.All;

    // The body and the base string hold parameters.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("Now = ").Append(Now?.ToString("O", System.Globalization.CultureInfo.InvariantCulture)).Append(", ProxyTrusted = ").Append(ProxyTrusted);
        return true;
    }
}
