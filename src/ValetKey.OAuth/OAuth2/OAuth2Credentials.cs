using System.Net.Http.Headers;

namespace ValetKey.OAuth;

/// <summary>A client with its token, or with a store of them, that puts <c>Bearer</c> on requests (RFC 6750 §2.1) and renews it. Thread-safe: many callers cause one refresh.</summary>
public sealed class OAuth2Credentials : IRequestAuthorizer
{
    // A token that ends while the request is under way is as good as ended.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private readonly OAuth2Client _client;
    private readonly ITokenStore? _store;
    private readonly Func<OAuth2Token, CancellationToken, Task>? _refreshed;
    private readonly RefreshFlights _flights = new();
    private volatile OAuth2Token? _token;

    internal OAuth2Credentials(OAuth2Client client, OAuth2Token token, Func<OAuth2Token, CancellationToken, Task>? refreshed)
        => (_client, _token, _refreshed) = (client, token, refreshed);

    internal OAuth2Credentials(OAuth2Client client, ITokenStore store) => (_client, _store) = (client, store);

    /// <summary>The token as it is now; with a store the one that was used or renewed last, <c>null</c> before.</summary>
    public OAuth2Token? Token => _token;

    /// <summary>Puts the token on the request, renewed first if it has ended or ends within 30 seconds.</summary>
    /// <exception cref="OAuth2Exception">It has ended, and the server did not renew it.</exception>
    /// <exception cref="NoTokenForScopeException">The token store has no token for this address.</exception>
    public async Task<HttpRequestMessage> AuthorizeAsync(HttpRequestMessage request, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var token = await FindAsync(request, stop).ConfigureAwait(false);
        if (EndsWithin(token, Margin))
        {
            token = await RenewAsync(token, stop).ConfigureAwait(false);
            token = EndsWithin(token, TimeSpan.Zero) ? await RenewAsync(token, stop).ConfigureAwait(false) : token;     // renewed by others, and over since
        }

        request.Headers.Authorization = token.AccessToken.Reveal().AsSpan().ContainsAnyExceptInRange('!', '~')
            ? throw new InvalidOperationException("The access token has characters that no token has (RFC 6750 section 2.1); it cannot be sent.")
            : new AuthenticationHeaderValue("Bearer", token.AccessToken.Reveal());
        return request;
    }

    /// <summary>Renews the token that a server refused, unless that has been done since. <c>false</c> where there is no refresh token or the server did not renew it.</summary>
    public async Task<bool> RefreshAsync(HttpRequestMessage refused, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(refused);
        var token = await FindAsync(refused, stop).ConfigureAwait(false);
        var sent = refused.Headers.Authorization?.Parameter;
        return sent is not null && !token.AccessToken.Equals(sent)
            || token.RefreshToken is not null && await JoinAsync(token, stop).ConfigureAwait(false) is OAuth2Result.Granted;
    }

    private async Task<OAuth2Token> FindAsync(HttpRequestMessage request, CancellationToken stop) =>
        _store is null ? _token! : _token = await _store.FindAsync<OAuth2Token>(RequestScope.Of(request), stop).ConfigureAwait(false);

    private bool EndsWithin(OAuth2Token token, TimeSpan time) => token is { RefreshToken: not null, ExpiresAt: { } end } && end <= _client.Time.GetUtcNow() + time;

    private async Task<OAuth2Token> RenewAsync(OAuth2Token token, CancellationToken stop) => await JoinAsync(token, stop).ConfigureAwait(false) switch
    {
        OAuth2Result.Granted granted => granted.Token,
        OAuth2Result.Failed failed when EndsWithin(token, TimeSpan.Zero) => throw new OAuth2Exception(failed.Error),
        _ => token,
    };

    private Task<OAuth2Result> JoinAsync(OAuth2Token stale, CancellationToken stop) => _flights.JoinAsync(stale, async () =>
    {
        var result = await _client.Flights.JoinAsync(stale, () => _client.RefreshAsync(stale, CancellationToken.None), CancellationToken.None).ConfigureAwait(false);
        if (result is OAuth2Result.Granted granted)
        {
            await KeepAsync(stale, granted.Token).ConfigureAwait(false);
        }

        return result;
    }, stop);

    private async Task KeepAsync(OAuth2Token stale, OAuth2Token fresh)
    {
        _token = fresh;
        if (_store is not null)
        {
            await _store.ReplaceAsync(stale, fresh, CancellationToken.None).ConfigureAwait(false);
        }

        if (_refreshed is not null)
        {
            await _refreshed(fresh, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
