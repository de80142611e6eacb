using System.Globalization;
using System.Text;

namespace ValetKey.OAuth;

/// <summary>Splits a command line into words as sh does: quotes of both kinds, <c>$'…'</c>, backslashes, continued lines. Variables and commands are not expanded.</summary>
internal sealed class ShellWords(string text)
{
    private readonly StringBuilder _word = new();
    private int _at;

    /// <exception cref="FormatException">A quote is not closed.</exception>
    public static IReadOnlyList<string> Split(string text) => [.. new ShellWords(FromWindows(text)).Words()];

    private IEnumerable<string> Words()
    {
        var inWord = false;
        while (_at < text.Length)
        {
            var c = text[_at++];
            switch (c)
            {
                case '\'':
                    Quoted(text.IndexOf('\'', _at), end => _word.Append(text, _at, end - _at));
                    inWord = true;
                    break;
                case '"':
                    DoubleQuoted();
                    inWord = true;
                    break;
                case '$' when _at < text.Length && text[_at] == '\'':
                    _at++;
                    AnsiQuoted();
                    inWord = true;
                    break;
                case '\\' when _at < text.Length && text[_at] is '\n' or '\r':
                    SkipLineEnd();
                    break;
                case '\\' when _at < text.Length:
                    _word.Append(text[_at++]);
                    inWord = true;
                    break;
                case '`' when _at < text.Length && text[_at] is '\n' or '\r':     // PowerShell's continued line
                    SkipLineEnd();
                    break;
                case ' ' or '\t' or '\r' or '\n' or ';' or '|' or '&' when IsEnd(c):
                    if (inWord)
                    {
                        yield return Take();
                        inWord = false;
                    }

                    if (c is ';' or '|' or '&')     // the next command
                    {
                        yield break;
                    }

                    break;
                default:
                    _word.Append(c);
                    inWord = true;
                    break;
            }
        }

        if (inWord)
        {
            yield return Take();
        }
    }

    // An & or ; inside an address that was pasted without quotes belongs to it: nobody pastes two commands.
    private bool IsEnd(char c) => c is ' ' or '\t' or '\r' or '\n' || _word.Length == 0 && c is ';' or '|' || _word.Length == 0 && c == '&';

    private string Take()
    {
        var word = _word.ToString();
        _word.Clear();
        return word;
    }

    private void Quoted(int end, Action<int> read)
    {
        if (end < 0)
        {
            throw new FormatException("A quote is not closed; paste the whole curl command, to its last quote.");
        }

        read(end);
        _at = end + 1;
    }

    private void DoubleQuoted()
    {
        for (; _at < text.Length && text[_at] != '"'; _at++)
        {
            if (text[_at] == '\\' && _at + 1 < text.Length && text[_at + 1] is '"' or '\\' or '$' or '`' or '\n')
            {
                _at++;
                if (text[_at] == '\n')
                {
                    continue;
                }
            }

            _word.Append(text[_at]);
        }

        Quoted(_at < text.Length ? _at : -1, static _ => { });
    }

    private void AnsiQuoted()
    {
        for (; _at < text.Length && text[_at] != '\''; _at++)
        {
            if (text[_at] != '\\' || _at + 1 == text.Length)
            {
                _word.Append(text[_at]);
                continue;
            }

            var c = text[++_at];
            _ = c switch
            {
                'n' => _word.Append('\n'),
                'r' => _word.Append('\r'),
                't' => _word.Append('\t'),
                'a' or 'b' or 'f' or 'v' or 'e' or 'E' => _word.Append(' '),
                'x' => Numbered(2, 16),
                'u' => Numbered(4, 16),
                'U' => Numbered(8, 16),
                >= '0' and <= '7' => Octal(),
                _ => _word.Append(c),
            };
        }

        Quoted(_at < text.Length ? _at : -1, static _ => { });
    }

    private StringBuilder Octal()
    {
        _at--;
        return Numbered(3, 8);
    }

    private StringBuilder Numbered(int digits, int radix)
    {
        var start = _at + 1;
        var end = start;
        while (end < text.Length && end - start < digits && (radix == 16 ? char.IsAsciiHexDigit(text[end]) : text[end] is >= '0' and <= '7'))
        {
            end++;
        }

        _at = end - 1;
        var number = end == start ? 0 : radix == 16 ? uint.Parse(text.AsSpan(start, end - start), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : Convert.ToUInt32(text[start..end], 8);
        return number > 0xFFFF ? Rune.TryCreate(number, out var rune) ? _word.Append(rune) : _word : _word.Append((char)number);
    }

    private void SkipLineEnd() => _at += text[_at] == '\r' && _at + 1 < text.Length && text[_at + 1] == '\n' ? 2 : 1;

    // What browsers copy for cmd.exe has a ^ before each character that cmd.exe would take for its own, and at the end of each line.
    private static string FromWindows(string command)
    {
        if (!command.Contains("^\n", StringComparison.Ordinal) && !command.Contains("^\r\n", StringComparison.Ordinal) && !command.Contains("^\"", StringComparison.Ordinal))
        {
            return command;
        }

        var plain = new StringBuilder(command.Length);
        for (var at = 0; at < command.Length; at++)
        {
            if (command[at] != '^' || at + 1 == command.Length)
            {
                plain.Append(command[at]);
                continue;
            }

            at++;
            plain.Append(command[at] is '\r' or '\n' ? ' ' : command[at]);
        }

        return plain.ToString();
    }
}
