using System.Xml;

namespace ValetKey.GData.Atom;

/// <summary>A document is no Atom that can be taken: malformed, not what the API defines, or beyond <see cref="AtomLimits"/>. A server answers 400 with the place, or 413 when <see cref="IsTooLarge"/>.</summary>
public sealed class AtomException : Exception
{
    /// <summary>An error of unknown place.</summary>
    public AtomException() : this("The document cannot be read.") { }

    /// <summary>An error of unknown place.</summary>
    public AtomException(string message) : base(message) => Reason = message;

    /// <summary>An error of unknown place.</summary>
    public AtomException(string message, Exception innerException) : base(message, innerException) => Reason = message;

    /// <summary>An error at a place.</summary>
    /// <param name="reason">What is wrong there, as a sentence.</param>
    /// <param name="line">From 1; 0 when unknown.</param>
    /// <param name="column">From 1, in characters; 0 when unknown.</param>
    /// <param name="cause">What the XML reader said, if it was the one to refuse.</param>
    public AtomException(string reason, int line, int column, Exception? cause = null)
        : base(FormattableString.Invariant($"{reason} (line {line}, column {column})"), cause)
    {
        Reason = reason;
        Line = line;
        Column = column;
    }

    /// <summary>What is wrong, without the place.</summary>
    public string Reason { get; }

    /// <summary>Where, from 1; 0 when unknown.</summary>
    public int Line { get; }

    /// <summary>Where in the line, from 1; 0 when unknown.</summary>
    public int Column { get; }

    /// <summary>Whether the document as a whole is larger than the reader takes.</summary>
    public bool IsTooLarge { get; internal init; }

    internal static AtomException At(XmlReader? reader, string reason, bool isTooLarge = false) =>
        reader is IXmlLineInfo place && place.HasLineInfo() ? new(reason, place.LineNumber, place.LinePosition) { IsTooLarge = isTooLarge } : new(reason) { IsTooLarge = isTooLarge };
}
