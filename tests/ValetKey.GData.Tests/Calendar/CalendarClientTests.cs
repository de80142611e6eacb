using ValetKey.GData.Calendar;
using ValetKey.GData.Protocol;

namespace ValetKey.GData.Tests.Calendar;

public sealed class CalendarClientTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_all_calendars_or_the_users_own()
    {
        using var google = new StubGoogle();
        google.Answers(Xml.Of(OwnDocuments.Calendars, ProtocolVersion.V2)).Answers(Xml.Of(OwnDocuments.Calendars, ProtocolVersion.V2));
        using var calendars = new CalendarClient(new CountingAuthorizer(), google.Http, GoogleHosts.At("http://127.0.0.1:8080"));

        Assert.Equal(["liz", "Holidays"], await calendars.GetAllCalendarsAsync(Stop).Select(c => c.ToString()).ToListAsync(Stop));
        Assert.Equal(2, await calendars.GetOwnCalendarsAsync(Stop).CountAsync(Stop));

        Assert.Equal(["http://127.0.0.1:8080/calendar/feeds/default/allcalendars/full", "http://127.0.0.1:8080/calendar/feeds/default/owncalendars/full"], google.Addresses);
        Assert.Equal("https://www.google.com/calendar/feeds/default/allcalendars/full", google.Sent[0].Scope);
        Assert.Equal("2.0", google.Sent[0].Header("GData-Version"));
    }
}
