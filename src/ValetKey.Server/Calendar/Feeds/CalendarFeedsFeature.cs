using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ValetKey.Server.Calendar.Feeds;

internal static class CalendarFeedsFeature
{
    public static void AddCalendarFeeds(this IServiceCollection services)
    {
    }

    public static void MapCalendarFeeds(this IEndpointRouteBuilder routes)
    {
    }
}
