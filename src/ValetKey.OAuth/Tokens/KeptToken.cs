using System.Text;

namespace ValetKey.OAuth;

/// <summary>A token as a file keeps it: perhaps under a name, and with whose it is.</summary>
/// <param name="Token">An <see cref="OAuth1Token"/>, an <see cref="OAuth2Token"/>, or a <see cref="StoredToken"/> of another kind.</param>
public sealed record KeptToken(IToken Token)
{
    private readonly string? _name;

    /// <summary>What people call it, unique in a store; <c>null</c> for none. At most 64 letters, digits and <c>. _ @ + -</c>, the first no hyphen.</summary>
    /// <exception cref="ArgumentException">No such name.</exception>
    public string? Name
    {
        get => _name;
        init => _name = value is null || IsName(value) ? value
            : throw new ArgumentException("The name of a token has 1 to 64 letters, digits and . _ @ + -, the first no hyphen.", nameof(value));
    }

    /// <summary>Whose it is; <c>null</c> where that is not kept.</summary>
    public TokenOwner? Owner { get; init; }

    /// <summary>Whether it comes first wherever it covers a request (see <see cref="ITokenStore.SetCurrentAsync"/>).</summary>
    public bool IsCurrent { get; init; }

    /// <summary>Whether a text can be a <see cref="Name"/>.</summary>
    public static bool IsName(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is > 0 and <= 64 && text[0] != '-' && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '@' or '+' or '-');
    }

    /// <summary>What a storage string holds: its access token with its owner, and any other kind as it is.</summary>
    public static KeptToken Of(StoredToken stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return stored switch
        {
            StoredToken.OAuth1Hmac { State: StoredTokenState.Access, ConsumerKey: { } key, Token: { } token } hmac =>
                new(new OAuth1Token(token, hmac.TokenSecret ?? Secret.Empty) { Details = Left(hmac.Callback, hmac.Verifier) }) { Owner = new(key) { Secret = hmac.ConsumerSecret } },
            StoredToken.OAuth1Rsa { State: StoredTokenState.Access, ConsumerKey: { } key, Token: { } token } rsa =>
                new(new OAuth1Token(token, rsa.TokenSecret ?? Secret.Empty) { Details = Left(rsa.Callback, rsa.Verifier) }) { Owner = new(key) { PrivateKey = rsa.RsaPrivateKey } },
            StoredToken.OAuth2 { AccessToken: not null, ClientId: { } id, UserAgent: null } client =>
                new(client.ToToken()) { Owner = new(id) { Secret = client.ClientSecret, AuthorizeUrl = client.AuthUri, TokenUrl = client.TokenUri } },
            _ => new(stored),
        };
    }

    /// <summary>The storage string's token. Name and times have no place there, nor have the scopes of OAuth 1.0.</summary>
    public StoredToken ToStored() => Token switch
    {
        OAuth1Token token when Owner?.PrivateKey is { } key => new StoredToken.OAuth1Rsa(
            Owner.Id, key, token.Token, token.TokenSecret, StoredTokenState.Access, token.Detail(ProtocolParameter.Callback), VerifierOf(token)),
        OAuth1Token token => new StoredToken.OAuth1Hmac(
            Owner?.Id, Owner?.Secret, token.Token, token.TokenSecret, StoredTokenState.Access, token.Detail(ProtocolParameter.Callback), VerifierOf(token)),
        OAuth2Token token => new StoredToken.OAuth2(
            Owner?.Id, Owner?.Secret, token.Scopes.Count == 0 ? null : string.Join(' ', token.Scopes), null, Owner?.AuthorizeUrl, Owner?.TokenUrl, token.AccessToken, token.RefreshToken),
        StoredToken stored => stored,
        _ => throw NotKept(Token),
    };

    internal static ArgumentException NotKept(IToken token) =>
        new($"A file keeps tokens of OAuth 1.0 and 2.0 and those of storage strings, not a {token.GetType().Name}.", nameof(token));

    /// <summary>Whether both are the same token, whatever else is known of them.</summary>
    internal static bool IsSame(IToken a, IToken b) => (a, b) switch
    {
        (OAuth1Token one, OAuth1Token two) => one.Token == two.Token && one.TokenSecret.Equals(two.TokenSecret),
        (OAuth2Token one, OAuth2Token two) => one.AccessToken.Equals(two.AccessToken),
        (StoredToken one, StoredToken two) => TokenBlob.Write(one) == TokenBlob.Write(two),
        _ => false,
    };

    // What the Python library leaves in its access tokens.
    private static IReadOnlyList<Parameter> Left(string? callback, Secret? verifier) =>
    [
        .. callback is null ? [] : new Parameter[] { new(ProtocolParameter.Callback, callback) },
        .. verifier is null ? [] : new Parameter[] { new(ProtocolParameter.Verifier, verifier.Reveal()) },
    ];

    private static Secret? VerifierOf(OAuth1Token token) => token.Detail(ProtocolParameter.Verifier) is { } verifier ? new Secret(verifier) : null;

    // Without the token, which of OAuth 1.0 is printed in the clear.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("Name = ").Append(Name).Append(", Owner = ").Append(Owner);
        return true;
    }
}
