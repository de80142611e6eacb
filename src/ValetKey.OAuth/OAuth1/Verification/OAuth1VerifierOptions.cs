namespace ValetKey.OAuth;

/// <summary>The limits of a verifier.</summary>
public sealed record OAuth1VerifierOptions
{
    /// <summary>How far a timestamp may lie to each side of the server's clock. Default five minutes.</summary>
    public TimeSpan TimestampWindow { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The shortest RSA key whose signature counts, in bits. Default 2048.</summary>
    public int MinimumRsaKeySize { get; init; } = 2048;

    /// <summary>The methods that this server knows; which of them a consumer may use stands with the consumer. Default <see cref="SignatureMethod.All"/>; add custom ones.</summary>
    public IReadOnlyList<SignatureMethod> SignatureMethods { get; init; } = SignatureMethod.All;

    /// <summary>The longest <c>Authorization</c> header, in characters. Default 16 KiB.</summary>
    public int MaxHeaderLength { get; init; } = 16 * 1024;

    /// <summary>The longest request target, in characters. Default 16 KiB.</summary>
    public int MaxTargetLength { get; init; } = 16 * 1024;

    /// <summary>The longest form body, in characters. Default 1 MiB.</summary>
    public int MaxFormLength { get; init; } = 1024 * 1024;

    /// <summary>The most parameters of header, query and form together. Default 1,000.</summary>
    public int MaxParameters { get; init; } = 1_000;

    /// <summary>What a request for a request token must have beside what signs it. Default <c>oauth_callback</c> and, as Google wants it, <c>scope</c>.</summary>
    public IReadOnlyList<string> RequestTokenParameters { get; init; } = [ProtocolParameter.Callback, "scope"];

    /// <summary>
    /// Whether tokens of OAuth 1.0 before revision A exist here, which are exchanged without a verifier; which ones says <see cref="VerifiedToken.NeedsNoVerifier"/>.
    /// Default <c>false</c>: that revision lets one person finish what another has started (advisory 2009.1).
    /// </summary>
    public bool KnowsRevision10 { get; init; }
}
