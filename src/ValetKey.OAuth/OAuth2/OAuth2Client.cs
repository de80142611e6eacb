using System.Buffers.Text;
using System.Security.Cryptography;

namespace ValetKey.OAuth;

/// <summary>An application registered at an authorization server (RFC 6749 §2): it sends users to consent, exchanges, refreshes and revokes. Thread-safe; change a copy with <c>with</c>.</summary>
public sealed record OAuth2Client
{
    /// <summary>The redirect URI of installed applications whose user carries the code by hand.</summary>
    public const string OutOfBand = "urn:ietf:wg:oauth:2.0:oob";

    private readonly HttpClient _http;

    /// <param name="clientId">As registered.</param>
    /// <param name="clientSecret">As registered; <c>null</c> for a public client, which has none.</param>
    /// <param name="redirectUri">Where the user returns to, exactly as registered.</param>
    /// <param name="scopes">What to ask for.</param>
    /// <param name="endpoints">The authorization server; <c>null</c>: <see cref="OAuth2Endpoints.Default"/>, which is Google.</param>
    /// <param name="http">Sends the requests and is not disposed here. It should follow no redirects: they carry secrets. <c>null</c>: a shared one that follows none.</param>
    public OAuth2Client(
        string clientId,
        Secret? clientSecret,
        string redirectUri = OutOfBand,
        IReadOnlyList<string>? scopes = null,
        OAuth2Endpoints? endpoints = null,
        HttpClient? http = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(clientId);
        ArgumentException.ThrowIfNullOrEmpty(redirectUri);
        (ClientId, ClientSecret, RedirectUri, Scopes) = (clientId, clientSecret, redirectUri, scopes ?? []);
        (Endpoints, _http) = (endpoints ?? OAuth2Endpoints.Default, http ?? ProtocolHttp.Own);
    }

    /// <summary>As registered.</summary>
    public string ClientId { get; init; }

    /// <summary>As registered; <c>null</c> for a public client.</summary>
    public Secret? ClientSecret { get; init; }

    /// <summary>Where the user returns to.</summary>
    public string RedirectUri { get; init; }

    /// <summary>What to ask for.</summary>
    public IReadOnlyList<string> Scopes { get; init; }

    /// <summary>The authorization server.</summary>
    public OAuth2Endpoints Endpoints { get; init; }

    /// <summary>How the secret is shown. Default: in the body.</summary>
    public ClientAuthentication Authentication { get; init; }

    /// <summary>The clock that expiry is counted from. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    // Shared by all credentials of this client and its copies: two API clients with the same token refresh it once.
    internal RefreshFlights Flights { get; } = new();

    /// <summary>Starts an authorization: an address for the browser, with a new state and a new code verifier (RFC 6749 §4.1.1, RFC 7636).</summary>
    /// <param name="options">What else to ask; <c>null</c>: offline access, nothing more.</param>
    /// <returns>To be kept for this browser, and given to <see cref="CompleteAsync(string?, AuthorizationRequest, CancellationToken)"/>.</returns>
    public AuthorizationRequest Authorize(OAuth2Options? options = null)
    {
        options ??= new();
        var state = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        var verifier = options is { UsePkce: true, ResponseType: "code" } ? Pkce.NewVerifier() : null;
        return new(AuthorizeUrl(options, state, verifier).AbsoluteUri, state, verifier);
    }

    /// <summary>As <see cref="Authorize(OAuth2Options?)"/>, kept in <paramref name="pending"/>.</summary>
    public AuthorizationRequest Authorize(IPendingAuthorizations pending, OAuth2Options? options = null)
    {
        ArgumentNullException.ThrowIfNull(pending);
        var request = Authorize(options);
        pending.Save(request);
        return request;
    }

    /// <summary>The address for the browser, with a state and a code verifier of the caller's.</summary>
    /// <param name="options">What else to ask.</param>
    /// <param name="state"><c>null</c> sends none: then nothing binds the answer to the browser.</param>
    /// <param name="codeVerifier"><c>null</c> sends no challenge.</param>
    public Uri AuthorizeUrl(OAuth2Options options, string? state, Secret? codeVerifier)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<Parameter> parameters = [new("client_id", ClientId), new("redirect_uri", RedirectUri), new("scope", string.Join(' ', Scopes)), .. options.Parameters()];
        if (state is not null)
        {
            parameters.Add(new("state", state));
        }

        if (codeVerifier is not null)
        {
            parameters.AddRange([new("code_challenge", Pkce.Challenge(codeVerifier)), new("code_challenge_method", Pkce.Method)]);
        }

        return AuthorizationUrl.Of(Endpoints.Authorize, [.. parameters, .. options.More]);
    }

    /// <summary>Ends an authorization: reads the redirect, checks its state, exchanges the code.</summary>
    /// <param name="redirect">The address that the browser was sent to, or its query (<c>Request.QueryString.Value</c>); not decoded.</param>
    /// <param name="request">What <see cref="Authorize(OAuth2Options?)"/> gave for this very browser.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<OAuth2Result> CompleteAsync(string? redirect, AuthorizationRequest request, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return RedirectResult.Read(redirect, request.State, Endpoints.Issuer) switch
        {
            RedirectResult.Code code => await ExchangeAsync(code.Value, request.CodeVerifier, stop).ConfigureAwait(false),
            RedirectResult.Token token when request.CodeVerifier is null => new OAuth2Result.Granted(new(token.AccessToken, null, token.ExpiresIn is { } life ? Time.GetUtcNow() + life : null, token.Scopes.Count > 0 ? token.Scopes : Scopes)),
            RedirectResult.Declined => new OAuth2Result.Declined(),
            RedirectResult.Failed failed => new OAuth2Result.Failed(failed.Error),
            _ => new OAuth2Result.Failed(OAuth2Error.MissingCode()),
        };
    }

    /// <summary>As the other, with the request that <paramref name="pending"/> kept for this browser under the state of the redirect; it serves once.</summary>
    public async Task<OAuth2Result> CompleteAsync(string? redirect, IPendingAuthorizations pending, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(pending);
        return RedirectResult.StateOf(redirect) is { } state && pending.Take(state) is { } request
            ? await CompleteAsync(redirect, request, stop).ConfigureAwait(false)
            : new OAuth2Result.Failed(OAuth2Error.StateMismatch());
    }

    /// <summary>Exchanges a code for a token (RFC 6749 §4.1.3).</summary>
    /// <param name="code">Plain text, as decoded from the redirect or typed by the user.</param>
    /// <param name="codeVerifier">The one of the authorization; <c>null</c> where PKCE was off.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<OAuth2Result> ExchangeAsync(Secret code, Secret? codeVerifier = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        List<Parameter> form = [new("grant_type", "authorization_code"), new("code", code.Reveal()), new("redirect_uri", RedirectUri)];
        if (codeVerifier is not null)
        {
            form.Add(new("code_verifier", codeVerifier.Reveal()));
        }

        var asked = Time.GetUtcNow();
        var answer = await SendAsync(Endpoints.Token, form, [code, codeVerifier ?? Secret.Empty], stop).ConfigureAwait(false);
        return TokenResponse.Read(answer, asked, null, Scopes);
    }

    /// <summary>Renews a token (RFC 6749 §6). What the answer leaves out, above all the refresh token, stays as it was.</summary>
    /// <exception cref="ArgumentException">The token has no refresh token.</exception>
    public async Task<OAuth2Result> RefreshAsync(OAuth2Token token, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        var refresh = token.RefreshToken ?? throw new ArgumentException("The token has no refresh token. Google gives one for access_type=offline and a fresh consent (prompt=consent).", nameof(token));
        var asked = Time.GetUtcNow();
        var answer = await SendAsync(Endpoints.Token, [new("grant_type", "refresh_token"), new("refresh_token", refresh.Reveal())], [refresh], stop).ConfigureAwait(false);
        return TokenResponse.Read(answer, asked, token, Scopes);
    }

    /// <summary>Takes a token back, and with the refresh token all that came from it (RFC 7009). One that is not known any more is no error.</summary>
    /// <exception cref="OAuth2Exception">The server refused.</exception>
    public async Task RevokeAsync(OAuth2Token token, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        var secret = token.RefreshToken ?? token.AccessToken;
        var answer = await SendAsync(Endpoints.Revoke, [new("token", secret.Reveal())], [secret], stop).ConfigureAwait(false);
        if (!answer.IsSuccess && TokenResponse.ErrorOf(answer) is { Code: not "invalid_token" } error)
        {
            throw new OAuth2Exception(error);
        }
    }

    /// <summary>Puts this token on requests, and renews it when it has expired or a request was answered with 401.</summary>
    /// <param name="token">To begin with.</param>
    /// <param name="refreshed">Called with each renewed token before it is used, to store it.</param>
    public OAuth2Credentials With(OAuth2Token token, Func<OAuth2Token, CancellationToken, Task>? refreshed = null)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new(this, token, refreshed);
    }

    /// <summary>Puts on each request the token whose scope covers it (see <see cref="ITokenStore.FindAsync{T}"/>); a renewed one takes its place in the store.</summary>
    public OAuth2Credentials With(ITokenStore tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return new(this, tokens);
    }

    private async Task<ProtocolAnswer> SendAsync(Uri endpoint, List<Parameter> form, Secret[] secrets, CancellationToken stop)
    {
        using var request = ClientRequest.Of(this, endpoint, form);
        return await ProtocolHttp.SendAsync(_http, request, [.. secrets, ClientSecret ?? Secret.Empty], stop).ConfigureAwait(false);
    }
}
