using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using ValetKey.Server.Accounts;

namespace ValetKey.Server.Scopes;

/// <summary>Lets a caller through when one of its granted scopes opens the API at the path that was sent.</summary>
internal sealed class ApiRequirementHandler : AuthorizationHandler<ApiRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ApiRequirement requirement)
    {
        if (context.Resource is HttpContext http && http.Features.Get<Caller>() is { } caller
            && ScopeCatalogue.Opens(caller.Scopes, requirement.Api, requirement.Access, http.Request.Path.ToUriComponent()))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
