namespace ValetKey.Server.Storage;

/// <summary>
/// The schema without EF: a start that has nothing to migrate asks in two plain statements, and a new database is made from one script.
/// EF migrates what an earlier version left.
/// </summary>
internal static class Schema
{
    /// <summary>The last migration of this version; a test compares it with the migrations.</summary>
    public const string Latest = "20261125041449_DomainPolicies";

    public static bool IsCurrent(SqlDatabase database) => database.Read(session => LastMigration(session) == Latest);

    /// <summary>Makes all tables, with the history that EF goes on from.</summary>
    /// <returns>False when there are tables of some version already.</returns>
    public static Task<bool> TryCreate(SqlDatabase database, CancellationToken stop) => database.WriteAsync(
        session =>
        {
            if (session.First("SELECT COUNT(*) FROM sqlite_master", row => row.GetInt32(0)) > 0)
            {
                return false;
            }

            session.Execute(Script());
            return true;
        },
        stop);

    /// <summary>What the migrations do to an empty database; eng/model.sh writes it, a test compares it with them.</summary>
    public static string Script()
    {
        using var stream = typeof(Schema).Assembly.GetManifestResourceStream("ValetKey.Server.Storage.Sqlite.schema.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string? LastMigration(SqlSession session) =>
        session.First("SELECT 1 FROM sqlite_master WHERE name = '__EFMigrationsHistory'", _ => true)
            ? session.First("SELECT MAX(MigrationId) FROM __EFMigrationsHistory", row => row.IsDBNull(0) ? null : row.GetString(0))
            : null;
}
