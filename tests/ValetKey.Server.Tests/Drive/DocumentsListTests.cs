using System.Net;
using Microsoft.EntityFrameworkCore;
using ValetKey.Server.Drive;
using ValetKey.Server.Tests.GDataWire;

namespace ValetKey.Server.Tests.Drive;

public sealed class DocumentsListTests(GDataServer server) : IClassFixture<GDataServer>
{
    private const string Feed = "/feeds/default/private/full";

    [Theory]
    [InlineData(Feed + "?prettyprint=true&title=to&v=3", "documents-v3.xml")]
    [InlineData("/feeds/documents/private/full?prettyprint=true&title=to&v=2", "documents-v2.xml")]
    [InlineData(Feed + "/spreadsheet%3Abudget?prettyprint=true&v=3", "document-v3.xml")]
    [InlineData(Feed + "?prettyprint=true&title=to&v=3&alt=json", "documents.json")]
    public async Task The_list_is_a_feed_as_the_api_had_it(string path, string golden) => Golden.Matches(golden, (await server.Get(GDataServer.Liz, path)).Body);

    [Theory]
    [InlineData("", "Budget 100%, Inside, Slides, To Jane, To Joe")]
    [InlineData("?showfolders=true", "Budget 100%, Inside, Letters, Shared folder, Slides, To Jane, To Joe")]
    [InlineData("?showdeleted=true", "Budget 100%, Inside, Old, Slides, To Jane, To Joe")]
    [InlineData("/-/document", "To Jane, To Joe")]
    [InlineData("/-/document%7Cspreadsheet", "Budget 100%, To Jane, To Joe")]
    [InlineData("/-/document|drawing", "Inside, To Jane, To Joe")]
    [InlineData("/-/presentation", "Slides")]
    [InlineData("/-/folder", "Letters, Shared folder")]
    [InlineData("/-/folder/mine", "Letters")]
    [InlineData("/-/mine", "Budget 100%, Slides, To Jane, To Joe")]
    [InlineData("/-/-mine", "Inside")]
    [InlineData("/-/mine/-document", "Budget 100%, Slides")]
    [InlineData("/-/starred", "To Jane")]
    [InlineData("/-/trashed", "Old")]
    [InlineData("/-/pdf", "")]
    [InlineData("/-/pdf?showdeleted=true", "Old")]
    [InlineData("/-/private", "To Jane")]
    [InlineData("/-/shared/document", "To Joe")]
    [InlineData("/-/starred%7Cpresentation", "Slides, To Jane")]
    [InlineData("/-/%7Bhttp%3A%2F%2Fschemas.google.com%2Fg%2F2005%23kind%7Dhttp%3A%2F%2Fschemas.google.com%2Fdocs%2F2007%23presentation", "Slides")]
    [InlineData("/-/%7Bhttp:%2F%2Fschemas.google.com%2Fg%2F2005%2Flabels%7Dhttp:%2F%2Fschemas.google.com%2Fg%2F2005%2Flabels%23starred", "To Jane")]
    [InlineData("/-/nonsense", "")]
    [InlineData("/-/-nonsense/presentation", "Slides")]
    [InlineData("?title=J", "To Jane, To Joe")]
    [InlineData("?title=to+jane", "To Jane")]
    [InlineData("?title=to+jane&title-exact=true", "")]
    [InlineData("?title=To+Jane&title-exact=true", "To Jane")]
    [InlineData("?title=100%25", "Budget 100%")]
    [InlineData("?title=%25", "Budget 100%")]
    [InlineData("?title=_", "")]
    public async Task A_list_holds_what_its_categories_and_query_ask_for(string query, string titles) =>
        Assert.Equal(titles, string.Join(", ", (await server.Get(GDataServer.Liz, Feed + query)).Titles.Order(StringComparer.Ordinal)));

    [Fact]
    public async Task A_user_sees_own_files_and_those_shared_with_the_user()
    {
        Assert.Equal(["Budget 100%", "Inside", "To Joe"], (await server.Get(GDataServer.Joe, Feed)).Titles.Order(StringComparer.Ordinal));
        Assert.Empty((await server.Get(GDataServer.OtherAdmin, Feed)).Entries);
    }

    [Fact]
    public async Task Labels_and_folders_are_the_viewers_own()
    {
        var (liz, joe) = (await server.Get(GDataServer.Liz, Feed + "/document%3Ato-joe"), await server.Get(GDataServer.Joe, Feed + "/document%3Ato-joe"));
        Assert.Equal(["document", "mine", "shared"], Labels(liz));
        Assert.Equal(["document", "shared"], Labels(joe));
        Assert.Equal("Letters", Parent(liz));
        Assert.Null(Parent(joe));                // the folder is not shared, so nothing tells of it
        Assert.DoesNotContain("letters", joe.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["document", "starred", "mine", "private"], Labels(await server.Get(GDataServer.Liz, Feed + "/document%3Ato-jane")));
        Assert.Equal(["presentation", "mine", "shared", "shared-with-domain"], Labels(await server.Get(GDataServer.Liz, Feed + "/presentation%3Aslides")));
        Assert.Equal(["pdf", "trashed", "mine", "private"], Labels(await server.Get(GDataServer.Liz, Feed + "/pdf%3Aold")));
        Assert.Equal("Shared folder", Parent(await server.Get(GDataServer.Liz, Feed + "/drawing%3Ainside")));
    }

    [Theory]
    [InlineData(GDataServer.Joe, "presentation%3Aslides", HttpStatusCode.OK)]
    [InlineData(GDataServer.Joe, "slides", HttpStatusCode.OK)]
    [InlineData(GDataServer.Joe, "presentation:slides", HttpStatusCode.OK)]
    [InlineData(GDataServer.Joe, "document%3Aslides", HttpStatusCode.NotFound)]
    [InlineData(GDataServer.Joe, "document%3Ato-jane", HttpStatusCode.NotFound)]
    [InlineData(GDataServer.Joe, "folder%3Aletters", HttpStatusCode.NotFound)]
    [InlineData(GDataServer.Joe, "document%3A..%2f..%2fto-jane", HttpStatusCode.NotFound)]
    [InlineData(GDataServer.Joe, "document%3A%5c", HttpStatusCode.NotFound)]
    [InlineData(GDataServer.OtherAdmin, "presentation%3Aslides", HttpStatusCode.NotFound)]
    [InlineData(GDataServer.OtherAdmin, "spreadsheet%3Abudget", HttpStatusCode.NotFound)]
    public async Task A_document_is_found_by_its_id_by_whom_it_is_open_to(string token, string id, HttpStatusCode status)
    {
        Assert.Equal(status, (await server.Get(token, $"{Feed}/{id}")).Status);
        Assert.Equal(status, (await server.Get(token, $"/feeds/documents/private/full/{id}")).Status);
    }

    [Fact]
    public async Task Links_stay_below_the_path_that_was_asked()
    {
        Assert.Equal("/feeds/documents/private/full/document%3Ato-jane", (await server.Get(GDataServer.Liz, "/feeds/documents/private/full/document%3Ato-jane")).Link("self"));
        Assert.Equal("/feeds/documents/private/full/folder%3Aletters", Reply.LinkOf((await server.Get(GDataServer.Liz, "/feeds/documents/private/full?title=To+Jane")).Entries[0], "http://schemas.google.com/docs/2007#parent"));
    }

    [Fact]
    public async Task A_flag_is_true_or_false() => Assert.Equal(HttpStatusCode.BadRequest, (await server.Get(GDataServer.Liz, Feed + "?showfolders=yes")).Status);

    [Fact]
    public async Task Too_many_categories_are_400() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Get(GDataServer.Liz, $"{Feed}/-/{string.Join('/', Enumerable.Repeat("mine", 21))}")).Status);

    [Fact]
    public async Task Pages_are_of_100_unless_asked_and_of_1000_at_most_the_newest_first()
    {
        await server.InDatabase(async db =>
        {
            var zoe = await db.Users.SingleAsync(u => u.UserName == "zoe", TestContext.Current.CancellationToken);
            db.Files.AddRange(Enumerable.Range(0, 1050).Select(i => FileRow.Of(zoe, $"many-{i}", FileKind.Document, $"Document {i}", null, DateTimeOffset.UnixEpoch.AddMinutes(i))));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        var usual = await server.Get(GDataServer.OtherAdmin, Feed);
        Assert.Equal((100, "1050", "1", "100"), (usual.Entries.Count, usual.Number("totalResults"), usual.Number("startIndex"), usual.Number("itemsPerPage")));
        Assert.Equal(("Document 1049", "Document 950"), (usual.Titles[0], usual.Titles[^1]));
        Assert.Equal(Feed + "?start-index=101", usual.Link("next"));
        var most = await server.Get(GDataServer.OtherAdmin, Feed + "?max-results=5000");
        Assert.Equal((1000, "1000"), (most.Entries.Count, most.Number("itemsPerPage")));
        var last = await server.Get(GDataServer.OtherAdmin, most.Link("next")!);
        Assert.Equal((50, "Document 0", null), (last.Entries.Count, last.Titles[^1], last.Link("next")));
        await server.InDatabase(db => db.Files.Where(f => f.Id.StartsWith("many-")).ExecuteDeleteAsync(TestContext.Current.CancellationToken));      // others of this class count on her having none
    }

    private static List<string> Labels(Reply reply) => [.. reply.Xml.Elements(GDataServer.Atom + "category").Select(category => category.Attribute("label")!.Value)];

    private static string? Parent(Reply reply) => reply.Xml.Elements(GDataServer.Atom + "link")
        .SingleOrDefault(link => link.Attribute("rel")!.Value == "http://schemas.google.com/docs/2007#parent")?.Attribute("title")!.Value;
}
