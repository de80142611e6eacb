namespace ValetKey.Playground.Outgoing;

/// <summary>The body of an answer, as far as it was read.</summary>
/// <param name="Bytes">At most <see cref="MaxBytes"/>.</param>
/// <param name="Cut">Why reading stopped before the end, in words; null when it did not.</param>
internal sealed record BoundedBody(byte[] Bytes, string? Cut)
{
    public const int MaxBytes = 2 * 1024 * 1024;

    public static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(15);

    /// <param name="body">Read to its end, to <see cref="MaxBytes"/>, or until the time is up.</param>
    /// <param name="timeIsUp">Ends reading without an error.</param>
    /// <param name="stop">Ends reading with <see cref="OperationCanceledException"/>.</param>
    public static async Task<BoundedBody> ReadAsync(Stream body, CancellationToken timeIsUp, CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeIsUp, stop);
        var read = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            int count;
            while ((count = await body.ReadAsync(buffer, either.Token)) > 0)
            {
                read.Write(buffer, 0, (int)Math.Min(count, MaxBytes - read.Length));
                if (read.Length == MaxBytes && (count == 0 || await body.ReadAsync(buffer.AsMemory(0, 1), either.Token) > 0))
                {
                    return new(read.ToArray(), "Cut at 2 MiB.");
                }
            }
            return new(read.ToArray(), null);
        }
        catch (OperationCanceledException) when (timeIsUp.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            return new(read.ToArray(), "Cut after 15 s.");
        }
        catch (IOException error)
        {
            return new(read.ToArray(), $"Broken off: {error.Message}");
        }
    }
}
