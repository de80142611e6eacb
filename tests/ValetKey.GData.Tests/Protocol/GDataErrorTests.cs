using System.Text;
using ValetKey.GData.Atom;
using ValetKey.GData.Protocol;

namespace ValetKey.GData.Tests.Protocol;

public sealed class GDataErrorTests
{
    private static readonly GDataError TwoBad = GDataError.InvalidParameter("max-results", "'-1' is no value of max-results; use a whole number from 0.");

    [Fact]
    public void Is_written_as_the_protocol_has_it() =>
        Golden.Matches("gdata-errors.xml", Xml.Written(w => GDataError.WriteDocument(w, TwoBad, new GDataError(400, "InvalidEntry", "The entry has no title."))));

    [Fact]
    public void Is_read_as_it_was_written()
    {
        var errors = GDataError.ReadDocument(Xml.Bytes(Golden.Text("gdata-errors.xml")), 400);
        Assert.Equal([TwoBad, new GDataError(400, "InvalidEntry", "The entry has no title.")], errors);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>Bad gateway</body>")]
    [InlineData("<errors/>")]
    [InlineData("<errors xmlns='http://schemas.google.com/g/2005'><error>")]
    [InlineData("<!DOCTYPE errors><errors xmlns='http://schemas.google.com/g/2005'/>")]
    public void Is_none_where_the_document_is_another(string document) => Assert.Empty(GDataError.ReadDocument(Xml.Bytes(document), 500));

    [Theory]
    [InlineData("", "The server gave no reason.")]
    [InlineData("  Version conflict \n", "Version conflict")]
    [InlineData("<html><body>Bad gateway</body></html>", "<html><body>Bad gateway</body></html>")]
    public void Is_made_of_whatever_was_answered(string body, string reason)
    {
        var error = GDataError.OfAnswer(502, "Bad Gateway", Encoding.UTF8.GetBytes(body));
        Assert.Equal(new GDataError(502, "Bad Gateway", reason), error);
    }

    [Fact]
    public void Holds_the_beginning_of_a_long_answer() =>
        Assert.Equal(300, GDataError.OfAnswer(500, "", Encoding.UTF8.GetBytes(new string('x', 10_000))).Reason.Length);

    [Theory]
    [InlineData(3, 7, false, 400, "3:7")]
    [InlineData(0, 0, true, 413, null)]
    public void Names_the_place_of_a_document_that_cannot_be_taken(int line, int column, bool isTooLarge, int status, string? place)
    {
        var error = GDataError.InvalidDocument(new AtomException("why", line, column) { IsTooLarge = isTooLarge });
        Assert.Equal((status, place, "why"), (error.Status, error.Location, error.Reason));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(412)]
    [InlineData(413)]
    [InlineData(415)]
    [InlineData(418)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public void Always_says_what_to_do(int status) => Assert.EndsWith(".", new GDataError(status, "x", "y").Mend, StringComparison.Ordinal);
}
