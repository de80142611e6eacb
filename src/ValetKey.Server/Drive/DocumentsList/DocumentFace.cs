using ValetKey.GData.Atom;
using ValetKey.GData.Documents;
using ValetKey.GData.Protocol;
using ValetKey.Server.Directory;
using ValetKey.Server.GDataWire;

namespace ValetKey.Server.Drive.DocumentsList;

/// <summary>A file as the Documents List API shows it.</summary>
internal static class DocumentFace
{
    /// <summary>The file, the names of its people, its folder, and what the viewer may do.</summary>
    public static ETag ETagOf(VisibleFile seen) => EntityTags.Strong(
        seen.File.Id, seen.File.Version, seen.Owner.Version, seen.LastModifiedBy.Version, seen.Role, seen.Parent?.Id, seen.Parent?.Version, string.Join(',', seen.SharedWith));

    /// <param name="feed">Path of the feed that it is an entry of.</param>
    public static DocumentEntry Entry(VisibleFile seen, string feed, AtomRequest request)
    {
        var (file, path) = (seen.File, PathOf(feed, seen.File));
        Link[] parent = seen.Parent is null ? [] : [Link.ToAtom(LinkRelation.Parent, request.Link(PathOf(feed, seen.Parent))) with { Title = seen.Parent.Title }];
        return new DocumentEntry
        {
            Id = request.Id(path),
            ETag = ETagOf(seen),
            Published = file.CreatedAt,
            Updated = file.UpdatedAt,
            Edited = request.Version.HasETags ? file.UpdatedAt : null,
            Categories = [DocumentEntry.KindOf(file.Kind), .. Labels(seen).Select(DocumentLabel.Category)],
            Title = file.Title,
            Links = [.. parent, Link.ToAtom(LinkRelation.Self, request.Link(path))],
            Authors = [Person(seen.Owner)],
            ResourceId = ResourceId.Of(file.Kind, file.Id),
            LastModifiedBy = Person(seen.LastModifiedBy),
            QuotaBytesUsed = request.Version.Major >= 3 ? 0 : null,
            WritersCanInvite = file.WritersCanInvite,
        };
    }

    private static string PathOf(string feed, FileRow file) => $"{feed}/{ResourceId.Of(file.Kind, file.Id).PathSegment}";

    private static Person Person(UserCard user) => new() { Name = user.UserName, Email = user.Email };

    private static IEnumerable<string> Labels(VisibleFile seen)
    {
        if (seen.IsStarred)
        {
            yield return DocumentLabel.Starred;
        }

        if (seen.File.Trashed)
        {
            yield return DocumentLabel.Trashed;
        }

        if (seen.IsMine)
        {
            yield return DocumentLabel.Mine;
        }

        yield return seen.IsPrivate ? DocumentLabel.Private : DocumentLabel.Shared;
        if (seen.SharedWith.Contains(Grantee.Domain, StringComparer.Ordinal))
        {
            yield return DocumentLabel.SharedWithDomain;
        }
    }
}
