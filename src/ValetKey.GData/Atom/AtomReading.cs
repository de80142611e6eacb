using System.Globalization;
using System.Text;
using System.Xml;

namespace ValetKey.GData.Atom;

/// <summary>The words in which elements read themselves. All of them keep <see cref="AtomLimits"/>, and every error has its place.</summary>
internal static class AtomReading
{
    public static bool Is(this XmlReader reader, string localName, string ns) => reader.LocalName == localName && reader.NamespaceURI == ns;

    public static AtomException Fault(this XmlReader reader, string reason) => AtomException.At(reader, reason);

    /// <summary>Steps into the element that the reader stands on. False: it is empty, and the reader is behind it.</summary>
    public static bool Enter(this XmlReader reader)
    {
        reader.CheckLimits();
        var isEmpty = reader.IsEmptyElement;
        reader.Read();
        return !isEmpty;
    }

    public static void CheckLimits(this XmlReader reader)
    {
        if (reader.Depth >= AtomLimits.Depth)
        {
            throw reader.Fault($"Elements are nested deeper than {AtomLimits.Depth} levels.");
        }

        if (reader.AttributeCount > AtomLimits.Attributes)
        {
            throw reader.Fault($"<{reader.Name}> has {reader.AttributeCount.ToString(CultureInfo.InvariantCulture)} attributes; {AtomLimits.Attributes} are allowed.");
        }
    }

    /// <summary>Moves to the next child element. False: there is none, and the reader is behind the parent's end. Stray text is passed over.</summary>
    public static bool NextChild(this XmlReader reader) => reader.MoveToChild() || reader.Leave();

    /// <summary>Moves to the next child element or text. False: there is none, and the reader is behind the parent's end.</summary>
    public static bool NextNode(this XmlReader reader) => reader.MoveToNode() || reader.Leave();

    /// <summary>Moves to the next child element. False: there is none, and the reader is on the parent's end tag. Stray text is passed over.</summary>
    public static bool MoveToChild(this XmlReader reader)
    {
        while (reader.MoveToNode())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                return true;
            }

            reader.Read();
        }

        return false;
    }

    private static bool Leave(this XmlReader reader)
    {
        reader.Read();
        return false;
    }

    private static bool MoveToNode(this XmlReader reader)
    {
        while (true)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element or XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    return true;
                case XmlNodeType.EndElement:
                    return false;
                case XmlNodeType.None:
                    throw reader.Fault("The document ends inside an element.");
                default:
                    reader.Read();
                    break;
            }
        }
    }

    public static void CountChild(this XmlReader reader, ref int children)
    {
        if (++children > AtomLimits.Children)
        {
            throw reader.Fault($"An element holds more than {AtomLimits.Children} others.");
        }
    }

    /// <summary>The text of the element that the reader stands on; leaves the reader behind its end.</summary>
    public static string ReadText(this XmlReader reader)
    {
        var name = reader.Name;
        if (!reader.Enter() || !reader.NextNode())
        {
            return "";
        }

        if (reader.NodeType == XmlNodeType.Element)
        {
            throw reader.Fault($"<{name}> holds text, but there is <{reader.Name}> in it.");
        }

        var text = reader.ReadTextRun();
        return reader.NextNode() ? throw reader.Fault($"<{name}> holds text, but there is <{reader.Name}> in it.") : text;
    }

    /// <summary>The text that the reader stands on, up to the next tag.</summary>
    public static string ReadTextRun(this XmlReader reader)
    {
        var text = reader.Value;
        StringBuilder? longer = null;
        while (reader.Read() && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
        {
            longer = (longer ?? new StringBuilder(text)).Append(reader.Value);
            if (longer.Length > AtomLimits.Value)
            {
                break;
            }
        }

        text = longer?.ToString() ?? text;
        return text.Length <= AtomLimits.Value ? text : throw reader.Fault($"A text is longer than {AtomLimits.Value} characters.");
    }

    public static string Required(this XmlReader reader, string attribute) =>
        reader.GetAttribute(attribute) ?? throw reader.Fault($"<{reader.Name}> lacks its attribute {attribute}.");

    public static bool? Flag(this XmlReader reader, string attribute) => reader.GetAttribute(attribute) is { } text ? reader.ToFlag(text) : null;

    public static long? Number(this XmlReader reader, string attribute) => reader.GetAttribute(attribute) is { } text ? reader.ToNumber(text) : null;

    public static bool ToFlag(this XmlReader reader, string text) => text.AsSpan().Trim() switch
    {
        "1" => true,
        "0" => false,
        var word when word.Equals("true", StringComparison.OrdinalIgnoreCase) => true,
        var word when word.Equals("false", StringComparison.OrdinalIgnoreCase) => false,
        _ => throw reader.Fault($"'{Short(text)}' is neither true nor false."),
    };

    public static long ToNumber(this XmlReader reader, string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw reader.Fault($"'{Short(text)}' is no whole number.");

    public static string Short(string text) => text.Length <= 40 ? text : $"{text.AsSpan(0, 40)}…";
}
