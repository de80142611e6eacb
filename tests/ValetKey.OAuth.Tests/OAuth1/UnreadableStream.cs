namespace ValetKey.OAuth.Tests.OAuth1;

/// <summary>A body that must not be read yet.</summary>
internal sealed class UnreadableStream : MemoryStream
{
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read too early.");

    public override int Read(Span<byte> buffer) => throw new NotSupportedException("Read too early.");

    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => throw new NotSupportedException("Read too early.");

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new NotSupportedException("Read too early.");
}
