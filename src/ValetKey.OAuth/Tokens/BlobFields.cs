using System.Globalization;
using System.Text;

namespace ValetKey.OAuth;

/// <summary>The fields of one token blob, with errors that name the marker alone.</summary>
internal sealed class BlobFields(string[] parts)
{
    public string Marker => parts[0];

    /// <summary>The marker, unless it is a text without fields or too long: then it is likely a token that was pasted alone.</summary>
    public string ShownMarker => parts.Length > 1 && Marker.Length <= 8 && !Marker.AsSpan().ContainsAnyExceptInRange(' ', '~') ? $"'{Marker}'" : "no marker";

    public int Count => parts.Length - 1;

    /// <exception cref="FormatException">There are fewer.</exception>
    public void Require(int count)
    {
        if (Count < count)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"A token blob of marker {Marker} has {count} fields after it; this has {Count}."));
        }
    }

    /// <summary>The text of a field, counted from 1; an empty one is a missing one.</summary>
    public string? Text(int index)
    {
        if (parts[index].Length == 0)
        {
            return null;
        }

        try
        {
            return FormEncoding.Unfield(WithStrayPercents(parts[index]));
        }
        catch (FormatException malformed)       // its message has a position and no contents
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"Field {index} of a token blob of marker {Marker} is no form-encoded UTF-8."), malformed);
        }
    }

    public Secret? Secret(int index) => Text(index) is { } text ? new Secret(text) : null;

    public IReadOnlyList<string> TextsFrom(int index) => [.. Enumerable.Range(index, Math.Max(0, parts.Length - index)).Select(Text).OfType<string>()];

    public StoredTokenState State(int index) => parts[index] switch
    {
        "1" => StoredTokenState.Request,
        "2" => StoredTokenState.AuthorizedRequest,
        "3" => StoredTokenState.Access,
        _ => throw new FormatException($"The state in a token blob of marker {Marker} is not 1, 2 or 3."),
    };

    // A percent sign with no digits after it stays one, as in Python.
    private static string WithStrayPercents(string field)
    {
        if (!field.Contains('%', StringComparison.Ordinal))
        {
            return field;
        }

        var escaped = new StringBuilder(field.Length + 16);
        for (var at = 0; at < field.Length; at++)
        {
            escaped.Append(field[at]);
            if (field[at] == '%' && (at + 2 >= field.Length || !char.IsAsciiHexDigit(field[at + 1]) || !char.IsAsciiHexDigit(field[at + 2])))
            {
                escaped.Append("25");
            }
        }

        return escaped.ToString();
    }
}
