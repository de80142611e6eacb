using Microsoft.Extensions.DependencyInjection;
using ValetKey.Server.Directory;

namespace ValetKey.Server.Calendar;

internal static class CalendarFeature
{
    public static void AddCalendar(this IServiceCollection services)
    {
        services.AddScoped<Calendars>();
        services.AddSingleton<IFollowsUsers, CalendarsOfUsers>();
    }
}
