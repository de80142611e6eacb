namespace ValetKey.OAuth;

/// <summary>One way to put credentials on a request. Thread-safe.</summary>
public interface IRequestAuthorizer
{
    /// <summary>Adds credentials to the request in place, replacing those it carries, and returns the same request. To be called again for each retry and each redirect hop.</summary>
    Task<HttpRequestMessage> AuthorizeAsync(HttpRequestMessage request, CancellationToken stop = default);

    /// <summary>After a 401: <c>true</c> when fresh credentials are at hand and the request is worth sending once more, authorized anew.</summary>
    /// <param name="refused">The request that was answered with 401, as it was sent.</param>
    /// <param name="stop">Gives up.</param>
    Task<bool> RefreshAsync(HttpRequestMessage refused, CancellationToken stop = default);
}
