using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using ValetKey.Server.Storage;

namespace ValetKey.Server.Tests;

public sealed class StorageTests
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public void Has_a_migration_for_every_mapping()
    {
        using var db = new DesignTimeDb().CreateDbContext([]);
        Assert.False(db.Database.HasPendingModelChanges());         // bash eng/model.sh NAME makes it
    }

    [Fact]
    public void Knows_its_last_migration_without_the_model()
    {
        using var db = new DesignTimeDb().CreateDbContext([]);
        Assert.Equal(Schema.Latest, db.Database.GetMigrations().Last());
    }

    [Fact]
    public void Makes_a_new_database_as_the_migrations_would()
    {
        using var db = new DesignTimeDb().CreateDbContext([]);
        Assert.Equal(Lines(db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.NoTransactions)), Lines(Schema.Script()));         // bash eng/model.sh NAME writes it

        static string[] Lines(string script) => [.. script.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0)];
    }

    [Fact]
    public void Has_a_compiled_model_of_the_mappings_as_they_are()
    {
        using var db = new DesignTimeDb().CreateDbContext([]);
        Assert.Equal(Describe(db.GetService<IDesignTimeModel>().Model), Describe(db.Model));
    }

    [Fact]
    public async Task Keeps_tokens_in_a_table_that_is_its_own_index()
    {
        await using var server = await TestServer.Start();
        var sql = server.Services.GetRequiredService<SqlDatabase>().Read(session => session.First("SELECT sql FROM sqlite_master WHERE name = 'oauth2_tokens'", row => row.GetString(0)));
        Assert.EndsWith("WITHOUT ROWID", sql?.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Syncs_each_commit_on_every_connection()
    {
        await using var server = await TestServer.Start();
        var database = server.Services.GetRequiredService<SqlDatabase>();
        Assert.Equal((2, "wal"), database.Read(Pragmas));
        Assert.Equal((2, "wal"), await database.WriteAsync(Pragmas, stop));
        await server.InDatabase(async db => Assert.Equal([2], await db.Database.SqlQueryRaw<int>("PRAGMA synchronous").ToListAsync(stop)));
    }

    [Fact]
    public async Task Answers_each_write_after_its_commit_and_lets_one_fail_alone()
    {
        await using var server = await TestServer.Start();
        var database = server.Services.GetRequiredService<SqlDatabase>();
        var writes = Enumerable.Range(0, 200).Select(i => database.WriteAsync(
            session =>
            {
                session.Execute("INSERT INTO domains (Name, CreatedAt, UserCount) VALUES (@name, 0, 0)", ("@name", $"d{i}.example"));
                return i % 10 == 0 ? throw new InvalidOperationException("this one fails") : i;
            },
            stop)).ToList();
        await Task.WhenAll(writes.Select(write => write.ContinueWith(_ => { }, stop, TaskContinuationOptions.None, TaskScheduler.Default)));

        Assert.Equal(20, writes.Count(write => write.IsFaulted));
        Assert.Equal(180, database.Read(session => session.First("SELECT COUNT(*) FROM domains", row => row.GetInt32(0))));
    }

    private static (int, string) Pragmas(SqlSession session) => (
        session.First("PRAGMA synchronous", row => row.GetInt32(0)),
        session.First("PRAGMA journal_mode", row => row.GetString(0))!);

    private static string Describe(IModel model) => string.Join('\n', model.GetEntityTypes().OrderBy(entity => entity.Name, StringComparer.Ordinal).SelectMany(entity =>
        entity.GetProperties().OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => $"{entity.GetTableName()}.{property.GetColumnName()} {property.GetColumnType()} null={property.IsNullable} token={property.IsConcurrencyToken} key={property.IsPrimaryKey()}")
            .Concat(entity.GetIndexes().Select(index => $"{entity.GetTableName()} index {string.Join(',', index.Properties.Select(p => p.Name))} {index.IsUnique}").Order(StringComparer.Ordinal))));
}
