using Microsoft.AspNetCore.Http;
using ValetKey.OAuth;

namespace ValetKey.AspNetCore;

/// <summary>Where an application has its say.</summary>
public sealed class OAuth1Events
{
    /// <summary>Called when signature, nonce and token are right: adds claims, replaces the principal, or refuses after all.</summary>
    public Func<OAuth1VerifiedContext, Task> OnVerified { get; set; } = _ => Task.CompletedTask;

    /// <summary>Says why a request that was verified is forbidden by a policy. Default <c>permission_denied</c>.</summary>
    public Func<HttpContext, OAuthProblem> OnForbidden { get; set; } = _ => OAuthProblem.PermissionDenied("This consumer may not do this here.");
}
