using ValetKey.GData.Calendar;
using ValetKey.GData.Protocol;

namespace ValetKey.GData.Tests.Calendar;

public sealed class CalendarEntryTests
{
    [Theory]
    [InlineData("1.0", "calendar-list-feed-v1.xml")]
    [InlineData("2.0", "calendar-list-feed-v2.xml")]
    public void Stands_in_the_list_as_calendar_wrote_it(string version, string golden) => Golden.Matches(golden, Xml.Of(OwnDocuments.Calendars, ProtocolVersion.Parse(version)));

    [Fact]
    public void Is_read_as_it_was_written() => Assert.Equal(OwnDocuments.Calendars, Xml.Feed<CalendarEntry>(Golden.Text("calendar-list-feed-v2.xml")));

    [Fact]
    public void Prints_its_title() => Assert.Equal("liz", $"{OwnDocuments.Calendars.Entries[0].Title}");
}
