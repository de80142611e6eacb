using ValetKey.Server.Storage;

namespace ValetKey.Server.Workspace;

/// <summary>What the database held before this start.</summary>
/// <param name="IsEmpty">Whether it has no domain.</param>
/// <param name="IsDemo">Whether the built-in workspace was the last one applied.</param>
internal sealed record LoadedBefore(bool IsEmpty, bool IsDemo, byte[]? Digest)
{
    public static LoadedBefore Nothing { get; } = new(IsEmpty: true, IsDemo: false, null);

    /// <summary>By two plain statements, so that an unchanged start does not wait for the model of the whole database.</summary>
    public static LoadedBefore Of(SqlDatabase database) => database.Read(session =>
        session.First("SELECT 1 FROM sqlite_master WHERE name = 'applied_workspace'", _ => true)
            ? session.First(
                "SELECT NOT EXISTS (SELECT 1 FROM domains), w.IsDemo, w.Digest FROM (SELECT 1) LEFT JOIN applied_workspace w",
                row => new LoadedBefore(row.GetBoolean(0), !row.IsDBNull(1) && row.GetBoolean(1), row.IsDBNull(2) ? null : (byte[])row[2]))!
            : Nothing);

    public bool IsSame(WorkspaceSource source) => !IsEmpty && Digest is not null && Digest.AsSpan().SequenceEqual(source.Digest);
}
