using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ValetKey.Server.Scopes;

namespace ValetKey.Server.Accounts;

/// <summary>Authenticates a page request by its session cookie; forms are bound to this identity by the antiforgery token.</summary>
internal sealed class SessionHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Sessions sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(sessions.Find(Context) is { } account
        ? new Caller(account, ClientId: null, Scopes: [], ApiScheme.Session).Enter(Context)
        : AuthenticateResult.NoResult());
}
