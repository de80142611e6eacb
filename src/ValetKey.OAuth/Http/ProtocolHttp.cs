using System.Net;
using System.Text;

namespace ValetKey.OAuth;

/// <summary>Sends the protocols' own requests, to token endpoints, and reads their answers within limits.</summary>
internal static class ProtocolHttp
{
    private const int MaxAnswerBytes = 1024 * 1024;

    /// <summary>For callers that bring none. It follows no redirect: the credentials of a request are for its address alone.</summary>
    public static HttpClient Own { get; } = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = TimeSpan.FromSeconds(30),
    };

    /// <param name="http">Sends the request.</param>
    /// <param name="request">Complete, with its credentials.</param>
    /// <param name="secrets">What was sent and must not be seen in an excerpt of the answer.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="HttpRequestException">No answer, or one of more than 1 MiB.</exception>
    public static async Task<ProtocolAnswer> SendAsync(HttpClient http, HttpRequestMessage request, IReadOnlyList<Secret> secrets, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (http.Timeout != Timeout.InfiniteTimeSpan)
        {
            patience.CancelAfter(http.Timeout);     // the client's own timeout ends with the headers
        }

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token).ConfigureAwait(false);
        await response.Content.LoadIntoBufferAsync(MaxAnswerBytes, patience.Token).ConfigureAwait(false);
        var body = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(patience.Token).ConfigureAwait(false));
        return new(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            body,
            response.Headers.NonValidated.TryGetValues("WWW-Authenticate", out var challenge) ? challenge.ToString() : null,
            response.Headers.Date,
            secrets);
    }
}
