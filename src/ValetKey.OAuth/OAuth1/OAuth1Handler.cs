using System.Net;

namespace ValetKey.OAuth;

/// <summary>Signs the requests of an <see cref="HttpClient"/>, and whatever has to be sent again for them: redirects, a wrong clock, a renewed token.</summary>
/// <remarks>
/// <para>For a client factory: <c>AddHttpMessageHandler(() =&gt; new OAuth1Handler(consumer.With(token)))</c>.</para>
/// <para>
/// Redirects are followed here, so <c>AllowAutoRedirect</c> of the handler below is turned off: a signature is for one address and one nonce.
/// A hop to the same origin is signed anew. A hop to another origin is followed only without a body, and carries neither a signature nor an
/// <c>Authorization</c>, <c>Proxy-Authorization</c> or <c>Cookie</c>; what comes after it is not signed either. From https to http nothing is followed.
/// </para>
/// <para>What has a body is sent again only where the body can be (text, bytes, a form, JSON, parts of these; one that was hashed); otherwise the answer is returned as it came.</para>
/// </remarks>
public sealed class OAuth1Handler : DelegatingHandler
{
    private readonly OAuth1Credentials _credentials;
    private readonly Lock _gate = new();
    private bool _isSettled;

    /// <param name="credentials">Who signs.</param>
    public OAuth1Handler(OAuth1Credentials credentials)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        _credentials = credentials;
    }

    /// <param name="credentials">Who signs.</param>
    /// <param name="innerHandler">Sends.</param>
    public OAuth1Handler(OAuth1Credentials credentials, HttpMessageHandler innerHandler) : this(credentials) => InnerHandler = innerHandler;

    /// <summary>Whether redirects are followed. Default: yes.</summary>
    public bool FollowRedirects { get; init; } = true;

    /// <summary>How many in a row. Default 5.</summary>
    public int MaxRedirects { get; init; } = 5;

    /// <inheritdoc/>
    /// <exception cref="HttpRequestException">More than <see cref="MaxRedirects"/> redirects; the message lists the addresses, without their queries.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        SettleRedirects();
        var hops = new RedirectHops(request);
        for (bool isSigned = true, mayCorrect = true, mayRenew = true; ;)
        {
            if (isSigned)
            {
                await _credentials.AuthorizeAsync(request, cancellationToken).ConfigureAwait(false);
            }

            var answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            answer.RequestMessage ??= request;
            if (FollowRedirects && hops.Next(answer) is { } target)
            {
                answer.Dispose();
                isSigned &= hops.Go(target, MaxRedirects);
            }
            else if (!isSigned || answer.IsSuccessStatusCode || !RedirectHops.CanReplay(request.Content))
            {
                return answer;
            }
            else if (mayCorrect && await _credentials.CorrectClockAsync(answer, cancellationToken).ConfigureAwait(false))
            {
                answer.Dispose();
                mayCorrect = false;
            }
            else if (mayRenew && answer.StatusCode == HttpStatusCode.Unauthorized && await _credentials.RefreshAsync(request, cancellationToken).ConfigureAwait(false))
            {
                answer.Dispose();
                mayRenew = false;
            }
            else
            {
                return answer;
            }
        }
    }

    /// <summary>Not supported: signing may have to ask a store or renew a token.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Requests are signed asynchronously; use SendAsync.");

    // A handler below that follows redirects would repeat the old signature, or take it to another host in a query or a body.
    private void SettleRedirects()
    {
        lock (_gate)
        {
            if (_isSettled)
            {
                return;
            }

            var below = InnerHandler;
            while (below is DelegatingHandler delegating)
            {
                below = delegating.InnerHandler;
            }

            try
            {
                if (below is SocketsHttpHandler { AllowAutoRedirect: true } sockets)
                {
                    sockets.AllowAutoRedirect = false;
                }
                else if (below is HttpClientHandler { AllowAutoRedirect: true } client)
                {
                    client.AllowAutoRedirect = false;
                }
            }
            catch (InvalidOperationException started)
            {
                throw new InvalidOperationException("The handler below OAuth1Handler follows redirects and has sent requests already: set its AllowAutoRedirect to false.", started);
            }

            _isSettled = true;
        }
    }
}
