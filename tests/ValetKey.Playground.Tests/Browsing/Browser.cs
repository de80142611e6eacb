using System.Net;

namespace ValetKey.Playground.Tests.Browsing;

/// <summary>A browser without script: it keeps cookies, posts the page's form with one of its buttons, and follows the redirect that comes back.</summary>
internal sealed class Browser : IDisposable
{
    private readonly HttpClient _http;

    public Browser(Uri origin)
    {
        Cookies = new();
        _http = new(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = origin };
    }

    public CookieContainer Cookies { get; }

    public Uri Origin => _http.BaseAddress!;

    /// <summary>Every address that it was at, in order.</summary>
    public List<Uri> Visited { get; } = [];

    public async Task<Page> OpenAsync(string address)
    {
        Visited.Add(new(Origin, address));
        return await Page.OfAsync(this, await _http.GetAsync(new Uri(Origin, address), TestContext.Current.CancellationToken));
    }

    /// <summary>Posts a form; a redirect within this server is followed, another is returned as it is.</summary>
    public async Task<Page> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var posted = await PostOnlyAsync(address, fields);
        return posted.Status == HttpStatusCode.SeeOther && posted.Location is { } location && location.OriginalString.StartsWith("/playground/", StringComparison.Ordinal)
            ? await OpenAsync(location.OriginalString)
            : posted;
    }

    public async Task<Page> PostOnlyAsync(string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        Visited.Add(new(Origin, address));
        using var content = new FormUrlEncodedContent(fields);
        return await Page.OfAsync(this, await _http.PostAsync(new Uri(Origin, address), content, TestContext.Current.CancellationToken));
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => await _http.SendAsync(request, TestContext.Current.CancellationToken);

    public void Dispose() => _http.Dispose();
}
