using System.Net;
using ValetKey.Server.Tests.GDataWire;

namespace ValetKey.Server.Tests.Calendar;

public sealed class CalendarListTests(GDataServer server) : IClassFixture<GDataServer>
{
    private const string All = "/calendar/feeds/default/allcalendars/full";
    private const string Own = "/calendar/feeds/default/owncalendars/full";

    [Theory]
    [InlineData("/calendar/feeds/default?prettyprint=true&max-results=2", "calendars-v1.xml")]
    [InlineData(All + "?prettyprint=true&max-results=2&v=2", "calendars-v2.xml")]
    [InlineData(All + "/reading-club%40group.calendar.google.com?prettyprint=true&v=2", "calendar-v2.xml")]
    [InlineData(Own + "?prettyprint=true&max-results=2&alt=json&v=2", "calendars.json")]
    public async Task The_list_is_a_feed_as_the_api_had_it(string path, string golden) => Golden.Matches(golden, (await server.Get(GDataServer.Liz, path)).Body);

    [Fact]
    public async Task A_user_sees_own_calendars_and_those_shared_with_the_user_each_with_its_access_level()
    {
        var entries = (await server.Get(GDataServer.Joe, All)).Entries.ToDictionary(
            entry => entry.Element(GDataServer.Atom + "title")!.Value, entry => entry.Elements().Single(element => element.Name.LocalName == "accesslevel").Attribute("value")!.Value);
        Assert.Equal(
            new Dictionary<string, string> { ["Joe Brown"] = "owner", ["Reading club"] = "editor", ["Readable"] = "read", ["Busy"] = "freebusy", ["Shared ownership"] = "owner" },
            entries);
    }

    [Fact]
    public async Task The_list_of_own_calendars_holds_those_with_the_role_of_owner()
    {
        Assert.Equal(["Joe Brown", "Shared ownership"], (await server.Get(GDataServer.Joe, Own)).Titles);
        Assert.Equal(["Liz Bennet", "Reading club", "Readable", "Busy", "Shared ownership", "Company", "Private"], (await server.Get(GDataServer.Liz, Own)).Titles);
    }

    [Fact]
    public async Task A_place_in_the_list_is_its_owners_own()
    {
        Assert.Equal("true", Hidden(await server.Get(GDataServer.Liz, All + "/reading-club%40group.calendar.google.com")));
        Assert.Equal("false", Hidden(await server.Get(GDataServer.Joe, All + "/reading-club%40group.calendar.google.com")));
    }

    [Theory]
    [InlineData(GDataServer.Joe, "company%40group.calendar.google.com", HttpStatusCode.OK)]
    [InlineData(GDataServer.Joe, "private%40group.calendar.google.com", HttpStatusCode.NotFound)]
    [InlineData(GDataServer.Joe, "liz%40example.com", HttpStatusCode.NotFound)]
    [InlineData(GDataServer.Joe, "JOE%40example.com", HttpStatusCode.OK)]
    [InlineData(GDataServer.Joe, "nobody%40example.com", HttpStatusCode.NotFound)]
    [InlineData(GDataServer.Joe, "..%2fliz%40example.com", HttpStatusCode.NotFound)]
    [InlineData(GDataServer.OtherAdmin, "company%40group.calendar.google.com", HttpStatusCode.NotFound)]
    [InlineData(GDataServer.OtherAdmin, "reading-club%40group.calendar.google.com", HttpStatusCode.NotFound)]
    public async Task A_calendar_is_found_by_its_address_by_whom_it_is_open_to(string token, string id, HttpStatusCode status) =>
        Assert.Equal(status, (await server.Get(token, $"{All}/{id}")).Status);

    [Fact]
    public async Task A_calendar_that_is_shared_is_none_of_the_own_ones()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await server.Get(GDataServer.Joe, Own + "/readable%40group.calendar.google.com")).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.Get(GDataServer.Joe, Own + "/both%40group.calendar.google.com")).Status);
    }

    [Fact]
    public async Task The_own_address_stands_for_default_and_any_other_is_403()
    {
        Assert.Equal((await server.Get(GDataServer.Joe, All)).Titles, (await server.Get(GDataServer.Joe, "/calendar/feeds/Joe%40example.com/allcalendars/full")).Titles);
        foreach (var path in new[] { "", "/allcalendars/full", "/owncalendars/full", "/allcalendars/full/liz%40example.com" })
        {
            var (existing, absent) = (await server.Get(GDataServer.Joe, "/calendar/feeds/liz%40example.com" + path), await server.Get(GDataServer.Joe, "/calendar/feeds/nobody%40example.com" + path));
            Assert.Equal(HttpStatusCode.Forbidden, existing.Status);
            Assert.Equal((existing.Status, existing.Body), (absent.Status, absent.Body));
        }
    }

    [Fact]
    public async Task Pages_by_start_index_hold_each_calendar_once()
    {
        var pages = new List<Reply>();
        for (var next = All + "?max-results=3&v=2"; next is not null; next = pages[^1].Link("next"))
        {
            pages.Add(await server.Get(GDataServer.Liz, next));
        }

        Assert.Equal([3, 3, 1], pages.Select(page => page.Entries.Count));
        Assert.Equal((await server.Get(GDataServer.Liz, All)).Titles, pages.SelectMany(page => page.Titles));
        Assert.Equal(["1", "4", "7"], pages.Select(page => page.Number("startIndex")));
        Assert.All(pages, page => Assert.Equal(("7", "3"), (page.Number("totalResults"), page.Number("itemsPerPage"))));
        Assert.Equal((null, All + "?max-results=3&start-index=4&v=2"), (pages[0].Link("previous"), pages[2].Link("previous")));
    }

    private static string Hidden(Reply reply) => reply.Xml.Elements().Single(element => element.Name.LocalName == "hidden").Attribute("value")!.Value;
}
