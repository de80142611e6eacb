using System.Globalization;
using System.Net.Http.Headers;
using ValetKey.OAuth;

namespace ValetKey.GData.Tests;

/// <summary>Signs each request with another number, so that a signature that was reused shows.</summary>
internal sealed class CountingAuthorizer(bool canRefresh = false) : IRequestAuthorizer
{
    private int _signed;

    public int Refreshed { get; private set; }

    public Task<HttpRequestMessage> AuthorizeAsync(HttpRequestMessage request, CancellationToken stop = default)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Test", (++_signed).ToString(CultureInfo.InvariantCulture));
        return Task.FromResult(request);
    }

    public Task<bool> RefreshAsync(HttpRequestMessage refused, CancellationToken stop = default)
    {
        Refreshed++;
        return Task.FromResult(canRefresh);
    }
}
