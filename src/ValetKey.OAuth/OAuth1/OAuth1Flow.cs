namespace ValetKey.OAuth;

/// <summary>The three steps to an access token: ask for a request token, send the user to consent, exchange (RFC 5849 §2). Thread-safe; keeps nothing between the steps.</summary>
public sealed class OAuth1Flow
{
    private readonly OAuth1Consumer _consumer;
    private readonly OAuth1Endpoints _endpoints;
    private readonly HttpClient _http;

    /// <param name="consumer">Who asks; its transmission and realm hold for these requests, too.</param>
    /// <param name="endpoints">Where.</param>
    /// <param name="http">Sends the requests and is not disposed here. It should follow no redirects: a signature is for its own address. <c>null</c>: a shared one that follows none.</param>
    public OAuth1Flow(OAuth1Consumer consumer, OAuth1Endpoints endpoints, HttpClient? http = null)
    {
        ArgumentNullException.ThrowIfNull(consumer);
        ArgumentNullException.ThrowIfNull(endpoints);
        (_consumer, _endpoints, _http) = (consumer, endpoints, http ?? ProtocolHttp.Own);
    }

    /// <summary>Step 1: temporary credentials (§2.1).</summary>
    /// <param name="scopes">What for; sent as one <c>scope</c> in the form body. Empty where the server knows none.</param>
    /// <param name="callback">Where the user returns to, absolute; <c>oob</c> when the user will carry the verifier by hand.</param>
    /// <param name="displayName">What the consent page of Google calls an unregistered application.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="OAuth1Exception">The server refused, or its answer is none of the protocol.</exception>
    public async Task<OAuth1RequestToken> RequestTokenAsync(IReadOnlyList<string> scopes, string callback = "oob", string? displayName = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        ArgumentException.ThrowIfNullOrEmpty(callback);
        List<Parameter> form = [];
        if (scopes.Count > 0)
        {
            form.Add(new("scope", string.Join(' ', scopes)));
        }

        if (displayName is not null)
        {
            form.Add(new("xoauth_displayname", displayName));
        }

        var answer = await SendAsync(_endpoints.RequestToken, _consumer.WithoutToken(), form, new(ProtocolParameter.Callback, callback), Secret.Empty, stop).ConfigureAwait(false);
        return new(answer.Token, answer.Secret, answer.CallbackConfirmed) { Scopes = scopes };
    }

    /// <summary>Step 2: where to send the user's browser (§2.2).</summary>
    /// <param name="token">From step 1.</param>
    /// <param name="options">Further parameters, such as Google's <c>hd</c> (hosted domain) and <c>hl</c> (language).</param>
    public Uri AuthorizeUrl(OAuth1RequestToken token, IEnumerable<Parameter>? options = null)
    {
        ArgumentNullException.ThrowIfNull(token);
        return AuthorizationUrl.Of(_endpoints.Authorize, [new(ProtocolParameter.Token, token.Token), .. options ?? []]);
    }

    /// <summary>Step 3: the access token (§2.3). It has the scopes of the request token.</summary>
    /// <param name="token">From step 1, the one whose user returned.</param>
    /// <param name="verifier">From the callback (see <see cref="OAuth1Redirect.Parse(string)"/>) or from the page that showed it.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="OAuth1Exception">The server refused, or its answer is none of the protocol.</exception>
    public async Task<OAuth1Token> AccessTokenAsync(OAuth1RequestToken token, string verifier, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        ArgumentException.ThrowIfNullOrEmpty(verifier);
        var credentials = _consumer.With(new OAuth1Token(token.Token, token.TokenSecret));
        var answer = await SendAsync(_endpoints.AccessToken, credentials, [], new(ProtocolParameter.Verifier, verifier), token.TokenSecret, stop).ConfigureAwait(false);
        return new(answer.Token, answer.Secret) { Scopes = token.Scopes };
    }

    private async Task<TokenAnswer> SendAsync(Uri endpoint, OAuth1Credentials credentials, List<Parameter> form, Parameter extra, Secret tokenSecret, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint);
        if (form.Count > 0)
        {
            request.Content = FormContent.Of(form);
        }

        await credentials.SignAsync(request, [extra], stop).ConfigureAwait(false);
        var answer = await ProtocolHttp.SendAsync(_http, request, [_consumer.Secret, tokenSecret], stop).ConfigureAwait(false);
        return TokenAnswer.Read(answer);
    }
}
