namespace ValetKey.OAuth;

/// <summary>A consumer, perhaps with a token, that signs requests (RFC 5849 §3). Thread-safe.</summary>
public sealed class OAuth1Credentials : IRequestAuthorizer
{
    private readonly OAuth1Consumer _consumer;
    private readonly Func<HttpRequestMessage, CancellationToken, ValueTask<OAuth1Token?>> _tokenOf;

    internal OAuth1Credentials(OAuth1Consumer consumer, Func<HttpRequestMessage, CancellationToken, ValueTask<OAuth1Token?>> tokenOf)
        => (_consumer, _tokenOf) = (consumer, tokenOf);

    /// <summary>Signs the request in place, with a new nonce and the present time; a signature that it carried is replaced, so a retry or a redirect hop is signed anew.</summary>
    /// <remarks>A form-encoded body is read into memory, since its parameters are signed; other bodies are not touched.</remarks>
    /// <exception cref="ArgumentException">The address is not absolute http or https, or a parameter has no UTF-8 form.</exception>
    /// <exception cref="NoTokenForScopeException">The token store has no token for this address.</exception>
    public async Task<HttpRequestMessage> AuthorizeAsync(HttpRequestMessage request, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var token = await _tokenOf(request, stop).ConfigureAwait(false);
        var form = await FormContent.ReadAsync(request.Content, stop).ConfigureAwait(false);
        new RequestSigner(_consumer, token).Apply(request, form, []);
        return request;
    }

    /// <summary>Always <c>false</c>: a token of OAuth 1.0 cannot be renewed without its user.</summary>
    public Task<bool> RefreshAsync(HttpRequestMessage refused, CancellationToken stop = default) => Task.FromResult(false);

    /// <summary>Takes the signature of a request apart. A signed request is explained as it was signed, an unsigned one as it would be signed now. The request is not changed.</summary>
    public SignatureExplanation Explain(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var token = _tokenOf(request, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        var form = FormContent.ReadAsync(request.Content, CancellationToken.None).GetAwaiter().GetResult();
        return new RequestSigner(_consumer, token).Explain(request, form);
    }

    internal async Task SignAsync(HttpRequestMessage request, IReadOnlyList<Parameter> extra, CancellationToken stop)
    {
        var token = await _tokenOf(request, stop).ConfigureAwait(false);
        new RequestSigner(_consumer, token).Apply(request, await FormContent.ReadAsync(request.Content, stop).ConfigureAwait(false), extra);
    }
}
