namespace ValetKey.OAuth;

/// <content>The three ways through all steps: for a web application, a console, a desktop.</content>
public sealed partial class OAuth1Flow
{
    /// <summary>Web application, first half: asks for a request token, keeps it for this browser, and says where to send it.</summary>
    /// <param name="pending">The request tokens of this browser.</param>
    /// <param name="scopes">As for <see cref="RequestTokenAsync"/>.</param>
    /// <param name="callback">The absolute address of the page that calls <see cref="CompleteAsync"/>.</param>
    /// <param name="options">As for <see cref="AuthorizeUrl"/>.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="OAuth1Exception">The server refused, or its answer is none of the protocol.</exception>
    public async Task<Uri> BeginAsync(IPendingRequestTokens pending, IReadOnlyList<string> scopes, Uri callback, IEnumerable<Parameter>? options = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(pending);
        ArgumentNullException.ThrowIfNull(callback);
        var token = await RequestTokenAsync(scopes, callback.OriginalString, stop: stop).ConfigureAwait(false);
        pending.Save(token);
        return AuthorizeUrl(token, options);
    }

    /// <summary>Web application, second half: reads what the browser brought back, takes the request token that this browser began with, and exchanges it.</summary>
    /// <param name="redirect">The address that was called, or its query from the <c>?</c> on; not decoded.</param>
    /// <param name="pending">The request tokens of this browser. What it does not know is refused: another browser began it.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<OAuth1Result> CompleteAsync(string redirect, IPendingRequestTokens pending, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(pending);
        switch (OAuth1Redirect.Parse(redirect, _provider?.HasVerifier ?? true))
        {
            case OAuth1Redirect.Denied denied:
                if (denied.Token is not null)
                {
                    pending.Take(denied.Token);
                }

                return new OAuth1Result.Declined();
            case OAuth1Redirect.Allowed allowed:
                return pending.Take(allowed.Token) is { } token
                    ? await ExchangeAsync(token, allowed.Verifier, stop).ConfigureAwait(false)
                    : new OAuth1Result.Failed(NotBegun());
            case OAuth1Redirect.Failed failed:
                return new OAuth1Result.Failed(failed.Problem);
            default:
                throw new InvalidOperationException("There are three ways to return.");
        }
    }

    /// <summary>Console: the user opens the address anywhere, consents, and types the verifier that the provider shows.</summary>
    /// <param name="scopes">As for <see cref="RequestTokenAsync"/>.</param>
    /// <param name="ask">Shows the address and gives the verifier back, blanks around it allowed; <c>null</c> or empty where the user gave up.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<OAuth1Result> LoginByVerifierAsync(IReadOnlyList<string> scopes, Func<Uri, CancellationToken, Task<string?>> ask, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(ask);
        try
        {
            var token = await RequestTokenAsync(scopes, stop: stop).ConfigureAwait(false);
            var verifier = (await ask(AuthorizeUrl(token), stop).ConfigureAwait(false))?.Trim();
            return string.IsNullOrEmpty(verifier) && (_provider?.HasVerifier ?? true)
                ? new OAuth1Result.Declined()
                : await ExchangeAsync(token, verifier ?? "", stop).ConfigureAwait(false);
        }
        catch (OAuth1Exception refused)
        {
            return new OAuth1Result.Failed(refused.Problem);
        }
    }

    /// <summary>Desktop: opens the browser, waits on a loopback port for the user to come back, and exchanges.</summary>
    /// <param name="scopes">As for <see cref="RequestTokenAsync"/>.</param>
    /// <param name="callback">How to wait; <c>null</c> for five minutes, any port, the system's browser.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns><see cref="OAuth1Result.Failed"/> with <c>callback_timeout</c> where nobody came back in time.</returns>
    public async Task<OAuth1Result> LoginInBrowserAsync(IReadOnlyList<string> scopes, LoopbackCallback? callback = null, CancellationToken stop = default)
    {
        callback ??= new();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var listener = LoopbackListener.Start(callback, _consumer.Time);
        try
        {
            var token = await RequestTokenAsync(scopes, listener.Address.OriginalString, stop: stop).ConfigureAwait(false);
            var hasVerifier = _provider?.HasVerifier ?? true;
            var waiting = listener.WaitAsync(target => OAuth1Redirect.Parse(target, hasVerifier).IsFor(token.Token), ended.Token);     // before anybody can come
            await callback.Open(AuthorizeUrl(token), stop).ConfigureAwait(false);
            return await waiting.ConfigureAwait(false) is not { } target
                ? new OAuth1Result.Failed(OAuthProblem.CallbackTimeout(callback.Timeout))
                : OAuth1Redirect.Parse(target, hasVerifier) switch
                {
                    OAuth1Redirect.Allowed allowed => await ExchangeAsync(token, allowed.Verifier, stop).ConfigureAwait(false),
                    OAuth1Redirect.Failed failed => new OAuth1Result.Failed(failed.Problem),
                    _ => new OAuth1Result.Declined(),
                };
        }
        catch (OAuth1Exception refused)
        {
            return new OAuth1Result.Failed(refused.Problem);
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
        }
    }

    private async Task<OAuth1Result> ExchangeAsync(OAuth1RequestToken token, string verifier, CancellationToken stop)
    {
        try
        {
            return new OAuth1Result.Granted(await ExchangeAsync(token, verifier.Length == 0 ? [] : [new Parameter(ProtocolParameter.Verifier, verifier)], stop).ConfigureAwait(false));
        }
        catch (OAuth1Exception refused)
        {
            return refused.Problem.Code is "permission_denied" or "user_refused" ? new OAuth1Result.Declined() : new OAuth1Result.Failed(refused.Problem);
        }
    }

    private static OAuthProblem NotBegun() => OAuthProblem.TokenRejected() with
    {
        Meaning = "This browser did not begin with this request token, ended it before, or took more than ten minutes.",
        Mend = "Start again in this browser.",
    };
}
