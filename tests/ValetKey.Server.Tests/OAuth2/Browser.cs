using System.Net;
using System.Text.RegularExpressions;

namespace ValetKey.Server.Tests.OAuth2;

/// <summary>Keeps cookies, presses forms, and stops at every redirect so that the test sees it.</summary>
internal sealed partial class Browser(HttpClient http)
{
    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    public Task<Answer> Get(string path) => Send(HttpMethod.Get, path, null);

    public Task<Answer> Post(string path, params IEnumerable<(string Name, string Value)> form) =>
        Send(HttpMethod.Post, path, new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <summary>Sends the page's form with its hidden inputs, as the button <c>decision</c> does.</summary>
    public Task<Answer> Press(Answer page, string decision, params (string Name, string Value)[] changes) =>
        Post(ActionOf(page), Hidden(page).Where(field => changes.All(change => change.Name != field.Name)).Concat(changes).Append(("decision", decision)));

    public static string ActionOf(Answer page) => WebUtility.HtmlDecode(FormAction().Match(page.Body).Groups["path"].Value);

    public static IEnumerable<(string Name, string Value)> Hidden(Answer page) => HiddenInput().Matches(page.Body)
        .Select(input => (WebUtility.HtmlDecode(input.Groups["name"].Value), WebUtility.HtmlDecode(input.Groups["value"].Value)));

    [GeneratedRegex("""<form[^>]* action="(?<path>[^"]*)""", RegexOptions.NonBacktracking)]
    private static partial Regex FormAction();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)""", RegexOptions.NonBacktracking)]
    private static partial Regex HiddenInput();

    private async Task<Answer> Send(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (Cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        foreach (var set in response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [])
        {
            var (name, value) = (set.Split('=')[0], set.Split('=', 2)[1].Split(';')[0]);
            Cookies[name] = value;
        }

        return await Answer.Of(response);
    }
}
