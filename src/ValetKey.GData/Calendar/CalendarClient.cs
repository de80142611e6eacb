using ValetKey.GData.Protocol;
using ValetKey.OAuth;

namespace ValetKey.GData.Calendar;

/// <summary>The calendars of whoever the credentials speak for (Calendar API 2.0). Thread-safe.</summary>
public sealed class CalendarClient : IDisposable
{
    private static readonly GDataService Calendar = new(new Uri("https://www.google.com"), ProtocolVersion.V2);
    private static readonly Uri AllCalendars = new(Calendar.Origin, "/calendar/feeds/default/allcalendars/full");
    private static readonly Uri OwnCalendars = new(Calendar.Origin, "/calendar/feeds/default/owncalendars/full");

    private readonly GDataClient _client;

    /// <summary>A client for a user's calendars.</summary>
    /// <param name="authorizer">Puts the user's credentials on each request.</param>
    /// <param name="http">Sends them; an own one when <c>null</c>. One from outside should follow no redirects.</param>
    /// <param name="hosts">Where Google is; <see cref="GoogleHosts.Default"/> when <c>null</c>.</param>
    public CalendarClient(IRequestAuthorizer authorizer, HttpClient? http = null, GoogleHosts? hosts = null) => _client = new(Calendar, authorizer, http, hosts);

    /// <summary>The program's name and version for <c>User-Agent</c>, as <c>batch-job/1.2</c>.</summary>
    public string? ApplicationName { get => _client.ApplicationName; init => _client.ApplicationName = value; }

    /// <summary>Fetches the calendars in the user's list: own and subscribed ones.</summary>
    /// <exception cref="GDataException">The API refused.</exception>
    public IAsyncEnumerable<CalendarEntry> GetAllCalendarsAsync(CancellationToken stop = default) => _client.GetEntriesAsync<CalendarEntry>(AllCalendars, stop);

    /// <summary>Fetches the calendars that the user owns.</summary>
    /// <exception cref="GDataException">The API refused.</exception>
    public IAsyncEnumerable<CalendarEntry> GetOwnCalendarsAsync(CancellationToken stop = default) => _client.GetEntriesAsync<CalendarEntry>(OwnCalendars, stop);

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}
