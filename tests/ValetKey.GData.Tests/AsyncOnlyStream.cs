namespace ValetKey.GData.Tests;

/// <summary>A stream as a web server gives it: waiting for it while holding a thread is an error. Reads come in small pieces.</summary>
internal sealed class AsyncOnlyStream(byte[] content) : MemoryStream(content, writable: false)
{
    public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Read synchronously.");

    public override int Read(Span<byte> buffer) => throw new InvalidOperationException("Read synchronously.");

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = Math.Min(7, Math.Min(buffer.Length, (int)(Length - Position)));
        for (var i = 0; i < count; i++)
        {
            buffer.Span[i] = (byte)ReadByte();
        }

        return ValueTask.FromResult(count);
    }
}
