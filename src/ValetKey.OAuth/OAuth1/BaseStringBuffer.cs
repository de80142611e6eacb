using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace ValetKey.OAuth;

/// <summary>
/// Writes what <see cref="SignatureBaseString.Of"/> gives, without the strings in between: each parameter is encoded once, straight into the form that
/// it has in the base string, where the % of an escape is escaped again. Sorted as such it stays sorted, since every % there is followed by 25. One thread at a time.
/// </summary>
internal sealed class BaseStringBuffer
{
    private static readonly SearchValues<char> UpperCase = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private const int Longest = 15;         // bytes of one char: three octets, each as %25XX

    [ThreadStatic]
    private static BaseStringBuffer? s_idle;

    private byte[] _text = new byte[2048];
    private Entry[] _entries = new Entry[32];
    private byte[] _base = new byte[2048];
    private int _length;
    private int _count;

    /// <summary>How many parameters there are.</summary>
    public int Count => _count;

    /// <summary>An empty one. Give it back by <see cref="Return"/>; one that is lost to an exception is made anew.</summary>
    public static BaseStringBuffer Rent()
    {
        var buffer = s_idle ?? new();
        s_idle = null;
        (buffer._length, buffer._count) = (0, 0);
        return buffer;
    }

    public void Return() => s_idle = _text.Length + _base.Length <= 64 * 1024 ? this : null;

    /// <summary>What has been added, to begin with another time.</summary>
    public Beginning Keep() => new(_text[.._length], _entries[.._count]);

    /// <summary>Begins with what was kept.</summary>
    public void Begin(Beginning kept)
    {
        Reserve(kept.Text.Length);
        if (_entries.Length < kept.Entries.Length)
        {
            _entries = new Entry[kept.Entries.Length];
        }

        kept.Text.CopyTo(_text, 0);
        kept.Entries.CopyTo(_entries, 0);
        (_length, _count) = (kept.Text.Length, kept.Entries.Length);
    }

    /// <summary>Adds a parameter that is decoded.</summary>
    /// <exception cref="ArgumentException">A lone surrogate.</exception>
    public void Add(ReadOnlySpan<char> name, ReadOnlySpan<char> value, bool isProtocol = false)
    {
        var start = _length;
        Encode(name, "%25"u8);
        var nameEnd = _length;
        Append("%3D"u8);
        Encode(value, "%25"u8);
        AddEntry(new(start, nameEnd, _length, isProtocol, HeadOf(_text.AsSpan(start, nameEnd - start))));
    }

    /// <summary>Adds one as it came: escaped.</summary>
    /// <returns><c>false</c> where it is malformed or more than ASCII, which the readers that explain themselves have to look at.</returns>
    public bool TryAddEscaped(ReadOnlySpan<char> name, ReadOnlySpan<char> value, bool plusIsSpace, bool isProtocol = false)
    {
        var start = _length;
        if (!TryEncodeAgain(name, plusIsSpace))
        {
            return false;
        }

        var nameEnd = _length;
        Append("%3D"u8);
        if (!TryEncodeAgain(value, plusIsSpace))
        {
            return false;
        }

        AddEntry(new(start, nameEnd, _length, isProtocol, HeadOf(_text.AsSpan(start, nameEnd - start))));
        return true;
    }

    /// <summary>Adds the parameters of a query as it is on the wire.</summary>
    /// <returns>As <see cref="TryAddEscaped"/>.</returns>
    public bool TryAddQuery(ReadOnlySpan<char> query)
    {
        var before = (_length, _count);
        while (!query.IsEmpty)
        {
            var end = query.IndexOf('&');
            var pair = end < 0 ? query : query[..end];
            query = end < 0 ? [] : query[(end + 1)..];
            var equals = pair.IndexOf('=');
            if (!pair.IsEmpty && !TryAddEscaped(equals < 0 ? pair : pair[..equals], equals < 0 ? [] : pair[(equals + 1)..], plusIsSpace: true))
            {
                (_length, _count) = before;
                return false;
            }
        }

        return true;
    }

    /// <summary>Sorts the parameters and writes the base string of them; good until the next call.</summary>
    public ReadOnlySpan<byte> Compose(string method, ReadOnlySpan<char> scheme, ReadOnlySpan<char> authority, ReadOnlySpan<char> path)
    {
        Sort();
        var parameters = _length;
        Encode(method.AsSpan().ContainsAnyExcept(UpperCase) ? method.ToUpperInvariant() : method, "%"u8);
        Append("&"u8);
        EncodeLower(scheme);
        Append("%3A%2F%2F"u8);
        EncodeLower(BaseStringUri.WithoutDefaultPort(scheme, authority));
        Encode(path.IsEmpty ? "/" : path, "%"u8);
        Append("&"u8);
        if (_base.Length < _length + 3 * _count)
        {
            _base = new byte[2 * (_length + 3 * _count)];
        }

        var to = _base.AsSpan();
        _text.AsSpan(parameters, _length - parameters).CopyTo(to);
        var at = _length - parameters;
        for (var i = 0; i < _count; i++)
        {
            if (i > 0)
            {
                "%26"u8.CopyTo(to[at..]);
                at += 3;
            }

            var (start, end) = (_entries[i].Start, _entries[i].End);
            _text.AsSpan(start, end - start).CopyTo(to[at..]);
            at += end - start;
        }

        _length = parameters;
        return _base.AsSpan(0, at);
    }

    /// <summary>After <see cref="Compose"/>: whether a name of the header is there twice, or a protocol parameter anywhere else than in the header.</summary>
    public bool IsIrregular()
    {
        for (var i = 0; i < _count; i++)
        {
            var entry = _entries[i];
            if (entry.IsProtocol ? i + 1 < _count && Name(entry).SequenceEqual(Name(_entries[i + 1])) || i > 0 && Name(entry).SequenceEqual(Name(_entries[i - 1]))
                : Name(entry).StartsWith("oauth_"u8))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>After <see cref="Compose"/>: the value of the first parameter of this name, as it stands in the base string.</summary>
    public bool TryFind(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        var head = HeadOf(name);
        for (var i = 0; i < _count; i++)
        {
            if (_entries[i].Head == head && Name(_entries[i]).SequenceEqual(name))
            {
                value = _text.AsSpan(_entries[i].NameEnd + 3, _entries[i].End - _entries[i].NameEnd - 3);
                return true;
            }
        }

        value = [];
        return false;
    }

    /// <summary>After <see cref="Compose"/>: whether the parameter of this name is there with this value, decoded.</summary>
    public bool Has(ReadOnlySpan<byte> name, string value)
    {
        var end = _length;
        Encode(value, "%25"u8);
        var wanted = _text.AsSpan(end, _length - end);
        _length = end;
        return TryFind(name, out var found) && found.SequenceEqual(wanted);
    }

    /// <summary>After <see cref="Compose"/>: the value of <c>Authorization</c>, of the protocol parameters in their order with the signature among them.</summary>
    /// <param name="realm">Goes first; <c>null</c> for none.</param>
    /// <param name="signature">Not percent-encoded.</param>
    public string Header(string? realm, ReadOnlySpan<char> signature)
    {
        var start = _length;
        Append("OAuth "u8);
        if (realm is not null)
        {
            AppendRealm(realm);
        }

        var signed = false;
        for (var i = 0; i < _count; i++)
        {
            if (!_entries[i].IsProtocol)
            {
                continue;
            }

            if (!signed && Name(_entries[i]).SequenceCompareTo("oauth_signature"u8) > 0)
            {
                AppendSignature(signature, start);
                signed = true;
            }

            Separate(start);
            AppendUnescaped(_entries[i].Start, _entries[i].NameEnd);
            Append("=\""u8);
            AppendUnescaped(_entries[i].NameEnd + 3, _entries[i].End);
            Append("\""u8);
        }

        if (!signed)
        {
            AppendSignature(signature, start);
        }

        var header = Encoding.Latin1.GetString(_text.AsSpan(start, _length - start));
        _length = start;
        return header;
    }

    private void AppendSignature(ReadOnlySpan<char> signature, int start)
    {
        Separate(start);
        Append("oauth_signature=\""u8);
        Encode(signature, "%"u8);
        Append("\""u8);
    }

    private void AppendRealm(string realm)
    {
        Append("realm=\""u8);
        foreach (var c in realm)
        {
            Append(c is '"' or '\\' ? "\\"u8 : []);
            Append([c < 0x100 ? (byte)c : throw new ArgumentException("A realm has characters of Latin-1 alone.", nameof(realm))]);
        }

        Append("\""u8);
    }

    private void Separate(int start) => Append(_length == start + "OAuth ".Length ? [] : ", "u8);

    // %25XX is %XX again.
    private void AppendUnescaped(int from, int to)
    {
        Reserve(_length + to - from);
        var rest = _text.AsSpan(from, to - from);
        while (rest.IndexOf((byte)'%') is var percent and >= 0)
        {
            Append(rest[..(percent + 1)]);
            rest = rest[(percent + 3)..];
        }

        Append(rest);
    }

    private void AddEntry(Entry entry)
    {
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, 2 * _count);
        }

        _entries[_count++] = entry;
    }

    private void Encode(ReadOnlySpan<char> plain, ReadOnlySpan<byte> escaped)
    {
        Reserve(_length + Longest * plain.Length);
        while (true)
        {
            plain = plain[AppendBare(plain)..];
            if (plain.IsEmpty)
            {
                return;
            }

            if (plain[0] < 0x80)
            {
                Escape((byte)plain[0], escaped);
                plain = plain[1..];
            }
            else
            {
                plain = plain[EscapeRune(plain, escaped)..];
            }
        }
    }

    private int EscapeRune(ReadOnlySpan<char> plain, ReadOnlySpan<byte> escaped)
    {
        if (Rune.DecodeFromUtf16(plain, out var rune, out var consumed) != OperationStatus.Done)
        {
            throw new ArgumentException("The text has a lone surrogate, so it has no UTF-8 form.", nameof(plain));
        }

        Span<byte> utf8 = stackalloc byte[4];
        foreach (var octet in utf8[..rune.EncodeToUtf8(utf8)])
        {
            Escape(octet, escaped);
        }

        return consumed;
    }

    private void EncodeLower(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(UpperCase))
        {
            text = text.ToString().ToLowerInvariant();
        }

        Encode(text, "%"u8);
    }

    private bool TryEncodeAgain(ReadOnlySpan<char> text, bool plusIsSpace)
    {
        Reserve(_length + Longest * text.Length);
        while (true)
        {
            text = text[AppendBare(text)..];
            if (text.IsEmpty)
            {
                return true;
            }

            var c = text[0];
            if (c == '%')
            {
                if (text.Length < 3 || !char.IsAsciiHexDigit(text[1]) || !char.IsAsciiHexDigit(text[2]))
                {
                    return false;
                }

                c = (char)((PercentEncoding.Digit(text[1]) << 4) | PercentEncoding.Digit(text[2]));
                text = text[2..];
            }
            else if (c == '+' && plusIsSpace)
            {
                c = ' ';
            }

            if (c is '\0' or >= '\x80')
            {
                return false;
            }

            if (PercentEncoding.IsBare(c))
            {
                _text[_length++] = (byte)c;
            }
            else
            {
                Escape((byte)c, "%25"u8);
            }

            text = text[1..];
        }
    }

    private int AppendBare(ReadOnlySpan<char> text)
    {
        var bare = PercentEncoding.CountBare(text);
        Ascii.FromUtf16(text[..bare], _text.AsSpan(_length), out _);
        _length += bare;
        return bare;
    }

    private void Escape(byte octet, ReadOnlySpan<byte> escaped)
    {
        escaped.CopyTo(_text.AsSpan(_length));
        _length += escaped.Length;
        _text[_length++] = (byte)PercentEncoding.Upper(octet >> 4);
        _text[_length++] = (byte)PercentEncoding.Upper(octet & 0xF);
    }

    private void Append(ReadOnlySpan<byte> text)
    {
        Reserve(_length + text.Length);
        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
    }

    private void Reserve(int length)
    {
        if (length > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(length, 2 * _text.Length));
        }
    }

    private ReadOnlySpan<byte> Name(Entry entry) => _text.AsSpan(entry.Start, entry.NameEnd - entry.Start);

    private void Sort()
    {
        var entries = _entries.AsSpan(0, _count);
        if (entries.Length > 32)
        {
            entries.Sort(Compare);
            return;
        }

        for (var i = 1; i < entries.Length; i++)
        {
            var entry = entries[i];
            var at = i;
            for (; at > 0; at--)
            {
                ref readonly var before = ref entries[at - 1];
                if (before.Head < entry.Head || before.Head == entry.Head && CompareText(before, entry) <= 0)
                {
                    break;
                }

                entries[at] = before;
            }

            entries[at] = entry;
        }
    }

    private int Compare(Entry a, Entry b) => a.Head != b.Head ? a.Head.CompareTo(b.Head) : CompareText(a, b);

    private int CompareText(Entry a, Entry b)
    {
        var byName = Name(a).SequenceCompareTo(Name(b));
        return byName != 0 ? byName : _text.AsSpan(a.NameEnd, a.End - a.NameEnd).SequenceCompareTo(_text.AsSpan(b.NameEnd, b.End - b.NameEnd));
    }

    // The first eight bytes of a name as a number: almost every comparison is decided by it.
    private static ulong HeadOf(ReadOnlySpan<byte> name)
    {
        if (name.Length >= sizeof(ulong))
        {
            return BinaryPrimitives.ReadUInt64BigEndian(name);
        }

        Span<byte> head = stackalloc byte[sizeof(ulong)];
        head.Clear();
        name.CopyTo(head);
        return BinaryPrimitives.ReadUInt64BigEndian(head);
    }

    /// <summary>The places of <c>name%3Dvalue</c> in the text.</summary>
    internal readonly record struct Entry(int Start, int NameEnd, int End, bool IsProtocol, ulong Head);

    /// <summary>Parameters that are the same in every request of a credential, encoded once.</summary>
    internal sealed record Beginning(byte[] Text, Entry[] Entries);
}
