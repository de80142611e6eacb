namespace ValetKey.OAuth;

/// <summary>One writer at a time, in this process and all others: an open file (<c>PATH.lock</c>) that the system closes when a process ends, however it ends.</summary>
internal static class ProcessLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(15);

    /// <exception cref="TokenStoreException">Another has held it for 30 seconds.</exception>
    public static async Task<IDisposable> TakeAsync(string path, TimeProvider time, CancellationToken stop)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        for (var began = time.GetTimestamp(); ;)
        {
            try
            {
                return new FileStream(path + ".lock", options);
            }
            catch (IOException held) when (held is not (DirectoryNotFoundException or PathTooLongException) && time.GetElapsedTime(began) < Patience)
            {
                await Task.Delay(BetweenLooks, time, stop).ConfigureAwait(false);
            }
            catch (IOException held)
            {
                throw new TokenStoreException(TokenStoreProblem.Locked, $"{path}.lock could not be taken within {Patience.TotalSeconds:0} seconds.",
                    "Let the other program end that uses the store, and try again.", held);
            }
        }
    }
}
