using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace ValetKey.Server.Accounts;

/// <summary>Who calls: the user that a client acts for, the client, and what was granted to it.</summary>
/// <param name="Account">The user.</param>
/// <param name="ClientId">The consumer key or client id; null for a signed-in browser.</param>
/// <param name="Scopes">What was granted; empty for a signed-in browser.</param>
/// <param name="Scheme">How the request was authenticated.</param>
internal sealed record Caller(Account Account, string? ClientId, IReadOnlyList<string> Scopes, string Scheme)
{
    /// <summary>An endpoint takes its caller as a parameter; there is always one behind <c>Requires</c>.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context) => ValueTask.FromResult(context.Features.Get<Caller>());

    /// <summary>Makes this the request's caller, and the ticket that ASP.NET Core asks for.</summary>
    public AuthenticateResult Enter(HttpContext context)
    {
        context.Features.Set(this);
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, Account.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                new Claim(ClaimTypes.Name, Account.Email),
            ],
            Scheme);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
    }
}
