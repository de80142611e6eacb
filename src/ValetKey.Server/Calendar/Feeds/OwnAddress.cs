using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ValetKey.GData.Protocol;
using ValetKey.Server.Accounts;
using ValetKey.Server.GDataWire;

namespace ValetKey.Server.Calendar.Feeds;

/// <summary>A list of calendars is its user's alone: the path says <c>default</c> or that user's own address. The answer is the same for every other.</summary>
internal static class OwnAddress
{
    private static readonly GDataError Refused = new(StatusCodes.Status403Forbidden, "Forbidden", "A list of calendars is shown to its own user alone; ask for /calendar/feeds/default.");

    public static ValueTask<object?> Only(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.GetRouteValue("user") is string user
        && (user == "default" || user.Equals(context.HttpContext.Features.Get<Caller>()?.Account.Email, StringComparison.OrdinalIgnoreCase))
            ? next(context)
            : ValueTask.FromResult<object?>(new GDataErrorResult(Refused));
}
