namespace ValetKey.OAuth;

/// <summary>What is to be known about a provider of OAuth 1.0, as data: where it answers, and in what it differs from RFC 5849.</summary>
/// <remarks>Addresses may hold <c>{host}</c>, where each customer of the provider has a host or an account of its own; <see cref="EndpointsAt"/> fills it in.</remarks>
public sealed record OAuth1Provider
{
    private const string Host = "{host}";

    /// <summary>Short and stable, for settings: <c>flickr</c>.</summary>
    public required string Id { get; init; }

    /// <summary>For people: <c>Flickr</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Where the provider, or who knows it, says what stands here.</summary>
    public required Uri Source { get; init; }

    /// <summary>Where a request token is asked for; <c>null</c> where tokens are made on a page, or there are none.</summary>
    public string? RequestTokenUrl { get; init; }

    /// <summary>Where the user consents; <c>null</c> as above.</summary>
    public string? AuthorizeUrl { get; init; }

    /// <summary>Where a request token is exchanged; <c>null</c> as above.</summary>
    public string? AccessTokenUrl { get; init; }

    /// <summary>What its API's addresses begin with.</summary>
    public required string ApiUrl { get; init; }

    /// <summary>What it takes, the one to use first.</summary>
    public IReadOnlyList<SignatureMethod> SignatureMethods { get; init; } = [SignatureMethod.HmacSha1];

    /// <summary>Where the parameters of signing travel.</summary>
    public ParameterTransmission Transmission { get; init; }

    /// <summary>GET or POST for the two token endpoints. Default POST.</summary>
    public string TokenMethod { get; init; } = "POST";

    /// <summary>Whether it speaks revision 1.0a, with a verifier. Without one, whoever returns may be another than who consented (the advisory of 2009).</summary>
    public bool HasVerifier { get; init; } = true;

    /// <summary>Whether it takes the callback only at the consent page, as revision 1.0 had it.</summary>
    public bool CallbackAtAuthorize { get; init; }

    /// <summary>Whether requests act for a user by a token; <c>false</c> for a consumer that acts alone (two-legged).</summary>
    public bool HasTokens { get; init; } = true;

    /// <summary>What the realm must be, for people; <c>null</c> where none is needed.</summary>
    public string? Realm { get; init; }

    /// <summary>Whether bodies that are no form must be signed by <c>oauth_body_hash</c>.</summary>
    public bool BodyHash { get; init; }

    /// <summary>Whether tokens end and are renewed by a session handle (see <see cref="OAuth1Flow.RenewAsync"/>).</summary>
    public bool HasSessions { get; init; }

    /// <summary>The parameter of the consent page, or of the request token (<see cref="PermissionAtRequest"/>), that says what for; <c>null</c> where the registration says it.</summary>
    public string? PermissionParameter { get; init; }

    /// <summary>Whether <see cref="PermissionParameter"/> goes to the request token's endpoint instead.</summary>
    public bool PermissionAtRequest { get; init; }

    /// <summary>What the parameter may be, as the provider writes it.</summary>
    public IReadOnlyList<string> Permissions { get; init; } = [];

    /// <summary>Whether it refuses requests that do not name their application in <c>User-Agent</c>.</summary>
    public bool NeedsUserAgent { get; init; }

    /// <summary>How long an access token lives, for people; <c>null</c> for until revoked.</summary>
    public string? TokenLifetime { get; init; }

    /// <summary>Since when OAuth 1.0 is gone there, as far as known; <c>null</c> while it works.</summary>
    public string? Retired { get; init; }

    /// <summary>What else is peculiar, as a sentence; <c>null</c> for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Whether <see cref="EndpointsAt"/> needs a host or account.</summary>
    public bool NeedsHost => $"{ApiUrl} {RequestTokenUrl}".Contains(Host, StringComparison.Ordinal);

    /// <summary>Whether a user's consent can be had by the three endpoints.</summary>
    public bool HasFlow => RequestTokenUrl is not null;

    /// <summary>The three endpoints.</summary>
    /// <param name="host">What stands for <c>{host}</c>: a name, with a port where it has one; needed where <see cref="NeedsHost"/>.</param>
    /// <exception cref="InvalidOperationException">The provider has no such endpoints.</exception>
    /// <exception cref="ArgumentException">No host is given where one is needed, or it is none.</exception>
    public OAuth1Endpoints EndpointsAt(string? host = null) => HasFlow
        ? new(Fill(RequestTokenUrl!, host), Fill(AuthorizeUrl!, host), Fill(AccessTokenUrl!, host))
        : throw new InvalidOperationException($"{Name} has no endpoints for tokens: {Note ?? "they are made on its pages."}");

    /// <summary>The consumer as this provider wants it: method of signing, transmission and body hash. What else was set stays.</summary>
    /// <exception cref="ArgumentException">The provider takes no method that this consumer, by its secret or its private key, can use.</exception>
    public OAuth1Consumer Fit(OAuth1Consumer consumer)
    {
        ArgumentNullException.ThrowIfNull(consumer);
        var method = SignatureMethods.Contains(consumer.SignatureMethod) ? consumer.SignatureMethod
            : SignatureMethods.FirstOrDefault(m => m.IsRsa == consumer.PrivateKey is not null)
                ?? throw new ArgumentException($"{Name} takes {string.Join(", ", SignatureMethods)}; give the consumer {(consumer.PrivateKey is null ? "a private key" : "a secret")}.", nameof(consumer));
        return consumer with { SignatureMethod = method, Transmission = Transmission, BodyHash = BodyHash };
    }

    private static Uri Fill(string address, string? host)
    {
        if (!address.Contains(Host, StringComparison.Ordinal))
        {
            return new(address);
        }

        if (string.IsNullOrEmpty(host) || Uri.CheckHostName(host.Split(':')[0]) == UriHostNameType.Unknown && !host.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw new ArgumentException($"Give the host or account that stands for {Host} in {address}, without scheme and path.", nameof(host));
        }

        return new(address.Replace(Host, host, StringComparison.Ordinal));
    }
}
