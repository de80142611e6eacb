using CsCheck;
using ValetKey.GData.Protocol;
using ValetKey.OAuth;

namespace ValetKey.GData.Tests.Protocol;

public sealed class GDataQueryTests
{
    [Fact]
    public void Is_read_parameter_by_parameter()
    {
        Assert.Null(GDataQuery.Parse("?q=tennis+%22at+night%22&author=liz&alt=json&max-results=25&start-index=26&updated-min=2011-06-01T09:30:00Z"
            + "&orderby=starttime&sortorder=ascending&fields=entry(title)&prettyprint=true&strict=false&v=3.0&title=a%26b", out var query));
        Assert.Equal(new GDataQuery
        {
            Text = "tennis \"at night\"", Author = "liz", Alt = Alt.Json, MaxResults = 25, StartIndex = 26,
            UpdatedMin = new DateTimeOffset(2011, 6, 1, 9, 30, 0, TimeSpan.Zero), OrderBy = "starttime", SortOrder = "ascending",
            Fields = "entry(title)", PrettyPrint = true, Strict = false, Version = "3.0", Further = [new("title", "a&b")],
        }, query);
        Assert.Equal("a&b", query["title"]);
        Assert.Null(query["nothing"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("?")]
    public void Asks_nothing_when_it_is_empty(string? text)
    {
        Assert.Null(GDataQuery.Parse(text, out var query));
        Assert.Equal(new(), query);
        Assert.Equal("", query.ToString());
    }

    [Theory]
    [InlineData("2011-06-01T09:30:00Z", "2011-06-01T09:30:00.000Z")]
    [InlineData("2011-06-01T09:30:00%2B02:00", "2011-06-01T09:30:00.000+02:00")]
    [InlineData("2011-06-01T09:30:00+02:00", "2011-06-01T09:30:00.000+02:00")]
    [InlineData("2011-06-01T09:30:00-08:00", "2011-06-01T09:30:00.000-08:00")]
    [InlineData("2011-06-01T09:30:00", "2011-06-01T09:30:00.000Z")]
    [InlineData("2011-06-01", "2011-06-01T00:00:00.000Z")]
    public void Takes_times_as_old_clients_send_them(string sent, string expected)
    {
        Assert.Null(GDataQuery.Parse($"updated-max={sent}", out var query));
        Assert.Equal(expected, ValetKey.GData.Atom.AtomTime.Format(query.UpdatedMax!.Value));
    }

    [Theory]
    [InlineData("max-results=-1", "max-results")]
    [InlineData("max-results=many", "max-results")]
    [InlineData("max-results=99999999999", "max-results")]
    [InlineData("start-index=0", "start-index")]
    [InlineData("alt=pdf", "alt")]
    [InlineData("updated-min=yesterday", "updated-min")]
    [InlineData("published-max=2011-13-01", "published-max")]
    [InlineData("prettyprint=perhaps", "prettyprint")]
    [InlineData("q=a&q=b", "q")]
    [InlineData("max-results=1&max-results=2", "max-results")]
    public void Is_refused_with_the_name_of_the_parameter(string text, string parameter)
    {
        var error = GDataQuery.Parse(text, out _);
        Assert.Equal((400, "InvalidParameter", parameter, "parameter"), (error!.Status, error.Code, error.Location, error.LocationType));
    }

    [Theory]
    [InlineData("q=%")]
    [InlineData("q=%FF")]
    public void Is_refused_when_it_is_not_encoded(string text) => Assert.Equal(400, GDataQuery.Parse(text, out _)?.Status);

    [Fact]
    public void Refuses_unknown_parameters_only_when_it_is_strict()
    {
        GDataQuery.Parse("strict=true&startUsername=liz&oauth_token=1%2Fx&xoauth_requestor_id=liz", out var strict);
        Assert.Null(strict.RefuseUnknown("startUsername"));
        Assert.Equal("startUsername", strict.RefuseUnknown()?.Location);
        Assert.Null((strict with { Strict = null }).RefuseUnknown());
    }

    [Fact]
    public void Replaces_the_query_of_an_address() => Assert.Equal(
        "https://www.google.com/feeds?max-results=5&title=a+b%26c",
        new GDataQuery { MaxResults = 5 }.With("title", "a b&c").With("nothing", null).On(new("https://www.google.com/feeds?old=1")).AbsoluteUri);

    [Fact]
    public void Comes_back_as_it_was() => Gen.Select(Any.Text, Any.Time, Gen.Int[1, int.MaxValue], Gen.Bool).Sample((text, time, number, flag) =>
    {
        var query = new GDataQuery
        {
            Text = text, Author = text, MaxResults = number, StartIndex = number, UpdatedMin = time, PublishedMax = time, OrderBy = text, Fields = text,
            PrettyPrint = flag, Strict = flag, Alt = Alt.Rss, Further = [new Parameter("x", text), new Parameter("x", ""), new Parameter("y" + text, "")],
        };
        Assert.Null(GDataQuery.Parse(query.ToString(), out var again));
        Assert.Equal(query, again);
    });
}
