namespace ValetKey.OAuth;

/// <summary>
/// The storage strings of the Python client library for Google Data APIs, read and written byte for byte, so that stored tokens move between the two libraries:
/// a marker and form-encoded fields joined by <c>|</c>, several tokens joined by <c>,</c>. A blob holds its secrets in the clear: keep it where secrets are kept.
/// </summary>
public static class TokenBlob
{
    private const int MaxLength = 1024 * 1024;
    private const string Markers = "1c, 1a, 1s, 1htl, 1rtl, 1h, 1r, 2o";

    /// <summary>Writes any token; empty text is written like a missing field.</summary>
    /// <exception cref="ArgumentException">A field holds a lone surrogate.</exception>
    public static string Write(StoredToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return string.Join('|', token.Fields().Select(field => field is null ? "" : FormEncoding.Field(field)).Prepend(token.Marker));
    }

    /// <summary>Writes several tokens, joined by commas.</summary>
    public static string Write(IEnumerable<StoredToken> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return string.Join(',', tokens.Select(Write));
    }

    /// <summary>Writes an OAuth 2.0 token (<c>2o</c>). Its time of expiry has no place there: a token read back is renewed after the first 401.</summary>
    /// <param name="token">The token.</param>
    /// <param name="client">Whose it is. The Python library needs it; <c>null</c> leaves the client out, and with it the client secret.</param>
    /// <param name="userAgent">What the Python library calls itself with it.</param>
    public static string Write(OAuth2Token token, OAuth2Client? client = null, string? userAgent = null)
    {
        ArgumentNullException.ThrowIfNull(token);
        return Write(new StoredToken.OAuth2(
            client?.ClientId,
            client?.ClientSecret,
            string.Join(' ', token.Scopes),
            userAgent,
            client?.Endpoints.Authorize.OriginalString,
            client?.Endpoints.Token.OriginalString,
            token.AccessToken,
            token.RefreshToken));
    }

    /// <summary>Writes an OAuth 1.0 access token with its consumer (<c>1h</c>). Its scopes have no place there.</summary>
    /// <exception cref="ArgumentException">The consumer signs with a private key; write <see cref="StoredToken.OAuth1Rsa"/> with its PEM text.</exception>
    public static string Write(OAuth1Token token, OAuth1Consumer consumer)
    {
        ArgumentNullException.ThrowIfNull(token);
        ArgumentNullException.ThrowIfNull(consumer);
        return consumer.PrivateKey is null
            ? Write(new StoredToken.OAuth1Hmac(consumer.Key, consumer.Secret, token.Token, token.TokenSecret, StoredTokenState.Access, null, null))
            : throw new ArgumentException("The private key may not leave its store; write StoredToken.OAuth1Rsa with the key's PEM text.", nameof(consumer));
    }

    /// <summary>Reads one token of any marker.</summary>
    /// <exception cref="FormatException">An unknown marker, too few fields, or a field that cannot be read; the message names the marker, never the contents.</exception>
    public static StoredToken Read(string blob)
    {
        ArgumentNullException.ThrowIfNull(blob);
        if (blob.Length > MaxLength)
        {
            throw new FormatException("The token blob has more than 1 MiB.");
        }

        var fields = new BlobFields(blob.Split('|'));
        return fields.Marker switch
        {
            "1c" => StoredToken.ClientLogin.Read(fields),
            "1a" => StoredToken.AuthSub.Read(fields),
            "1s" => StoredToken.SecureAuthSub.Read(fields),
            "1htl" => StoredToken.TwoLeggedHmac.Read(fields),
            "1rtl" => StoredToken.TwoLeggedRsa.Read(fields),
            "1h" => StoredToken.OAuth1Hmac.Read(fields),
            "1r" => StoredToken.OAuth1Rsa.Read(fields),
            "2o" => StoredToken.OAuth2.Read(fields),
            _ => throw new FormatException($"The token blob begins with {fields.ShownMarker}, not with one of {Markers} and a |."),
        };
    }

    /// <summary>Reads several tokens joined by commas.</summary>
    /// <exception cref="FormatException">As <see cref="Read"/>, for any of them; or none at all.</exception>
    public static IReadOnlyList<StoredToken> ReadAll(string blobs)
    {
        ArgumentNullException.ThrowIfNull(blobs);
        return blobs.Length > MaxLength ? throw new FormatException("The token blobs have more than 1 MiB.") : [.. blobs.Split(',').Select(Read)];
    }

    /// <summary>Reads an OAuth 2.0 token (<c>2o</c>).</summary>
    /// <exception cref="FormatException">As <see cref="Read"/>; or another kind of token, or one without an access token.</exception>
    public static OAuth2Token ReadOAuth2(string blob) => Read(blob) is StoredToken.OAuth2 token ? token.ToToken()
        : throw new FormatException("The token blob is none of OAuth 2.0, which begins with 2o.");

    /// <summary>Reads an OAuth 1.0 access token with its consumer (<c>1h</c>, <c>1r</c>).</summary>
    /// <exception cref="FormatException">As <see cref="Read"/>; or another kind of token, or a request token.</exception>
    public static (OAuth1Consumer Consumer, OAuth1Token Token) ReadOAuth1(string blob) => Read(blob) switch
    {
        StoredToken.OAuth1Hmac { State: StoredTokenState.Access, ConsumerKey: { } key, Token: { } token } hmac =>
            (new(key, hmac.ConsumerSecret ?? Secret.Empty), new(token, hmac.TokenSecret ?? Secret.Empty)),
        StoredToken.OAuth1Rsa { State: StoredTokenState.Access, ConsumerKey: { } key, Token: { } token, RsaPrivateKey: { } pem } rsa =>
            (new(key, RsaKey.ReadPrivate(pem.Reveal())), new(token, rsa.TokenSecret ?? Secret.Empty)),
        _ => throw new FormatException("The token blob is no access token of OAuth 1.0, which begins with 1h or 1r and has the state 3."),
    };
}
