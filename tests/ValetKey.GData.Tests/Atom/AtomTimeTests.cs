using CsCheck;
using ValetKey.GData.Atom;

namespace ValetKey.GData.Tests.Atom;

public sealed class AtomTimeTests
{
    public static TheoryData<string> Parsed => Vectors.Names("timesParse");

    public static TheoryData<string> Formatted => Vectors.Names("timesFormat");

    [Theory]
    [MemberData(nameof(Parsed))]
    public void Is_read_as_the_vectors_say(string name)
    {
        var vector = Vectors.Case("timesParse", name);
        Assert.Equal(vector.GetProperty("valid").GetBoolean(), AtomTime.TryParse(vector.Text("text"), out var time));
        if (vector.GetProperty("valid").GetBoolean())
        {
            Assert.Equal(vector.GetProperty("unixSeconds").GetInt64(), time.ToUnixTimeSeconds());
            Assert.Equal(vector.GetProperty("nanoseconds").GetInt64() / 100, time.Ticks % TimeSpan.TicksPerSecond);
            Assert.Equal(vector.GetProperty("offsetMinutes").GetInt32(), time.TotalOffsetMinutes);
        }
    }

    [Theory]
    [MemberData(nameof(Formatted))]
    public void Is_written_as_the_vectors_say(string name)
    {
        var vector = Vectors.Case("timesFormat", name);
        var time = DateTimeOffset.FromUnixTimeSeconds(vector.GetProperty("unixSeconds").GetInt64())
            .AddTicks(vector.GetProperty("nanoseconds").GetInt64() / 100)
            .ToOffset(TimeSpan.FromMinutes(vector.GetProperty("offsetMinutes").GetInt32()));
        Assert.Equal(vector.Text("text"), AtomTime.Format(time));
    }

    // The vectors leave these to whoever reads; each line is what we decided.
    [Theory]
    [InlineData("leap-second", "2017-01-01T00:00:00.000Z")]
    [InlineData("space-separator", "2011-06-01T09:30:00.000Z")]
    [InlineData("hour-24", null)]
    [InlineData("date-only", null)]
    [InlineData("offset-23-59", null)]
    [InlineData("comma-fraction", null)]
    [InlineData("second-60-any-day", null)]
    [InlineData("leading-space", "2011-06-01T09:30:00.000Z")]
    [InlineData("ten-fraction-digits", "2011-06-01T09:30:00.123Z")]
    [InlineData("year-0000", null)]
    [InlineData("offset-24", null)]
    public void Is_decided_where_implementations_differ(string name, string? expected) =>
        Assert.Equal(expected, AtomTime.TryParse(Vectors.Case("timesEdge", name).Text("text"), out var time) ? AtomTime.Format(time) : null);

    [Fact]
    public void Decides_every_case_that_the_vectors_leave_open() => Assert.Equal(11, Vectors.Names("timesEdge").Count);

    [Theory]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("9999-12-31T23:59:60Z")]
    public void Is_refused_beyond_what_can_be_held(string text) => Assert.False(AtomTime.TryParse(text, out _));

    [Fact]
    public void Comes_back_as_it_was() => Any.Time.Sample(time =>
        AtomTime.TryParse(AtomTime.Format(time), out var again) && again == time && again.Offset == time.Offset);
}
