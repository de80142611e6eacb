using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using ValetKey.OAuth;

namespace ValetKey.AspNetCore;

/// <summary>A verified request on its way to become a principal.</summary>
public sealed class OAuth1VerifiedContext
{
    internal OAuth1VerifiedContext(HttpContext httpContext, OAuth1Verification.Verified verification, ClaimsIdentity identity)
        => (HttpContext, Verification, Identity, Principal) = (httpContext, verification, identity, new ClaimsPrincipal(identity));

    /// <summary>The request.</summary>
    public HttpContext HttpContext { get; }

    /// <summary>Consumer, token and the very parameters that were verified.</summary>
    public OAuth1Verification.Verified Verification { get; }

    /// <summary>Has the claims of <see cref="OAuth1Claims"/>; further ones are added here.</summary>
    public ClaimsIdentity Identity { get; }

    /// <summary>What becomes <c>HttpContext.User</c>.</summary>
    public ClaimsPrincipal Principal { get; set; }

    /// <summary>Why the request is refused after all; <c>null</c> where it is not.</summary>
    public OAuthProblem? Refusal { get; private set; }

    /// <summary>Refuses the request: nobody is authenticated, and a challenge answers with this problem.</summary>
    public void Refuse(OAuthProblem problem) => Refusal = problem;
}
