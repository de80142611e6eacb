using System.Xml.Linq;
using ValetKey.GData.Atom;
using ValetKey.GData.Calendar;
using ValetKey.GData.Documents;
using ValetKey.GData.Protocol;
using ValetKey.GData.Provisioning;

namespace ValetKey.GData.Tests;

/// <summary>Whole documents are read, written and read again. They are our golden ones and, when VALETKEY_WIRE_SAMPLES names a folder, all that lie there.</summary>
public sealed class WireSamplesTests
{
    public static TheoryData<string> Documents
    {
        get
        {
            string?[] folders = [Golden.Folder, Environment.GetEnvironmentVariable("VALETKEY_WIRE_SAMPLES")];
            return [.. folders.OfType<string>().SelectMany(f => Directory.EnumerateFiles(f, "*.xml")).Where(IsAtom).Order(StringComparer.Ordinal)];
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Come_back_with_nothing_lost(string file)
    {
        var root = XDocument.Load(file).Root!;
        var name = Path.GetFileName(file);
        if (name.StartsWith("provisioning-user", StringComparison.Ordinal))
        {
            Survives<UserEntry>(root);
        }
        else if (name.StartsWith("calendar-list", StringComparison.Ordinal))
        {
            Survives<CalendarEntry>(root);
        }
        else if (name.StartsWith("documents-", StringComparison.Ordinal))
        {
            Survives<DocumentEntry>(root);
        }

        Survives<Entry>(root);
    }

    private static bool IsAtom(string file) => XDocument.Load(file).Root!.Name.Namespace == Namespaces.Atom;

    private static void Survives<TEntry>(XElement root) where TEntry : Entry, IAtomEntry<TEntry>
    {
        foreach (var version in ProtocolVersion.All)
        {
            string written;
            if (root.Name.LocalName == "entry")
            {
                var entry = Xml.Entry<TEntry>(root.ToString(SaveOptions.DisableFormatting));
                written = Xml.Of(entry, version);
                var again = Xml.Entry<TEntry>(written);
                Assert.Equal(version.HasETags ? entry : entry with { ETag = null }, again);
            }
            else
            {
                var feed = Xml.Feed<TEntry>(root.ToString(SaveOptions.DisableFormatting));
                written = Xml.Of(feed, version);
            }

            Assert.Equal(Essence.Of(root, version), Essence.Of(XDocument.Parse(written).Root!, version));
        }
    }
}
