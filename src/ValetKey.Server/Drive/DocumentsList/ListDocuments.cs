using Microsoft.AspNetCore.Http;
using ValetKey.GData.Atom;
using ValetKey.GData.Documents;
using ValetKey.GData.Protocol;
using ValetKey.Server.Accounts;
using ValetKey.Server.GDataWire;

namespace ValetKey.Server.Drive.DocumentsList;

/// <summary>GET a user's documents, newest first: 200 with the feed.</summary>
/// <param name="feed">Its path: version 2 of the API and version 3 have one each.</param>
internal sealed class ListDocuments(string feed)
{
    private const int PageSize = 100;
    private const int LargestPage = 1000;

    private static readonly string[] Flags = ["title-exact", "showfolders", "showdeleted"];

    public static string[] Parameters { get; } = ["title", .. Flags];

    public Task<IResult> All(Caller caller, AtomRequest request, Files files, CancellationToken stop) => Handle([], caller, request, files, stop);

    public Task<IResult> OfCategories(string categories, Caller caller, AtomRequest request, Files files, CancellationToken stop) =>
        CategoryPath.Parse(categories, out var filters) is { } error ? Task.FromResult<IResult>(new GDataErrorResult(error)) : Handle(filters, caller, request, files, stop);

    private async Task<IResult> Handle(IReadOnlyList<FileFilter> filters, Caller caller, AtomRequest request, Files files, CancellationToken stop)
    {
        if (WrongFlag(request) is { } wrong)
        {
            return new GDataErrorResult(wrong);
        }

        var query = new FileQuery
        {
            Filters = filters,
            Title = request.Query["title"],
            TitleExact = request.Query["title-exact"] == "true",
            ShowFolders = request.Query["showfolders"] == "true",
            ShowTrashed = request.Query["showdeleted"] == "true",
            Skip = request.Skip,
            Take = request.Take(usual: PageSize, most: LargestPage),
        };
        var page = await files.List(caller.Account, query, stop);
        return new AtomFeedResult<DocumentEntry>(request, Head(caller.Account, page, query.Take, request), page.Files.Select(seen => DocumentFace.Entry(seen, feed, request)));
    }

    private static GDataError? WrongFlag(AtomRequest request) => Flags
        .Where(name => request.Query[name] is not (null or "true" or "false"))
        .Select(name => GDataError.InvalidParameter(name, $"{name} is true or false."))
        .FirstOrDefault();

    private Feed Head(Account viewer, FilePage page, int take, AtomRequest request) => new()
    {
        Id = request.Id(feed),
        ETag = EntityTags.Weak([page.Total, request.Asked, .. page.Files.Select(DocumentFace.ETagOf)]),
        Updated = page.Files.Count == 0 ? DateTimeOffset.UnixEpoch : page.Files.Max(seen => seen.File.UpdatedAt),
        Title = $"Available Documents - {viewer.Email}",
        Links = [Link.ToAtom(LinkRelation.Feed, request.Link(feed)), Link.ToAtom(LinkRelation.Self, request.Self), .. FeedPages.Links(request, take, page.Total)],
        Authors = [new Person { Name = viewer.UserName, Email = viewer.Email }],
        Page = new FeedPage(page.Total, request.Skip + 1, take),
    };
}
