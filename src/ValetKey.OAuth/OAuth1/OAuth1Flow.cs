using System.Net.Http.Headers;

namespace ValetKey.OAuth;

/// <summary>The three steps to an access token: ask for a request token, send the user to consent, exchange (RFC 5849 §2). Thread-safe; keeps nothing between the steps.</summary>
/// <remarks>
/// Three ways lead through all of them: <see cref="BeginAsync"/> and <see cref="CompleteAsync"/> for a web application,
/// <see cref="LoginInBrowserAsync"/> for a desktop, <see cref="LoginByVerifierAsync"/> for a console.
/// </remarks>
public sealed partial class OAuth1Flow
{
    /// <summary>The callback of a user who carries the verifier by hand (out of band).</summary>
    public const string OutOfBand = "oob";

    private readonly OAuth1Consumer _consumer;
    private readonly OAuth1Endpoints _endpoints;
    private readonly OAuth1Provider? _provider;
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

    /// <summary>The flow of a known provider, with its ways.</summary>
    /// <param name="consumer">Who asks; fitted to the provider.</param>
    /// <param name="provider">Such as one of <see cref="OAuth1Providers.All"/>.</param>
    /// <param name="host">The customer's host or account, where the provider has many.</param>
    /// <param name="http">As above.</param>
    /// <exception cref="ArgumentException">The consumer cannot sign as the provider wants, or the host is missing.</exception>
    /// <exception cref="InvalidOperationException">The provider has no endpoints for tokens.</exception>
    public OAuth1Flow(OAuth1Consumer consumer, OAuth1Provider provider, string? host = null, HttpClient? http = null)
        : this((provider ?? throw new ArgumentNullException(nameof(provider))).Fit(consumer), provider.EndpointsAt(host), http) => _provider = provider;

    /// <summary>What this application calls itself in <c>User-Agent</c>, which some providers insist on; <c>null</c> sends none.</summary>
    public string? UserAgent { get; init; }

    /// <summary>Step 1: temporary credentials (§2.1).</summary>
    /// <param name="scopes">What for; sent as one <c>scope</c> (or what the provider calls it) in the form body. Empty where the server knows none.</param>
    /// <param name="callback">Where the user returns to, absolute; <c>oob</c> when the user will carry the verifier by hand.</param>
    /// <param name="displayName">What the consent page of Google calls an unregistered application.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="OAuth1Exception">The server refused, or its answer is none of the protocol.</exception>
    public async Task<OAuth1RequestToken> RequestTokenAsync(IReadOnlyList<string> scopes, string callback = OutOfBand, string? displayName = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        ArgumentException.ThrowIfNullOrEmpty(callback);
        List<Parameter> form = [];
        if (scopes.Count > 0 && (_provider is null || _provider.PermissionAtRequest))
        {
            form.Add(new(_provider?.PermissionParameter ?? "scope", string.Join(_provider is null ? ' ' : ',', scopes)));
        }

        if (displayName is not null)
        {
            form.Add(new("xoauth_displayname", displayName));
        }

        Parameter[] extra = _provider is { CallbackAtAuthorize: true } ? [] : [new(ProtocolParameter.Callback, callback)];
        var answer = await SendAsync(_endpoints.RequestToken, _consumer.WithoutToken(), form, extra, Secret.Empty, stop).ConfigureAwait(false);
        return new(answer.Token, answer.Secret, answer.CallbackConfirmed) { Scopes = scopes, Callback = callback };
    }

    /// <summary>Step 2: where to send the user's browser (§2.2).</summary>
    /// <param name="token">From step 1.</param>
    /// <param name="options">Further parameters, such as Google's <c>hd</c> (hosted domain) and <c>hl</c> (language).</param>
    public Uri AuthorizeUrl(OAuth1RequestToken token, IEnumerable<Parameter>? options = null)
    {
        ArgumentNullException.ThrowIfNull(token);
        List<Parameter> parameters = [new(ProtocolParameter.Token, token.Token)];
        if (_provider is { CallbackAtAuthorize: true } && token.Callback is { } callback)
        {
            parameters.Add(new(ProtocolParameter.Callback, callback));
        }

        if (_provider is { PermissionAtRequest: false, PermissionParameter: { } name } && token.Scopes.Count > 0)
        {
            parameters.Add(new(name, string.Join(',', token.Scopes)));
        }

        return AuthorizationUrl.Of(_endpoints.Authorize, [.. parameters, .. options ?? []]);
    }

    /// <summary>Step 3: the access token (§2.3). It has the scopes of the request token.</summary>
    /// <param name="token">From step 1, the one whose user returned.</param>
    /// <param name="verifier">From the callback (see <see cref="OAuth1Redirect.Parse(string)"/>) or from the page that showed it.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="OAuth1Exception">The server refused, or its answer is none of the protocol.</exception>
    public Task<OAuth1Token> AccessTokenAsync(OAuth1RequestToken token, string verifier, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        ArgumentException.ThrowIfNullOrEmpty(verifier);
        return ExchangeAsync(token, [new(ProtocolParameter.Verifier, verifier)], stop);
    }

    /// <summary>Renews an access token without its user (Session extension): the old one and its session handle for a new one, which may have another handle.</summary>
    /// <param name="token">One that came with a <see cref="OAuth1Token.SessionHandle"/>; it may have ended.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The new token, to be kept in place of the old one; <c>null</c> where the old one has no handle.</returns>
    /// <exception cref="OAuth1Exception">The server refused, such as after the user took the consent back.</exception>
    public async Task<OAuth1Token?> RenewAsync(OAuth1Token token, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (token.SessionHandle is not { } handle)
        {
            return null;
        }

        var answer = await SendAsync(_endpoints.AccessToken, _consumer.With(token), [], [new(ProtocolParameter.SessionHandle, handle.Reveal())], token.TokenSecret, stop, handle).ConfigureAwait(false);
        var fresh = answer.ToToken(token.Scopes, _consumer.Time.GetUtcNow());
        return fresh with { SessionHandle = fresh.SessionHandle ?? handle, AuthorizationExpiresAt = fresh.AuthorizationExpiresAt ?? token.AuthorizationExpiresAt };
    }

    private async Task<OAuth1Token> ExchangeAsync(OAuth1RequestToken token, IReadOnlyList<Parameter> extra, CancellationToken stop)
    {
        var credentials = _consumer.With(new OAuth1Token(token.Token, token.TokenSecret));
        var answer = await SendAsync(_endpoints.AccessToken, credentials, [], extra, token.TokenSecret, stop).ConfigureAwait(false);
        return answer.ToToken(token.Scopes, _consumer.Time.GetUtcNow());
    }

    private async Task<TokenAnswer> SendAsync(
        Uri endpoint, OAuth1Credentials credentials, List<Parameter> form, IReadOnlyList<Parameter> extra, Secret tokenSecret, CancellationToken stop, params IReadOnlyList<Secret> secrets)
    {
        for (var isAgain = false; ; isAgain = true)
        {
            using var request = Prepare(endpoint, form);
            await credentials.SignAsync(request, extra, stop).ConfigureAwait(false);
            var answer = await ProtocolHttp.SendAsync(_http, request, [_consumer.Secret, tokenSecret, .. secrets], stop).ConfigureAwait(false);
            if (isAgain || answer.IsSuccess || TokenAnswer.Refusal(answer) is not { } refusal || !credentials.Learn(endpoint, null, refusal, answer.Date))
            {
                return TokenAnswer.Read(answer);
            }
        }
    }

    private HttpRequestMessage Prepare(Uri endpoint, List<Parameter> form)
    {
        var isGet = _provider is { TokenMethod: "GET" };
        var request = new HttpRequestMessage(isGet ? HttpMethod.Get : HttpMethod.Post, isGet && form.Count > 0 ? AuthorizationUrl.Of(endpoint, form) : endpoint);
        if (form.Count > 0 && !isGet)
        {
            request.Content = FormContent.Of(form);
        }

        if (UserAgent is not null)
        {
            request.Headers.UserAgent.ParseAdd(UserAgent);
        }
        else if (_provider is { NeedsUserAgent: true })
        {
            throw new InvalidOperationException($"{_provider.Name} wants to know which application calls: set {nameof(UserAgent)}, such as my-app/1.0.");
        }

        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*"));
        return request;
    }
}
