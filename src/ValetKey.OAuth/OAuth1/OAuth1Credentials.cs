namespace ValetKey.OAuth;

/// <summary>A consumer, perhaps with a token, that signs requests (RFC 5849 §3). Thread-safe.</summary>
public sealed class OAuth1Credentials : IRequestAuthorizer
{
    // A token that ends while the request is under way is as good as ended.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private readonly OAuth1Consumer _consumer;
    private readonly ITokenStore? _store;
    private readonly OAuth1Renewal? _renewal;
    private readonly OAuth1Token? _token;
    private RequestSigner? _signer;

    internal OAuth1Credentials(OAuth1Consumer consumer, OAuth1Token? token) => (_consumer, _token) = (consumer, token);

    internal OAuth1Credentials(OAuth1Consumer consumer, ITokenStore store) => (_consumer, _store) = (consumer, store);

    internal OAuth1Credentials(OAuth1Consumer consumer, OAuth1Token token, Func<OAuth1Token, CancellationToken, Task<OAuth1Token?>> renew)
        => (_consumer, _renewal) = (consumer, new(token, renew));

    /// <summary>The token that signs now; <c>null</c> for none, and where a store decides for each request.</summary>
    public OAuth1Token? Token => _renewal?.Token ?? _token;

    /// <summary>Signs the request in place, with a new nonce and the present time; a signature that it carried is replaced, so a retry or a redirect hop is signed anew.</summary>
    /// <remarks>
    /// A form-encoded body is read into memory, since its parameters are signed; other bodies are not touched, unless <see cref="OAuth1Consumer.BodyHash"/> is on.
    /// A token that ends within 30 seconds and can be renewed is renewed first.
    /// </remarks>
    /// <exception cref="ArgumentException">The address is not absolute http or https, or a parameter has no UTF-8 form.</exception>
    /// <exception cref="NoTokenForScopeException">The token store has no token for this address.</exception>
    public async Task<HttpRequestMessage> AuthorizeAsync(HttpRequestMessage request, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        await SignAsync(request, [], stop).ConfigureAwait(false);
        return request;
    }

    /// <summary>The value of <c>Authorization</c> for a request without a form body, for those who send it by other means than <see cref="HttpRequestMessage"/>.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="address">Absolute, http or https, exactly as it will be sent: its escapes are signed as they stand.</param>
    /// <exception cref="ArgumentException">The address is none, or has characters that must be escaped.</exception>
    /// <exception cref="InvalidOperationException">The token comes from a store, which is asked by <see cref="AuthorizeAsync"/>; or the parameters travel elsewhere than in the header.</exception>
    public string HeaderFor(string method, string address)
    {
        ArgumentException.ThrowIfNullOrEmpty(method);
        ArgumentNullException.ThrowIfNull(address);
        if (_store is not null || _consumer.Transmission != ParameterTransmission.Header)
        {
            throw new InvalidOperationException("Only a known token's parameters in the header can be given as a header; use AuthorizeAsync.");
        }

        var text = address.AsSpan();
        var schemeEnd = text.IndexOf("://");
        if (schemeEnd < 0 || !(text[..schemeEnd].Equals("http", StringComparison.OrdinalIgnoreCase) || text[..schemeEnd].Equals("https", StringComparison.OrdinalIgnoreCase))
            || !PercentEncoding.IsVisible(text))
        {
            throw new ArgumentException("Only an absolute http or https address, with nothing in it that must be escaped, can be signed.", nameof(address));
        }

        var rest = text[(schemeEnd + 3)..];
        rest = rest.IndexOf('#') is var fragment and >= 0 ? rest[..fragment] : rest;
        var question = rest.IndexOf('?');
        var query = question < 0 ? [] : rest[(question + 1)..];
        rest = question < 0 ? rest : rest[..question];
        var slash = rest.IndexOf('/');
        var authority = slash < 0 ? rest : rest[..slash];
        if (authority.IsEmpty || authority.Contains('@'))
        {
            throw new ArgumentException("The address names no host, or a user.", nameof(address));
        }

        try
        {
            return Signer(Token).Header(method, text[..schemeEnd], authority, slash < 0 ? [] : rest[slash..], query);
        }
        catch (FormatException malformed)
        {
            throw new ArgumentException($"The address cannot be signed: {malformed.Message}", nameof(address), malformed);
        }
    }

    /// <summary>Renews the token that a server refused, where that can be done (see <see cref="OAuth1Consumer.With(OAuth1Token, Func{OAuth1Token, CancellationToken, Task{OAuth1Token}})"/>) and was not done since. Otherwise <c>false</c>: a token cannot be renewed without its user.</summary>
    public async Task<bool> RefreshAsync(HttpRequestMessage refused, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return _renewal is not null && UnsignedRequest.TokenOf(refused) is { } sent && await _renewal.RenewAsync(sent, stop).ConfigureAwait(false);
    }

    /// <summary>After an answer with <c>timestamp_refused</c>: sets the clock for this server as the answer says, by <c>oauth_acceptable_timestamps</c> or else by its <c>Date</c>.</summary>
    /// <returns>Whether that changed anything, so that the request is worth signing and sending again. Never for a difference of more than a day.</returns>
    public async Task<bool> CorrectClockAsync(HttpResponseMessage answer, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return _consumer.Timestamp is null
            && answer.RequestMessage?.RequestUri is { } address
            && await TimestampRefusal.ReadAsync(answer, stop).ConfigureAwait(false) is { } problem
            && Learn(address, answer.RequestMessage.Headers.Host, problem, answer.Headers.Date);
    }

    /// <summary>Takes the signature of a request apart. A signed request is explained as it was signed, an unsigned one as it would be signed now. The request is not changed.</summary>
    public SignatureExplanation Explain(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var token = FindAsync(request, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        var form = FormContent.ReadAsync(request.Content, CancellationToken.None).GetAwaiter().GetResult();
        var extra = ExtraAsync(request, form, [], CancellationToken.None).GetAwaiter().GetResult();
        return Signer(token).Explain(request, form, extra);
    }

    internal bool Learn(Uri address, string? hostHeader, OAuthProblem refusal, DateTimeOffset? date) => refusal.Code == "timestamp_refused"
        && _consumer.Clocks.Learn(RequestTarget.Of(address, hostHeader).Authority, _consumer.Time.GetUtcNow(), refusal.Detail("oauth_acceptable_timestamps"), date);

    internal async Task SignAsync(HttpRequestMessage request, IReadOnlyList<Parameter> extra, CancellationToken stop)
    {
        var token = await FindAsync(request, stop).ConfigureAwait(false);
        var form = await FormContent.ReadAsync(request.Content, stop).ConfigureAwait(false);
        Signer(token).Apply(request, form, await ExtraAsync(request, form, extra, stop).ConfigureAwait(false));
    }

    private RequestSigner Signer(OAuth1Token? token)
    {
        var signer = _signer;
        return signer is not null && ReferenceEquals(signer.Token, token) ? signer : _signer = new(_consumer, token);
    }

    private async Task<IReadOnlyList<Parameter>> ExtraAsync(HttpRequestMessage request, IReadOnlyList<Parameter>? form, IReadOnlyList<Parameter> extra, CancellationToken stop) =>
        !_consumer.BodyHash || form is not null || _consumer.Transmission == ParameterTransmission.Body || extra.Any(p => p.Name == ProtocolParameter.BodyHash) ? extra
        : [.. extra, .. await BodyHash.ForAsync(request.Content, _consumer.SignatureMethod, stop).ConfigureAwait(false)];

    private async ValueTask<OAuth1Token?> FindAsync(HttpRequestMessage request, CancellationToken stop)
    {
        if (_renewal is not null)
        {
            return await _renewal.FreshAsync(_consumer.Time.GetUtcNow() + Margin, stop).ConfigureAwait(false);
        }

        return _store is null ? _token : await _store.FindAsync<OAuth1Token>(RequestScope.Of(request), stop).ConfigureAwait(false);
    }
}
