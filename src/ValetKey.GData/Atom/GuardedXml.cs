using System.Xml;

namespace ValetKey.GData.Atom;

/// <summary>An XML reader for documents of strangers: no DTD, nothing fetched, no more than <see cref="AtomLimits"/>, and one kind of exception.</summary>
internal static class GuardedXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = false,
    };

    /// <exception cref="AtomException">The first bytes are too many, or in no encoding that can be read.</exception>
    public static XmlReader Open(Stream xml, long maxBytes = AtomLimits.Document)
    {
        try
        {
            return XmlReader.Create(new GuardedStream(xml, maxBytes), Settings);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw Refusal(null, e);
        }
    }

    /// <summary>Whether reading XML ended in something that the document is to blame for.</summary>
    public static bool IsRefusal(Exception e) => e is XmlException or OverLimitException or NotSupportedException or ArgumentException;

    public static AtomException Refusal(XmlReader? reader, Exception e) => e switch
    {
        XmlException xml => new(WithoutPlace(xml), xml.LineNumber, xml.LinePosition, xml),
        OverLimitException limit => AtomException.At(reader, limit.Message, limit.IsTooLarge),
        _ => AtomException.At(reader, "The document is in an encoding that is not read here; use UTF-8."),
    };

    // "… Line 3, position 7." is said by the exception that carries this.
    private static string WithoutPlace(XmlException xml)
    {
        var place = xml.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
        return place < 0 ? xml.Message : xml.Message[..place];
    }
}
