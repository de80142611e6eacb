using System.Net;
using System.Runtime.CompilerServices;
using ValetKey.GData.Atom;
using ValetKey.OAuth;

namespace ValetKey.GData.Protocol;

/// <summary>Speaks the Google Data protocol with one API, for whatever kinds of entries it has. Thread-safe; the clients of the APIs are built on it.</summary>
public sealed class GDataClient : IDisposable
{
    private readonly GDataService _service;
    private readonly GDataTransport _transport;
    private readonly HttpClient? _own;

    /// <summary>A client of an API.</summary>
    /// <param name="service">The API.</param>
    /// <param name="authorizer">Puts credentials on each request.</param>
    /// <param name="http">Sends them; an own one when <c>null</c>, which is disposed with this client. One from outside should follow no redirects: each hop is signed anew here.</param>
    /// <param name="hosts">Where Google is; <see cref="GoogleHosts.Default"/> when <c>null</c>.</param>
    public GDataClient(GDataService service, IRequestAuthorizer authorizer, HttpClient? http = null, GoogleHosts? hosts = null)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(authorizer);
        _service = service;
        _own = http is null ? OwnHttp() : null;
        _transport = new(service, authorizer, http ?? _own!, hosts ?? GoogleHosts.Default);
    }

    /// <summary>The program's name and version for <c>User-Agent</c>, as <c>batch-job/1.2</c>; <c>null</c> for none.</summary>
    /// <exception cref="ArgumentException">It cannot stand in a header.</exception>
    public string? ApplicationName { get => _transport.ApplicationName; set => _transport.ApplicationName = value; }

    /// <summary>Fetches an entry.</summary>
    /// <exception cref="GDataException">The API refused.</exception>
    public async Task<TEntry> GetEntryAsync<TEntry>(Uri address, CancellationToken stop = default) where TEntry : Entry, IAtomEntry<TEntry>
    {
        using var answer = await SendAsync(GDataRequest.Get(address), stop).ConfigureAwait(false);
        return await GDataAnswer.ReadEntryAsync<TEntry>(answer, stop).ConfigureAwait(false);
    }

    /// <summary>Fetches an entry, unless it is still in the state that is known.</summary>
    /// <returns><c>null</c> when nothing changed.</returns>
    /// <exception cref="GDataException">The API refused.</exception>
    public async Task<TEntry?> GetEntryIfChangedAsync<TEntry>(Uri address, ETag known, CancellationToken stop = default) where TEntry : Entry, IAtomEntry<TEntry>
    {
        using var answer = await SendAsync(GDataRequest.Get(address, known), stop).ConfigureAwait(false);
        return answer.StatusCode == HttpStatusCode.NotModified ? null : await GDataAnswer.ReadEntryAsync<TEntry>(answer, stop).ConfigureAwait(false);
    }

    /// <summary>Fetches one page of a feed.</summary>
    /// <exception cref="GDataException">The API refused.</exception>
    public async Task<Feed<TEntry>> GetFeedAsync<TEntry>(Uri address, CancellationToken stop = default) where TEntry : Entry, IAtomEntry<TEntry>
    {
        using var answer = await SendAsync(GDataRequest.Get(address), stop).ConfigureAwait(false);
        return await GDataAnswer.ReadFeedAsync<TEntry>(answer, stop).ConfigureAwait(false);
    }

    /// <summary>Fetches one page of a feed, unless it is still in the state that is known.</summary>
    /// <returns><c>null</c> when nothing changed.</returns>
    /// <exception cref="GDataException">The API refused.</exception>
    public async Task<Feed<TEntry>?> GetFeedIfChangedAsync<TEntry>(Uri address, ETag known, CancellationToken stop = default) where TEntry : Entry, IAtomEntry<TEntry>
    {
        using var answer = await SendAsync(GDataRequest.Get(address, known), stop).ConfigureAwait(false);
        return answer.StatusCode == HttpStatusCode.NotModified ? null : await GDataAnswer.ReadFeedAsync<TEntry>(answer, stop).ConfigureAwait(false);
    }

    /// <summary>Fetches the entries of a feed, page after page as they are asked for.</summary>
    /// <param name="first">The first page.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="GDataException">The API refused, or a page's <c>next</c> link leads to another server or to itself.</exception>
    public async IAsyncEnumerable<TEntry> GetEntriesAsync<TEntry>(Uri first, [EnumeratorCancellation] CancellationToken stop = default)
        where TEntry : Entry, IAtomEntry<TEntry>
    {
        for (var address = first; address is not null;)
        {
            var page = await GetFeedAsync<TEntry>(address, stop).ConfigureAwait(false);
            foreach (var entry in page.Entries)
            {
                yield return entry;
            }

            address = Next(page, address);
        }
    }

    /// <summary>Posts a new entry to a feed.</summary>
    /// <returns>The entry as the server made it.</returns>
    /// <exception cref="GDataException">The API refused.</exception>
    public async Task<TEntry> InsertAsync<TEntry>(Uri feed, TEntry entry, CancellationToken stop = default) where TEntry : Entry, IAtomEntry<TEntry>
    {
        using var answer = await SendAsync(GDataRequest.Post(feed, entry, _service.Version), stop).ConfigureAwait(false);
        return await GDataAnswer.ReadEntryAsync<TEntry>(answer, stop).ConfigureAwait(false);
    }

    /// <summary>Puts an entry in place of the one that is there, if that is still in the state that the entry's tag names; in any state when the entry has no tag.</summary>
    /// <param name="address">The entry's <c>edit</c> link.</param>
    /// <param name="entry">The whole entry as it shall be.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The entry as it is now.</returns>
    /// <exception cref="GDataException">The API refused; with status 412 (409 in version 1) because somebody else changed the entry.</exception>
    public async Task<TEntry> UpdateAsync<TEntry>(Uri address, TEntry entry, CancellationToken stop = default) where TEntry : Entry, IAtomEntry<TEntry>
    {
        using var answer = await SendAsync(GDataRequest.Put(address, entry, _service.Version), stop).ConfigureAwait(false);
        return await GDataAnswer.ReadEntryAsync<TEntry>(answer, stop).ConfigureAwait(false);
    }

    /// <summary>Deletes an entry, if it is still in the state that the tag names; in any state without a tag.</summary>
    /// <exception cref="GDataException">The API refused.</exception>
    public async Task DeleteAsync(Uri address, ETag? etag = null, CancellationToken stop = default)
    {
        using var answer = await SendAsync(GDataRequest.Delete(address, etag, _service.Version), stop).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _own?.Dispose();

    private static HttpClient OwnHttp() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    });

    private async Task<HttpResponseMessage> SendAsync(GDataRequest request, CancellationToken stop)
    {
        var answer = await _transport.SendAsync(request, stop).ConfigureAwait(false);
        if (answer.IsSuccessStatusCode || (answer.StatusCode == HttpStatusCode.NotModified && request.IfNoneMatch is not null))
        {
            return answer;
        }

        using (answer)
        {
            throw await GDataAnswer.RefusalAsync(answer, _service, stop).ConfigureAwait(false);
        }
    }

    private Uri? Next<TEntry>(Feed<TEntry> page, Uri current) where TEntry : Entry, IAtomEntry<TEntry>
    {
        if (page.Links.Find(LinkRelation.Next) is not { } link)
        {
            return null;
        }

        var here = _transport.Locate(current);
        if (!Uri.TryCreate(here, link.Href, out var next) || !_transport.IsHere(_transport.Follow(next)))
        {
            throw BadNext($"The feed's next page is '{AtomReading.Short(link.Href)}', which is not at {here.GetLeftPart(UriPartial.Authority)}.");
        }

        return _transport.Follow(next) != here ? next : throw BadNext("The feed's next page is the page itself.");
    }

    private static GDataException BadNext(string reason) => new(new(200, "BadNextLink", reason) { LocationType = "xpath", Location = "/feed/link[@rel='next']" });
}
