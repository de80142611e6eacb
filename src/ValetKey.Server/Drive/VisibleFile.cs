using ValetKey.Server.Directory;

namespace ValetKey.Server.Drive;

/// <summary>A file as one user sees it.</summary>
/// <param name="Owner">Whose file it is.</param>
/// <param name="LastModifiedBy">Who changed it last.</param>
/// <param name="Role">How far the viewer may go with it.</param>
/// <param name="Parent">The folder it lies in; null for the root, and for a folder that the viewer may not see.</param>
/// <param name="SharedWith">Kinds of grantees that it is shared with (<see cref="Grantee"/>), each once.</param>
internal sealed record VisibleFile(FileRow File, UserCard Owner, UserCard LastModifiedBy, FileRole Role, FileRow? Parent, IReadOnlyList<string> SharedWith)
{
    public bool IsMine => Role == FileRole.Owner;

    public bool IsPrivate => SharedWith.Count == 0;

    /// <summary>Stars are their owner's.</summary>
    public bool IsStarred => IsMine && File.Starred;
}
