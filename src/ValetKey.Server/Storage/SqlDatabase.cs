using System.Collections.Concurrent;
using System.Threading.Channels;

namespace ValetKey.Server.Storage;

/// <summary>
/// Prepared statements over SQLite for what is hot: many readers, and ONE writer with group commit. Writes that arrive while a commit
/// is under way share the next transaction, and each is answered after its commit, so that durability costs one fsync for many.
/// </summary>
internal sealed class SqlDatabase : IAsyncDisposable
{
    private const int MostInOneCommit = 256;

    private readonly string connectionString;
    private readonly ConcurrentBag<SqlSession> idle = [];
    private readonly Channel<PendingWrite> writes = Channel.CreateBounded<PendingWrite>(
        new BoundedChannelOptions(4096) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly Lazy<Task> writer;

    public SqlDatabase(string connectionString)
    {
        this.connectionString = connectionString;
        writer = new Lazy<Task>(() => Task.Run(WriteLoop));
    }

    public T Read<T>(Func<SqlSession, T> work)
    {
        if (!idle.TryTake(out var session))
        {
            session = new SqlSession(connectionString);
        }

        try
        {
            return work(session);
        }
        finally
        {
            idle.Add(session);
        }
    }

    /// <summary>Runs <paramref name="work"/> in a transaction and completes after its commit. A throwing work changes nothing and fails alone.</summary>
    public async Task<T> WriteAsync<T>(Func<SqlSession, T> work, CancellationToken stop)
    {
        _ = writer.Value;
        var write = new PendingWrite<T>(work);
        await writes.Writer.WriteAsync(write, stop);
        return await write.Done;
    }

    public async ValueTask DisposeAsync()
    {
        writes.Writer.TryComplete();
        if (writer.IsValueCreated)
        {
            await writer.Value;
        }

        while (idle.TryTake(out var session))
        {
            session.Dispose();
        }
    }

    private async Task WriteLoop()
    {
        using var session = new SqlSession(connectionString);
        var batch = new List<PendingWrite>(MostInOneCommit);
        while (await writes.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < MostInOneCommit && writes.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            Commit(session, batch);
        }
    }

    private static void Commit(SqlSession session, List<PendingWrite> batch)
    {
        try
        {
            session.Execute("BEGIN IMMEDIATE");
            foreach (var write in batch)
            {
                session.Execute("SAVEPOINT one");
                if (!write.TryRun(session))
                {
                    session.Execute("ROLLBACK TO one");
                }

                session.Execute("RELEASE one");
            }

            session.Execute("COMMIT");
            batch.ForEach(write => write.Answer());
        }
#pragma warning disable CA1031 // whatever the database throws belongs to those who wait for this commit, not to the loop
        catch (Exception failed)
#pragma warning restore CA1031
        {
            TryRollBack(session);
            batch.ForEach(write => write.Fail(failed));
        }
    }

    private static void TryRollBack(SqlSession session)
    {
        try
        {
            session.Execute("ROLLBACK");
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            // BEGIN itself failed, or SQLite has rolled back already: there is no transaction to end.
        }
    }

    private abstract class PendingWrite
    {
        public abstract bool TryRun(SqlSession session);

        public abstract void Answer();

        public abstract void Fail(Exception failed);
    }

    private sealed class PendingWrite<T>(Func<SqlSession, T> work) : PendingWrite
    {
        private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T result = default!;
        private Exception? failure;

        public Task<T> Done => done.Task;

        public override bool TryRun(SqlSession session)
        {
            try
            {
                result = work(session);
                return true;
            }
#pragma warning disable CA1031 // the failure belongs to the caller of this write, who gets it from Answer
            catch (Exception failed)
#pragma warning restore CA1031
            {
                failure = failed;
                return false;
            }
        }

        public override void Answer()
        {
            if (failure is null)
            {
                done.TrySetResult(result);
            }
            else
            {
                done.TrySetException(failure);
            }
        }

        public override void Fail(Exception failed) => done.TrySetException(failed);
    }
}
