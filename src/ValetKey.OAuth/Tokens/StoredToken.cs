using System.Globalization;

namespace ValetKey.OAuth;

/// <summary>A token as a <see cref="TokenBlob"/> holds it: one kind for each marker. <c>null</c> is a field that is missing, which the string does not tell from an empty one.</summary>
public abstract record StoredToken : IToken
{
    private StoredToken(string marker) => Marker = marker;

    /// <summary>What the storage string begins with.</summary>
    public string Marker { get; }

    IReadOnlyList<string> IToken.Scopes => this switch
    {
        AuthSub token => token.Scopes,
        SecureAuthSub token => token.Scopes,
        OAuth2 { Scope: { } scope } => scope.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        _ => [],
    };

    internal abstract IEnumerable<string?> Fields();

    private static string Number(StoredTokenState state) => ((int)state).ToString(CultureInfo.InvariantCulture);

    /// <summary><c>1c</c>: a ClientLogin token.</summary>
    public sealed record ClientLogin(Secret? Token) : StoredToken("1c")
    {
        internal static ClientLogin Read(BlobFields fields)
        {
            fields.Require(1);
            return new(fields.Secret(1));
        }

        internal override IEnumerable<string?> Fields() => [Token?.Reveal()];
    }

    /// <summary><c>1a</c>: an AuthSub token and its scopes.</summary>
    public sealed record AuthSub(Secret? Token, IReadOnlyList<string> Scopes) : StoredToken("1a")
    {
        internal static AuthSub Read(BlobFields fields)
        {
            fields.Require(1);
            return new(fields.Secret(1), fields.TextsFrom(2));
        }

        internal override IEnumerable<string?> Fields() => [Token?.Reveal(), .. Scopes];
    }

    /// <summary><c>1s</c>: a secure AuthSub token, the PEM text of the key that signs with it, and its scopes.</summary>
    public sealed record SecureAuthSub(Secret? Token, Secret? RsaPrivateKey, IReadOnlyList<string> Scopes) : StoredToken("1s")
    {
        internal static SecureAuthSub Read(BlobFields fields)
        {
            fields.Require(2);
            return new(fields.Secret(1), fields.Secret(2), fields.TextsFrom(3));
        }

        internal override IEnumerable<string?> Fields() => [Token?.Reveal(), RsaPrivateKey?.Reveal(), .. Scopes];
    }

    /// <summary><c>1htl</c>: a consumer that acts alone, for a user, by its secret.</summary>
    public sealed record TwoLeggedHmac(string? ConsumerKey, Secret? ConsumerSecret, string? RequestorId) : StoredToken("1htl")
    {
        internal static TwoLeggedHmac Read(BlobFields fields)
        {
            fields.Require(3);
            return new(fields.Text(1), fields.Secret(2), fields.Text(3));
        }

        internal override IEnumerable<string?> Fields() => [ConsumerKey, ConsumerSecret?.Reveal(), RequestorId];
    }

    /// <summary><c>1rtl</c>: a consumer that acts alone, for a user, by its private key (PEM text).</summary>
    public sealed record TwoLeggedRsa(string? ConsumerKey, Secret? RsaPrivateKey, string? RequestorId) : StoredToken("1rtl")
    {
        internal static TwoLeggedRsa Read(BlobFields fields)
        {
            fields.Require(3);
            return new(fields.Text(1), fields.Secret(2), fields.Text(3));
        }

        internal override IEnumerable<string?> Fields() => [ConsumerKey, RsaPrivateKey?.Reveal(), RequestorId];
    }

    /// <summary><c>1h</c>: an OAuth 1.0 token whose consumer signs with its secret.</summary>
    public sealed record OAuth1Hmac(string? ConsumerKey, Secret? ConsumerSecret, string? Token, Secret? TokenSecret, StoredTokenState State, string? Callback, Secret? Verifier)
        : StoredToken("1h")
    {
        internal static OAuth1Hmac Read(BlobFields fields)
        {
            fields.Require(7);
            return new(fields.Text(1), fields.Secret(2), fields.Text(3), fields.Secret(4), fields.State(5), fields.Text(6), fields.Secret(7));
        }

        internal override IEnumerable<string?> Fields() => [ConsumerKey, ConsumerSecret?.Reveal(), Token, TokenSecret?.Reveal(), Number(State), Callback, Verifier?.Reveal()];
    }

    /// <summary><c>1r</c>: an OAuth 1.0 token whose consumer signs with its private key (PEM text).</summary>
    public sealed record OAuth1Rsa(string? ConsumerKey, Secret? RsaPrivateKey, string? Token, Secret? TokenSecret, StoredTokenState State, string? Callback, Secret? Verifier)
        : StoredToken("1r")
    {
        internal static OAuth1Rsa Read(BlobFields fields)
        {
            fields.Require(7);
            return new(fields.Text(1), fields.Secret(2), fields.Text(3), fields.Secret(4), fields.State(5), fields.Text(6), fields.Secret(7));
        }

        internal override IEnumerable<string?> Fields() => [ConsumerKey, RsaPrivateKey?.Reveal(), Token, TokenSecret?.Reveal(), Number(State), Callback, Verifier?.Reveal()];
    }

    /// <summary><c>2o</c>: an OAuth 2.0 client and its tokens.</summary>
    /// <param name="Scope">All scopes, separated by spaces.</param>
    public sealed record OAuth2(string? ClientId, Secret? ClientSecret, string? Scope, string? UserAgent, string? AuthUri, string? TokenUri, Secret? AccessToken, Secret? RefreshToken)
        : StoredToken("2o")
    {
        private IReadOnlyList<string> Scopes => ((IToken)this).Scopes;

        internal static OAuth2 Read(BlobFields fields)
        {
            fields.Require(8);
            return new(fields.Text(1), fields.Secret(2), fields.Text(3), fields.Text(4), fields.Text(5), fields.Text(6), fields.Secret(7), fields.Secret(8));
        }

        /// <summary>The token alone; its expiry is not known.</summary>
        /// <exception cref="FormatException">There is no access token.</exception>
        public OAuth2Token ToToken() => new(AccessToken ?? throw new FormatException("The token blob of marker 2o has no access token yet."), RefreshToken, null, Scopes);

        /// <summary>The client that the token belongs to; endpoints that are missing are Google's.</summary>
        /// <param name="redirectUri">Has no place in a blob.</param>
        /// <param name="http">As for any client.</param>
        /// <exception cref="FormatException">There is no client id, or an endpoint is no absolute address.</exception>
        public OAuth2Client ToClient(string redirectUri = OAuth2Client.OutOfBand, HttpClient? http = null)
        {
            var token = Address(TokenUri, OAuth2Endpoints.Google.Token);
            var endpoints = new OAuth2Endpoints(Address(AuthUri, OAuth2Endpoints.Google.Authorize), token, OAuth2Endpoints.At(token).Revoke);
            return new(ClientId ?? throw new FormatException("The token blob of marker 2o has no client id."), ClientSecret, redirectUri, Scopes, endpoints, http);
        }

        internal override IEnumerable<string?> Fields() => [ClientId, ClientSecret?.Reveal(), Scope, UserAgent, AuthUri, TokenUri, AccessToken?.Reveal(), RefreshToken?.Reveal()];

        private static Uri Address(string? text, Uri otherwise) => text is null ? otherwise
            : Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri
            : throw new FormatException("An endpoint in the token blob of marker 2o is no http or https address.");
    }
}
