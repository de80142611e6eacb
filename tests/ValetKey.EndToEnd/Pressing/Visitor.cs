using System.Net;

namespace ValetKey.EndToEnd.Pressing;

/// <summary>A person at the server's pages who needs no browser: signs in, presses consent, keeps cookies. Reads only what the forms' contract promises.</summary>
internal sealed class Visitor(string email, string password) : IDisposable
{
    private const int LongestWay = 10;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, CookieContainer = new CookieContainer() });

    /// <summary>Opens the page that an application sends people to, signs in where asked, and answers the question.</summary>
    /// <exception cref="InvalidOperationException">The way did not lead to a consent page; the message shows where it led.</exception>
    public async Task<Answered> AnswerAsync(Uri authorize, Decision decision, CancellationToken stop)
    {
        var (page, html) = await OpenAsync(authorize, stop);
        var form = HtmlForm.Of(html, page);
        if (form.Names.Contains("Passwd"))
        {
            (page, html) = await PressAndFollowAsync(page, form.With(new("Email", email), new("Passwd", password), new("signIn", "Sign in")), form.Action, stop);
            form = HtmlForm.Of(html, page);
        }

        if (!form.Names.Contains("decision"))
        {
            throw new InvalidOperationException($"{page.AbsolutePath} is no consent page:\n{html}");
        }

        using var answer = await PressAsync(page, form.With(new KeyValuePair<string, string>("decision", decision == Decision.Allow ? "allow" : "deny")), form.Action, stop);
        return IsRedirect(answer)
            ? new(new Uri(form.Action, answer.Headers.Location!), "")
            : new(null, await answer.Content.ReadAsStringAsync(stop));
    }

    /// <summary>Goes to an address with the cookies gathered so far, follows where it leads, and reads what is there.</summary>
    public async Task<string> ReadAsync(Uri url, CancellationToken stop) => (await OpenAsync(url, stop)).Html;

    public void Dispose() => _http.Dispose();

    private async Task<(Uri Page, string Html)> OpenAsync(Uri url, CancellationToken stop)
    {
        using var answer = await _http.GetAsync(url, stop);
        return await FollowAsync(url, answer, stop);
    }

    private async Task<(Uri Page, string Html)> PressAndFollowAsync(Uri page, HttpContent filled, Uri action, CancellationToken stop)
    {
        using var answer = await PressAsync(page, filled, action, stop);
        return await FollowAsync(action, answer, stop);
    }

    private async Task<HttpResponseMessage> PressAsync(Uri page, HttpContent filled, Uri action, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = filled };
        request.Headers.Add("Origin", page.GetLeftPart(UriPartial.Authority));       // as every browser does
        return await _http.SendAsync(request, stop);
    }

    private async Task<(Uri Page, string Html)> FollowAsync(Uri url, HttpResponseMessage answer, CancellationToken stop)
    {
        for (var hop = 0; IsRedirect(answer); hop++)
        {
            if (hop == LongestWay)
            {
                throw new InvalidOperationException($"More than {LongestWay} redirects; the last was to {answer.Headers.Location}.");
            }

            url = new Uri(url, answer.Headers.Location!);
            answer.Dispose();
            answer = await _http.GetAsync(url, stop);
        }

        var html = await answer.Content.ReadAsStringAsync(stop);
        return answer.IsSuccessStatusCode ? (url, html) : throw new InvalidOperationException($"{(int)answer.StatusCode} at {url}:\n{html}");
    }

    private static bool IsRedirect(HttpResponseMessage answer) => answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther && answer.Headers.Location is not null;
}
