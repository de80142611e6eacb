using System.Text;
using System.Xml;
using ValetKey.GData.Atom;

namespace ValetKey.GData.Protocol;

/// <summary>What a Google Data API answers when it refuses.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">A word for programs, as <c>InvalidParameter</c>.</param>
/// <param name="Reason">A sentence for people: what was wrong.</param>
public sealed record GDataError(int Status, string Code, string Reason)
{
    /// <summary>The media type of the document that carries errors, from protocol version 2 on; version 1 has plain text.</summary>
    public const string MediaType = "application/vnd.google.gdata.error+xml";

    /// <summary>Who defines the code: <c>GData</c>, or an API.</summary>
    public string Domain { get; init; } = "GData";

    /// <summary>What of the request was wrong; <c>null</c> when nothing was named.</summary>
    public string? Location { get; init; }

    /// <summary>What <see cref="Location"/> is: <c>parameter</c>, <c>header</c>, <c>xpath</c>, or <c>line</c> as <c>line:column</c>.</summary>
    public string? LocationType { get; init; }

    /// <summary>What to do, as an imperative; what the status asks for, unless more is known.</summary>
    public string Mend
    {
        get => field ?? MendOf(Status);
        init;
    }

    /// <summary>A value of a query parameter cannot be taken.</summary>
    public static GDataError InvalidParameter(string name, string reason) => new(400, "InvalidParameter", reason) { Location = name, LocationType = "parameter" };

    /// <summary>The document that was sent cannot be taken.</summary>
    public static GDataError InvalidDocument(AtomException fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return new(fault.IsTooLarge ? 413 : 400, fault.IsTooLarge ? "TooLarge" : "InvalidEntry", fault.Reason)
        {
            Location = fault.Line == 0 ? null : FormattableString.Invariant($"{fault.Line}:{fault.Column}"),
            LocationType = fault.Line == 0 ? null : "line",
        };
    }

    /// <summary>Status, code, reason and place, in a sentence.</summary>
    public override string ToString() => Location is null ? FormattableString.Invariant($"{Status} {Code}: {Reason}")
        : FormattableString.Invariant($"{Status} {Code}: {Reason} ({LocationType ?? "at"} {Location})");

    /// <summary>Writes the document that carries these errors.</summary>
    public static void WriteDocument(XmlWriter writer, params ReadOnlySpan<GDataError> errors)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartDocument();
        writer.WriteStartElement("", "errors", Namespaces.GData);
        foreach (var error in errors)
        {
            writer.WriteStartElement("", "error", Namespaces.GData);
            writer.WriteText("", "domain", Namespaces.GData, error.Domain);
            writer.WriteText("", "code", Namespaces.GData, error.Code);
            if (error.Location is not null)
            {
                writer.WriteStartElement("", "location", Namespaces.GData);
                writer.WriteOptional("type", error.LocationType);
                writer.WriteString(error.Location);
                writer.WriteEndElement();
            }

            writer.WriteText("", "internalReason", Namespaces.GData, error.Reason);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteEndDocument();
    }

    /// <summary>Reads the errors of a document.</summary>
    /// <param name="xml">The body of the answer.</param>
    /// <param name="status">The status it came with, which the document does not repeat.</param>
    /// <returns>Empty when the document is none of this kind or cannot be read.</returns>
    public static AtomList<GDataError> ReadDocument(Stream xml, int status)
    {
        ArgumentNullException.ThrowIfNull(xml);
        try
        {
            using var reader = GuardedXml.Open(xml);
            if (reader.MoveToContent() != XmlNodeType.Element || !reader.Is("errors", Namespaces.GData))
            {
                return [];
            }

            return [.. ExtensionElement.Read(reader).Elements.Where(e => e.Name == new XmlName("error", Namespaces.GData)).Select(e => Of(e, status))];
        }
        catch (Exception e) when (e is AtomException || GuardedXml.IsRefusal(e))
        {
            return [];
        }
    }

    /// <summary>The error of an answer in whatever form: the document above, plain text, a page, or nothing.</summary>
    internal static GDataError OfAnswer(int status, string? phrase, ReadOnlyMemory<byte> body)
    {
        using var bytes = new MemoryStream(body.ToArray());
        var errors = ReadDocument(bytes, status);
        if (errors.Count > 0)
        {
            return errors[0];
        }

        var text = Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, 300)]).Trim();
        return new(status, string.IsNullOrEmpty(phrase) ? "Error" : phrase, text.Length == 0 ? "The server gave no reason." : text);
    }

    private static string MendOf(int status) => status switch
    {
        400 => "Change the request; sent again as it is it will fail again.",
        401 => "Get a token again; this one is unknown, expired or revoked.",
        403 => "Ask for a token with the scope of this API, or for access to what it names.",
        404 => "Check the address; the thing is not there, or not for this user.",
        409 => "Take the current entry from the answer, make the change on it, and send that.",
        412 => "Fetch the entry again, make the change on it, and send that with its ETag.",
        413 => "Send less at once.",
        415 => "Send the body as application/atom+xml.",
        429 or 503 => "Wait, as long as Retry-After says, and send it again.",
        >= 500 => "Send it again later; if it stays, the fault is the server's.",
        _ => "Look at the status and the body of the answer.",
    };

    private static GDataError Of(ExtensionElement error, int status)
    {
        var location = Child("location");
        return new(status, Child("code")?.Text.Trim() ?? "", Child("internalReason")?.Text.Trim() ?? "")
        {
            Domain = Child("domain")?.Text.Trim() ?? "GData",
            Location = location?.Text.Trim(),
            LocationType = location?.Attribute("type"),
        };

        ExtensionElement? Child(string name) => error.Elements.FirstOrDefault(e => e.Name == new XmlName(name, Namespaces.GData));
    }
}
