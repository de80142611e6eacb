using System.Buffers.Text;
using System.Security.Cryptography;
using ValetKey.OAuth;

namespace ValetKey.Playground.Tests.Provider;

/// <summary>What the provider has issued.</summary>
internal sealed class FakeTokens : IOAuth1VerifierStore
{
    private readonly Dictionary<string, VerifiedToken> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _callbacks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _verifiers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _codes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _bearers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refreshTokens = new(StringComparer.Ordinal);

    /// <summary>The public key of the consumer, for the RSA methods.</summary>
    public RSA? PublicKey { get; set; }

    /// <summary>The secrets of everything issued, to be searched for where they must not be.</summary>
    public List<string> Issued { get; } = [];

    public string NewRequestToken(string callback)
    {
        var (token, secret) = (New("4/"), New("request-secret-"));
        _tokens[token] = new(token, secret, FakeProvider.ConsumerKey, OAuth1TokenState.Request);
        _callbacks[token] = callback;
        Issued.Add(secret);
        return FormEncoding.Encode([new("oauth_token", token), new("oauth_token_secret", secret), new("oauth_callback_confirmed", "true")]);
    }

    public string NewAccessToken(VerifiedToken request)
    {
        var (token, secret) = (New("1/"), New("access-secret-"));
        _tokens[request.Token] = request with { State = OAuth1TokenState.UsedRequest };
        _tokens[token] = new(token, secret, FakeProvider.ConsumerKey, OAuth1TokenState.Access);
        Issued.Add(secret);
        return FormEncoding.Encode([new("oauth_token", token), new("oauth_token_secret", secret)]);
    }

    /// <summary>The person allows access.</summary>
    /// <returns>Where the browser is sent back to.</returns>
    public Uri Allow(string token)
    {
        _tokens[token] = _tokens[token] with { State = OAuth1TokenState.ApprovedRequest };
        _verifiers[token] = New("verifier-");
        Issued.Add(_verifiers[token]);
        return _callbacks[token] == "oob" ? new($"https://oob.example/{_verifiers[token]}")
            : new($"{_callbacks[token]}?oauth_token={Uri.EscapeDataString(token)}&oauth_verifier={Uri.EscapeDataString(_verifiers[token])}");
    }

    /// <summary>The person denies access.</summary>
    public Uri Deny(string token)
    {
        _tokens[token] = _tokens[token] with { State = OAuth1TokenState.DeclinedRequest };
        return new($"{_callbacks[token]}?oauth_token={Uri.EscapeDataString(token)}&oauth_problem=permission_denied");
    }

    /// <summary>A code for an authorization.</summary>
    public string NewCode(string? challenge)
    {
        var code = New("4/code-");
        _codes[code] = challenge;
        Issued.Add(code);
        return code;
    }

    /// <summary>Answers a token request; null refuses it.</summary>
    public string? Grant(Dictionary<string, string> form)
    {
        var access = New("ya29.");
        if (form["grant_type"] == "refresh_token")
        {
            return _refreshTokens.Contains(form["refresh_token"]) ? Json(access, refresh: null) : null;
        }

        if (!_codes.Remove(form["code"], out var challenge) || (challenge is not null && !Pkce.Matches(form.GetValueOrDefault("code_verifier", ""), challenge)))
        {
            return null;
        }

        var refresh = New("1//refresh-");
        _refreshTokens.Add(refresh);
        Issued.Add(refresh);
        return Json(access, refresh);
    }

    public bool IsGood(string bearer) => _bearers.Contains(bearer);

    public ValueTask<VerifiedConsumer?> FindConsumerAsync(string consumerKey, CancellationToken stop) => ValueTask.FromResult(consumerKey == FakeProvider.ConsumerKey
        ? new VerifiedConsumer(FakeProvider.ConsumerKey, FakeProvider.ConsumerSecret, PublicKey is null ? [] : [PublicKey], SignatureMethod.All, Enabled: true)
        : null);

    public ValueTask<VerifiedToken?> FindTokenAsync(string token, CancellationToken stop) => ValueTask.FromResult(_tokens.GetValueOrDefault(token));

    public ValueTask<bool> TryVerifierAsync(VerifiedToken token, string verifier, CancellationToken stop) => ValueTask.FromResult(_verifiers.GetValueOrDefault(token.Token) == verifier);

    private string Json(string access, string? refresh)
    {
        _bearers.Add(access);
        Issued.Add(access);
        return $$"""{"access_token":"{{access}}","token_type":"Bearer","expires_in":3600{{(refresh is null ? "" : $",\"refresh_token\":\"{refresh}\"")}},"scope":"https://www.google.com/calendar/feeds/"}""";
    }

    private static string New(string prefix) => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
}
