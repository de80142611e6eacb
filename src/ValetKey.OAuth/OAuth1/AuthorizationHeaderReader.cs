using System.Buffers;
using System.Globalization;
using System.Text;

namespace ValetKey.OAuth;

/// <summary>Reads <c>scheme name="value", …</c> once through, left to right (RFC 9110 §11.4: blanks around <c>=</c> and empty list members are allowed).</summary>
internal ref struct AuthorizationHeaderReader(ReadOnlySpan<char> header)
{
    private static readonly SearchValues<char> EndsName = SearchValues.Create("=,\" \t");

    private readonly ReadOnlySpan<char> _header = header;
    private int _at;

    public bool TryReadScheme(string scheme)
    {
        SkipBlanks();
        if (!_header[_at..].StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        _at += scheme.Length;
        return _at == _header.Length || _header[_at] is ' ' or '\t';
    }

    /// <exception cref="FormatException">No name, no <c>=</c>, no quotes, no end of the value, or no comma after it.</exception>
    public bool TryReadPair(out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        SkipBlanksAndCommas();
        name = value = [];
        if (_at == _header.Length)
        {
            return false;
        }

        var end = _header[_at..].IndexOfAny(EndsName);
        if (end <= 0)
        {
            throw Malformed(end < 0 ? "a name without a value" : "no name");
        }

        name = _header.Slice(_at, end);
        _at += end;
        SkipBlanks();
        Expect('=', "no = after the name");
        SkipBlanks();
        Expect('"', "a value without quotes");
        value = ReadToQuote();
        SkipBlanks();
        if (_at < _header.Length && _header[_at] != ',')
        {
            throw Malformed("no comma after the value");
        }

        return true;
    }

    private ReadOnlySpan<char> ReadToQuote()
    {
        var length = _header[_at..].IndexOfAny('"', '\\');
        if (length < 0)
        {
            _at = _header.Length;
        }
        else if (_header[_at + length] == '\\')
        {
            return ReadQuoted();
        }
        else
        {
            _at += length;
        }

        Expect('"', "a value without a closing quote");
        return _header.Slice(_at - 1 - length, length);
    }

    private string ReadQuoted()
    {
        var value = new StringBuilder();
        while (_at < _header.Length && _header[_at] != '"')
        {
            if (_header[_at] == '\\' && ++_at == _header.Length)
            {
                break;
            }

            value.Append(_header[_at++]);
        }

        Expect('"', "a value without a closing quote");
        return value.ToString();
    }

    private void Expect(char c, string otherwise)
    {
        if (_at == _header.Length || _header[_at] != c)
        {
            throw Malformed(otherwise);
        }

        _at++;
    }

    private void SkipBlanks()
    {
        while (_at < _header.Length && _header[_at] is ' ' or '\t')
        {
            _at++;
        }
    }

    private void SkipBlanksAndCommas()
    {
        while (_at < _header.Length && _header[_at] is ' ' or '\t' or ',')
        {
            _at++;
        }
    }

    private readonly FormatException Malformed(string what) => new(
        $"The Authorization header has {what} at position {_at.ToString(CultureInfo.InvariantCulture)}; write OAuth name=\"value\", name=\"value\".");
}
