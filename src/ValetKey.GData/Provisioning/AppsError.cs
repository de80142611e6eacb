using System.Globalization;
using System.Xml;
using ValetKey.GData.Atom;

namespace ValetKey.GData.Provisioning;

/// <summary>What the Provisioning API answers when it refuses: <c>error</c> of <c>AppsForYourDomainErrors</c>.</summary>
/// <param name="Code">The number; what it means is in <see cref="Kind"/>.</param>
/// <param name="Reason">The name of the error, as <c>EntityDoesNotExist</c>.</param>
/// <param name="InvalidInput">What of the request was wrong; <c>null</c> when nothing of it was.</param>
public sealed record AppsError(int Code, string Reason, string? InvalidInput)
{
    /// <summary>The name of the document's root, which is in no namespace.</summary>
    public const string RootName = "AppsForYourDomainErrors";

    /// <summary>The code as it is known here; <c>null</c> when the server knows more.</summary>
    public AppsErrorCode? Kind => AppsErrorCode.Find(Code);

    /// <summary>What to do, as an imperative.</summary>
    public string Mend => (Kind ?? AppsErrorCode.UnknownError).Mend;

    /// <summary>Code, reason and what was wrong.</summary>
    public override string ToString() => InvalidInput is null ? FormattableString.Invariant($"{Code} {Reason}") : FormattableString.Invariant($"{Code} {Reason} ({InvalidInput})");

    /// <summary>Writes the document that carries these errors.</summary>
    public static void WriteDocument(XmlWriter writer, params ReadOnlySpan<AppsError> errors)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartDocument();
        writer.WriteStartElement(RootName);
        foreach (var error in errors)
        {
            writer.WriteStartElement("error");
            writer.WriteAttributeString("errorCode", error.Code.ToString(CultureInfo.InvariantCulture));
            writer.WriteOptional("invalidInput", error.InvalidInput);
            writer.WriteAttributeString("reason", error.Reason);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteEndDocument();
    }

    /// <summary>Reads the errors of a document: the children of its root, whatever they are called and in whatever namespace, as the first clients did.</summary>
    /// <returns>Empty when the document is none of this kind or cannot be read.</returns>
    public static AtomList<AppsError> ReadDocument(Stream xml)
    {
        ArgumentNullException.ThrowIfNull(xml);
        try
        {
            using var reader = GuardedXml.Open(xml);
            var errors = new AtomListBuilder<AppsError>();
            var children = 0;
            var inside = reader.MoveToContent() == XmlNodeType.Element && reader.LocalName == RootName && reader.Enter();
            while (inside && reader.NextChild())
            {
                reader.CountChild(ref children);
                if (int.TryParse(reader.GetAttribute("errorCode"), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
                {
                    errors.Add(new(code, reader.GetAttribute("reason") ?? "", reader.GetAttribute("invalidInput")));
                }

                ExtensionElement.Read(reader);
            }

            return errors.ToList();
        }
        catch (Exception e) when (e is AtomException || GuardedXml.IsRefusal(e))
        {
            return [];
        }
    }
}
