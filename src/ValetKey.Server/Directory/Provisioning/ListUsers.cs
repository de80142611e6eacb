using Microsoft.AspNetCore.Http;
using ValetKey.GData.Atom;
using ValetKey.GData.Protocol;
using ValetKey.GData.Provisioning;
using ValetKey.Server.GDataWire;

namespace ValetKey.Server.Directory.Provisioning;

/// <summary>GET the users of a domain in the order of their names, 100 a page: 200 with the feed; the next page starts from a name, so the last is as fast as the first.</summary>
internal static class ListUsers
{
    public const string StartUsername = "startUsername";

    private const int PageSize = 100;

    public static async Task<IResult> Handle(string domain, AtomRequest request, Users users, CancellationToken stop)
    {
        var start = UserName.Normalize(request.Query[StartUsername] ?? "");
        if (start.Length > 0 && !UserName.IsSpelledRight(start))
        {
            return new AppsErrorResult(DirectoryProblem.InvalidQueryParameterValue(request.Query[StartUsername]!));
        }

        var (name, take) = (domain.ToLowerInvariant(), request.Take(usual: PageSize, most: PageSize));
        var page = await users.List(name, start, request.Skip, take, stop);
        return new AtomFeedResult<UserEntry>(request, Head(name, page, take, request), page.Users.Select(user => UserFace.Entry(user, request)));
    }

    private static Feed Head(string domain, UserPage page, int take, AtomRequest request)
    {
        var path = UserFace.FeedPath(domain);
        Link[] next = page.Next is null ? []
            : [Link.ToAtom(LinkRelation.Next, request.Again(query => AtomRequest.With(query with { StartIndex = null }, StartUsername, page.Next)))];
        return new Feed
        {
            Id = request.Id(path),
            ETag = EntityTags.Weak([page.Total, page.Next, request.Asked, .. page.Users.Select(UserFace.ETagOf)]),
            Updated = page.Users.Count == 0 ? DateTimeOffset.UnixEpoch : page.Users.Max(user => user.UpdatedAt),
            Categories = [UserEntry.Kind],
            Title = "Users",
            Links =
            [
                .. next,
                Link.ToAtom(LinkRelation.Feed, request.Link(path)),
                Link.ToAtom(LinkRelation.Post, request.Link(path)),
                Link.ToAtom(LinkRelation.Self, request.Self),
            ],
            Page = new FeedPage(page.Total, request.Skip + 1, take),
        };
    }
}
