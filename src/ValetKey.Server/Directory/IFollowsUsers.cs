using ValetKey.Server.Storage;

namespace ValetKey.Server.Directory;

/// <summary>A part of the server that keeps things for users, and is told of their coming, renaming and going inside the same transaction.</summary>
internal interface IFollowsUsers
{
    /// <summary>The row has its id, and is saved already.</summary>
    Task Created(ValetKeyDb db, UserRow user, CancellationToken stop);

    /// <summary>What named the old address names the new one from now on, so that a later user of the old name inherits nothing.</summary>
    Task Renamed(ValetKeyDb db, UserRow user, string oldEmail, CancellationToken stop);

    /// <summary>What the user had goes, and so does what was shared with its address.</summary>
    Task Deleted(ValetKeyDb db, UserRow user, CancellationToken stop);
}
