using ValetKey.GData.Protocol;
using ValetKey.OAuth;

namespace ValetKey.GData.Documents;

/// <summary>The documents of whoever the credentials speak for (Documents List API 3.0). Thread-safe.</summary>
public sealed class DocumentsClient : IDisposable
{
    private static readonly GDataService Documents = new(new Uri("https://docs.google.com"), ProtocolVersion.V3);
    private static readonly Uri All = new(Documents.Origin, "/feeds/default/private/full");

    private readonly GDataClient _client;

    /// <summary>A client for a user's documents.</summary>
    /// <param name="authorizer">Puts the user's credentials on each request.</param>
    /// <param name="http">Sends them; an own one when <c>null</c>. One from outside should follow no redirects.</param>
    /// <param name="hosts">Where Google is; <see cref="GoogleHosts.Default"/> when <c>null</c>.</param>
    public DocumentsClient(IRequestAuthorizer authorizer, HttpClient? http = null, GoogleHosts? hosts = null) => _client = new(Documents, authorizer, http, hosts);

    /// <summary>The program's name and version for <c>User-Agent</c>, as <c>batch-job/1.2</c>.</summary>
    public string? ApplicationName { get => _client.ApplicationName; init => _client.ApplicationName = value; }

    /// <summary>Fetches the user's documents, page after page as they are asked for.</summary>
    /// <param name="query">Which ones; all but folders when <c>null</c>.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="GDataException">The API refused.</exception>
    public IAsyncEnumerable<DocumentEntry> GetDocumentsAsync(DocumentQuery? query = null, CancellationToken stop = default) =>
        _client.GetEntriesAsync<DocumentEntry>((query ?? new()).ToQuery().On(All), stop);

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}
