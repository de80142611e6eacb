using ValetKey.OAuth;
using ValetKey.Playground.Steps;

namespace ValetKey.Playground.OAuth1;

/// <summary>What the tab OAuth 1.0 holds.</summary>
public sealed class OAuth1State : TabState
{
    public string SignatureMethod { get; set; } = OAuth.SignatureMethod.HmacSha1.Name;

    public string ConsumerKey { get; set; } = "";

    public string ConsumerSecret { get; set; } = "";

    /// <summary>PEM text, for the RSA methods.</summary>
    public string PrivateKey { get; set; } = "";

    public string Token { get; set; } = "";

    public string TokenSecret { get; set; } = "";

    public OAuth1TokenStage Stage { get; set; }

    /// <summary>When the request token ends; null for other stages.</summary>
    public DateTimeOffset? TokenEnds { get; set; }

    /// <summary>What the token was asked for.</summary>
    public IReadOnlyList<string> TokenScopes { get; set; } = [];

    /// <summary>From the callback, or typed in after <c>oob</c>.</summary>
    public string Verifier { get; set; } = "";

    /// <summary>Whether the verifier will not come to this page by itself.</summary>
    public bool VerifierByHand { get; set; }

    /// <summary>The number of the exchange in which the browser is away at the consent page; null when it is not.</summary>
    public int? Trip { get; set; }

    public DateTimeOffset TripBegan { get; set; }

    /// <summary>The value of <c>oauth_callback</c>; empty for this page's own.</summary>
    public string Callback { get; set; } = "";

    public string Timestamp { get; set; } = "";

    public string Nonce { get; set; } = "";

    public string DisplayName { get; set; } = "";

    public string Realm { get; set; } = "";

    public ParameterTransmission Transmission { get; set; }

    internal override IEnumerable<string> Secrets => [ConsumerSecret, TokenSecret, Verifier, SigningKey.Of(ConsumerSecret, TokenSecret).Reveal()];

    internal override IReadOnlyList<string> GrantedScopes => TokenScopes.Count > 0 ? TokenScopes : Scopes;

    internal override bool HasToken => Stage is OAuth1TokenStage.Access or OAuth1TokenStage.Typed;

    internal bool SignsWithKey => OAuth.SignatureMethod.TryParse(SignatureMethod, null, out var method) && method.IsRsa;

    internal override void Read(PostedForm form)
    {
        base.Read(form);
        SignatureMethod = form.Line("signature_method", 20) ?? SignatureMethod;
        ConsumerKey = form.Line("consumer_key") ?? ConsumerKey;
        ConsumerSecret = form.Line("consumer_secret") ?? ConsumerSecret;
        PrivateKey = form.Text("private_key", 20_000)?.Trim() ?? PrivateKey;
        Callback = form.Line("oauth_callback") ?? Callback;
        Timestamp = form.Line("oauth_timestamp", 30) ?? Timestamp;
        Nonce = form.Line("oauth_nonce", 200) ?? Nonce;
        DisplayName = form.Line("xoauth_displayname", 200) ?? DisplayName;
        Realm = form.Line("realm", 200) ?? Realm;
        Transmission = Enum.TryParse<ParameterTransmission>(form.Line("transmission", 20), out var transmission) && Enum.IsDefined(transmission) ? transmission : Transmission;
        Verifier = form.Line("oauth_verifier") ?? Verifier;
        if (ShowsTokensAtHand(form))
        {
            ReadToken(form.Line("auth_token") ?? Token, form.Line("access_token_secret") ?? TokenSecret);
        }
    }

    private void ReadToken(string token, string secret)
    {
        if (token == Token && secret == TokenSecret)
        {
            return;
        }

        ForgetToken();
        (Token, TokenSecret, Stage) = (token, secret, token.Length == 0 ? OAuth1TokenStage.None : OAuth1TokenStage.Typed);
    }

    internal void ForgetToken()
    {
        (Token, TokenSecret, Stage, TokenEnds, TokenScopes, VerifierByHand, Trip) = ("", "", OAuth1TokenStage.None, null, [], false, null);
        TokenRevision++;
    }
}
