namespace ValetKey.GData.Atom;

/// <summary>The bytes of a document on their way to the XML reader, which would take any number of them: counted in all, and between two <c>&lt;</c>, where every name, attribute and text lies.</summary>
internal sealed class GuardedStream(Stream inner, long maxBytes) : Stream
{
    private long _total;
    private long _sinceTag;
    private uint _head;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        Count(buffer[..count]);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Count(ReadOnlySpan<byte> bytes)
    {
        RefuseUtf32(bytes);
        _total += bytes.Length;
        if (_total > maxBytes)
        {
            throw OverLimitException.Document(maxBytes);
        }

        var first = bytes.IndexOf((byte)'<');
        _sinceTag += first < 0 ? bytes.Length : first;
        if (_sinceTag > AtomLimits.Value)
        {
            throw OverLimitException.Value();
        }

        // Within one buffer no run reaches the limit: the XML reader asks for less than that at a time.
        _sinceTag = first < 0 ? _sinceTag : bytes.Length - bytes.LastIndexOf((byte)'<');
    }

    // The XML reader would take it, but nobody sends it in good faith. It shows in the first four bytes, with its mark and without.
    private void RefuseUtf32(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length && _total + i < 4; i++)
        {
            _head = (_head << 8) | bytes[i];
            if (_total + i == 3 && _head is 0x0000FEFF or 0xFFFE0000 or 0x0000003C or 0x3C000000)
            {
                throw new NotSupportedException("UTF-32");
            }
        }
    }
}
