namespace ValetKey.Server.Storage;

/// <summary>Which schema the database has, asked in two plain statements: a start that has nothing to migrate does not wait for EF.</summary>
internal static class Schema
{
    /// <summary>The last migration of this version; a test compares it with the migrations.</summary>
    public const string Latest = "20261125010036_Initial";

    public static bool IsCurrent(SqlDatabase database) => database.Read(session =>
        session.First("SELECT 1 FROM sqlite_master WHERE name = '__EFMigrationsHistory'", _ => true)
        && session.First("SELECT MAX(MigrationId) FROM __EFMigrationsHistory", row => row.IsDBNull(0) ? null : row.GetString(0)) == Latest);
}
