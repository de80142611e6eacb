using System.Diagnostics.CodeAnalysis;
using System.Xml;

namespace ValetKey.GData.Atom;

/// <summary>Reads an Atom document in one pass and in constant memory: an entry, or a feed entry by entry. No DTD, nothing fetched, and no more than <see cref="AtomLimits"/>.</summary>
public sealed class AtomReader : IDisposable
{
    private readonly XmlReader _xml;
    private ContainerReader? _feed;

    private AtomReader(Stream xml, long maxBytes) => _xml = GuardedXml.Open(xml, maxBytes);

    /// <summary>Reads from bytes that are at hand: memory or a file. The stream stays open.</summary>
    /// <param name="xml">The document.</param>
    /// <param name="maxBytes">How many bytes are taken; 10 MiB unless said otherwise.</param>
    /// <exception cref="AtomException">The first bytes cannot be read.</exception>
    public static AtomReader Open(Stream xml, long maxBytes = AtomLimits.Document)
    {
        ArgumentNullException.ThrowIfNull(xml);
        return new(xml, maxBytes);
    }

    /// <summary>Reads from a network: fetches the whole document first, since XML is read without waiting in between. The stream stays open.</summary>
    /// <param name="xml">The document.</param>
    /// <param name="maxBytes">How many bytes are taken; 10 MiB unless said otherwise.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="AtomException">There are more bytes.</exception>
    public static async Task<AtomReader> OpenAsync(Stream xml, long maxBytes = AtomLimits.Document, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(xml);
        var whole = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await xml.ReadAsync(buffer, stop).ConfigureAwait(false) is > 0 and var count)
        {
            if (whole.Length + count > maxBytes)
            {
                throw new AtomException(OverLimitException.Document(maxBytes).Message) { IsTooLarge = true };
            }

            whole.Write(buffer, 0, count);
        }

        whole.Position = 0;
        return new(whole, maxBytes);
    }

    /// <summary>Reads a document that is one entry.</summary>
    /// <exception cref="AtomException">The document is something else, or cannot be read.</exception>
    public TEntry ReadEntry<TEntry>() where TEntry : Entry, IAtomEntry<TEntry>
    {
        try
        {
            Start("entry");
            var entry = TEntry.Read(_xml);
            End();
            return entry;
        }
        catch (Exception e) when (GuardedXml.IsRefusal(e))
        {
            throw GuardedXml.Refusal(_xml, e);
        }
    }

    /// <summary>Reads a document that is a feed, entry by entry, each when it is asked for. What the feed says of itself is in <see cref="Head"/> when all are read, since some of it may stand behind them.</summary>
    /// <exception cref="AtomException">The document is something else, or cannot be read; the entries before the place were given out.</exception>
    public IEnumerable<TEntry> ReadEntries<TEntry>() where TEntry : Entry, IAtomEntry<TEntry>
    {
        while (TryReadNext<TEntry>(out var entry))
        {
            yield return entry;
        }
    }

    /// <summary>What the feed says of itself, once its entries are read.</summary>
    /// <exception cref="InvalidOperationException">No feed was read to its end.</exception>
    public Feed Head => _feed is not null && _xml.EOF ? Feed.Of(_feed)
        : throw new InvalidOperationException("Read the entries to the end first; some of the feed may stand behind them.");

    /// <summary>Reads a document that is a feed, as a whole.</summary>
    /// <exception cref="AtomException">The document is something else, or cannot be read.</exception>
    public Feed<TEntry> ReadFeed<TEntry>() where TEntry : Entry, IAtomEntry<TEntry>
    {
        var entries = new AtomListBuilder<TEntry>();
        while (TryReadNext<TEntry>(out var entry))
        {
            entries.Add(entry);
        }

        return new(_feed!, entries.ToList());
    }

    /// <inheritdoc/>
    public void Dispose() => _xml.Dispose();

    private bool TryReadNext<TEntry>([NotNullWhen(true)] out TEntry? entry) where TEntry : Entry, IAtomEntry<TEntry>
    {
        entry = null;
        try
        {
            if (_feed is null)
            {
                Start("feed");
                _feed = new(_xml, isFeed: true);
            }
            else if (_xml.EOF || !_xml.Read()) // on from the end of the entry before
            {
                return false;
            }

            while (_feed.NextForeign())
            {
                if (_xml.Is("entry", Namespaces.Atom))
                {
                    entry = TEntry.Read(_xml);
                    return true;
                }

                _feed.Keep();
            }

            End();
            return false;
        }
        catch (Exception e) when (GuardedXml.IsRefusal(e))
        {
            throw GuardedXml.Refusal(_xml, e);
        }
    }

    private void Start(string root)
    {
        if (_xml.MoveToContent() != XmlNodeType.Element || !_xml.Is(root, Namespaces.Atom))
        {
            throw _xml.Fault($"The document is <{_xml.Name}> of namespace '{_xml.NamespaceURI}'; <{root}> of '{Namespaces.Atom}' is expected.");
        }
    }

    // Reads on, so that an end that is missing or an element too many is found.
    private void End()
    {
        while (_xml.Read())
        {
        }
    }
}
