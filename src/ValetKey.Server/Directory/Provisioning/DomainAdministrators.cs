using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ValetKey.GData.Protocol;
using ValetKey.Server.Accounts;
using ValetKey.Server.GDataWire;

namespace ValetKey.Server.Directory.Provisioning;

/// <summary>Lets the administrators of the domain in the path through, and nobody else. The answer is the same whether the domain exists or not.</summary>
internal static class DomainAdministrators
{
    private static readonly GDataError Refused = new(StatusCodes.Status403Forbidden, "Forbidden", "Only an administrator of this domain may manage its users.");

    public static ValueTask<object?> Only(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Features.Get<Caller>()?.Account is { IsAdmin: true } account
        && context.HttpContext.GetRouteValue("domain") is string domain && domain.Equals(account.Domain, StringComparison.OrdinalIgnoreCase)
            ? next(context)
            : ValueTask.FromResult<object?>(new GDataErrorResult(Refused));
}
