using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authentication;
using ValetKey.OAuth;

namespace ValetKey.AspNetCore;

/// <summary>How signed requests are verified and refused ones answered.</summary>
public sealed class OAuth1AuthenticationOptions : AuthenticationSchemeOptions
{
    // A verifier keeps what it has computed of its consumers' keys: one for a store that lives on, a new one for a store of one request.
    private readonly ConditionalWeakTable<IOAuth1VerifierStore, RequestVerifier> _verifiers = [];

    /// <summary>Hooks that call nobody.</summary>
    public OAuth1AuthenticationOptions() => Events = new OAuth1Events();

    /// <summary>
    /// The consumers of a small application, by their key: they sign without a token. An application with consumers in a database, or with tokens,
    /// registers an <see cref="IOAuth1VerifierStore"/> instead, of any lifetime, and this is not looked at.
    /// </summary>
    public IDictionary<string, OAuth1ConsumerSettings> Consumers { get; } = new Dictionary<string, OAuth1ConsumerSettings>(StringComparer.Ordinal);

    /// <summary>The realm of <c>WWW-Authenticate</c>. Default <c>OAuth</c>.</summary>
    public string Realm { get; set; } = "OAuth";

    /// <summary>The verifier's limits: timestamp window, key sizes, lengths. A form in its encoded shape may have <see cref="OAuth1VerifierOptions.MaxFormLength"/> bytes.</summary>
    public OAuth1VerifierOptions Limits { get; set; } = new();

    /// <summary>The largest body that is read to check an <c>oauth_body_hash</c>, in bytes. Default 10 MiB. A larger one is answered 413.</summary>
    public int MaxHashedBodySize { get; set; } = 10 * 1024 * 1024;

    /// <summary>Whether the answer to <c>signature_invalid</c> carries the base string that this server computed: it holds every parameter that was sent, and no secret. Default false; for development alone.</summary>
    public bool ShowBaseString { get; set; }

    /// <summary>Hooks of the application.</summary>
    public new OAuth1Events Events
    {
        get => (OAuth1Events)base.Events!;
        set => base.Events = value;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The timestamp window is too short or too long.</exception>
    /// <exception cref="ArgumentException">The message names the setting and its right form.</exception>
    public override void Validate()
    {
        base.Validate();
        if (Limits.TimestampWindow.TotalSeconds is < 10 or > 3600)
        {
            throw new InvalidOperationException("The OAuth 1.0 timestamp window must lie between ten seconds and one hour; write five minutes as 00:05:00.");
        }

        foreach (var (key, settings) in Consumers)
        {
            ConfiguredConsumers.Read(key, settings);
        }
    }

    internal RequestVerifier VerifierOver(IOAuth1VerifierStore store, INonceStore nonces) => _verifiers.GetValue(
        store, key => new RequestVerifier(key, nonces, Limits, TimeProvider ?? TimeProvider.System));
}
