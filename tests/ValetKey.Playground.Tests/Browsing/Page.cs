using System.Net;
using System.Text.RegularExpressions;

namespace ValetKey.Playground.Tests.Browsing;

/// <summary>A page as it came: its text, the fields of its one form, and its buttons.</summary>
internal sealed partial class Page
{
    private readonly Browser _browser;
    private readonly Dictionary<string, string> _changed = new(StringComparer.Ordinal);

    private Page(Browser browser, HttpResponseMessage response, string html) => (_browser, Response, Html) = (browser, response, html);

    public HttpResponseMessage Response { get; }

    public string Html { get; }

    public HttpStatusCode Status => Response.StatusCode;

    public Uri? Location => Response.Headers.Location;

    /// <summary>What a reader sees, without mark-up and without the values of fields.</summary>
    public string Text => WebUtility.HtmlDecode(Tags().Replace(Html, " "));

    public static async Task<Page> OfAsync(Browser browser, HttpResponseMessage response) =>
        new(browser, response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    /// <summary>The value of a field.</summary>
    public string this[string name] => Fields().First(f => f.Key == name).Value;

    /// <summary>Types into a field. A button that is pressed sends it.</summary>
    public Page Type(string name, string value)
    {
        _changed[name] = value;
        return this;
    }

    /// <summary>Presses the button of this text and follows where it leads.</summary>
    public Task<Page> PressAsync(string text)
    {
        var (action, name, value) = Button(text);
        return _browser.PostAsync(action, name is null ? Fields() : Fields().Append(new(name, value)));
    }

    /// <summary>Posts the form to a step's address, whether or not it has a button for it.</summary>
    public Task<Page> PostAsync(string action, params IEnumerable<KeyValuePair<string, string>> more) => _browser.PostAsync(action, Fields().Concat(more));

    /// <summary>Presses a button without following the redirect.</summary>
    public Task<Page> PressOnlyAsync(string text)
    {
        var (action, name, value) = Button(text);
        return _browser.PostOnlyAsync(action, name is null ? Fields() : Fields().Append(new(name, value)));
    }

    public bool IsDisabled(string button) => Buttons().First(b => Of(b) == button).Groups["attributes"].Value.Contains(" disabled", StringComparison.Ordinal);

    public bool Has(string button) => Buttons().Any(b => Of(b) == button);

    private (string Action, string? Name, string Value) Button(string text)
    {
        var button = Buttons().FirstOrDefault(b => Of(b) == text) ?? throw new InvalidOperationException($"The page has no button '{text}', but: {string.Join(", ", Buttons().Select(Of))}.");
        var attributes = button.Groups["attributes"].Value;
        return attributes.Contains(" disabled", StringComparison.Ordinal) ? throw new InvalidOperationException($"'{text}' is disabled.")
            : (Attribute(attributes, "formaction") ?? throw new InvalidOperationException($"'{text}' leads nowhere."), Attribute(attributes, "name"), Attribute(attributes, "value") ?? "");
    }

    private MatchCollection Buttons() => ButtonTag().Matches(Html);

    private static string Of(Match button) => WebUtility.HtmlDecode(Tags().Replace(button.Groups["text"].Value, " ")).Trim();

    private IEnumerable<KeyValuePair<string, string>> Fields()
    {
        var form = Html[Html.IndexOf("<form id=\"steps\"", StringComparison.Ordinal)..Html.IndexOf("</form>", StringComparison.Ordinal)];
        foreach (Match field in FieldTag().Matches(form))
        {
            var attributes = field.Groups["attributes"].Value;
            if (Attribute(attributes, "name") is not { } name || (attributes.Contains("type=\"checkbox\"", StringComparison.Ordinal) && !attributes.Contains(" checked", StringComparison.Ordinal)))
            {
                continue;
            }

            yield return new(name, _changed.TryGetValue(name, out var typed) ? typed : field.Groups["tag"].Value switch
            {
                "textarea" => WebUtility.HtmlDecode(field.Groups["content"].Value),
                "select" => Selected(field.Groups["content"].Value),
                _ => Attribute(attributes, "value") ?? "on",
            });
        }

        foreach (var (name, value) in _changed.Where(c => c.Key is "scope" or "pkce"))
        {
            yield return new(name, value);
        }
    }

    private static string Selected(string options)
    {
        var option = OptionTag().Matches(options).FirstOrDefault(o => o.Groups["attributes"].Value.Contains(" selected", StringComparison.Ordinal)) ?? OptionTag().Match(options);
        return Attribute(option.Groups["attributes"].Value, "value") ?? WebUtility.HtmlDecode(option.Groups["text"].Value);
    }

    private static string? Attribute(string attributes, string name) =>
        Regex.Match(attributes, $"(?<![\\w-]){name}=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups["value"].Value)
        : Regex.IsMatch(attributes, $"(?<![\\w-]){name}(?![\\w=-])", RegexOptions.None, TimeSpan.FromSeconds(1)) ? "" : null;

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex("<button(?<attributes>[^>]*)>(?<text>.*?)</button>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ButtonTag();

    [GeneratedRegex("<(?<tag>input)(?<attributes>[^>]*)>|<(?<tag>textarea|select)(?<attributes>[^>]*)>(?<content>.*?)</(textarea|select)>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FieldTag();

    [GeneratedRegex("<option(?<attributes>[^>]*)>(?<text>.*?)</option>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OptionTag();
}
