using System.Net;
using System.Text.RegularExpressions;

namespace ValetKey.EndToEnd.Pressing;

/// <summary>The one form of a page, as a script sees it: where it goes, what it hides, what it asks for.</summary>
/// <param name="Action">Absolute.</param>
/// <param name="Hidden">Names and values that go back as they came.</param>
/// <param name="Names">Of all inputs and buttons.</param>
internal sealed partial record HtmlForm(Uri Action, IReadOnlyDictionary<string, string> Hidden, IReadOnlySet<string> Names)
{
    /// <exception cref="InvalidOperationException">The page has no form or several; the message shows the page.</exception>
    public static HtmlForm Of(string html, Uri page)
    {
        var forms = Forms().Matches(html);
        if (forms.Count != 1)
        {
            throw new InvalidOperationException($"{page.AbsolutePath} has {forms.Count} forms where a script expects one:\n{html}");
        }

        var controls = Controls().Matches(forms[0].Groups["inside"].Value).Select(control => Attributes(control.Groups["attributes"].Value)).ToList();
        return new(
            new Uri(page, Attributes(forms[0].Groups["attributes"].Value).GetValueOrDefault("action", "")),
            controls.Where(control => control.GetValueOrDefault("type") == "hidden").ToDictionary(control => control["name"], control => control.GetValueOrDefault("value", ""), StringComparer.Ordinal),
            controls.Where(control => control.ContainsKey("name")).Select(control => control["name"]).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The form filled in.</summary>
    public FormUrlEncodedContent With(params IEnumerable<KeyValuePair<string, string>> typed) => new(Hidden.Concat(typed));

    private static Dictionary<string, string> Attributes(string tag) => Attribute().Matches(tag)
        .ToDictionary(a => a.Groups["name"].Value, a => WebUtility.HtmlDecode(a.Groups["value"].Value), StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex("<form\\b(?<attributes>[^>]*)>(?<inside>.*?)</form>", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Forms();

    [GeneratedRegex("<(input|button|textarea|select)\\b(?<attributes>[^>]*)>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Controls();

    [GeneratedRegex("(?<name>[A-Za-z-]+)\\s*=\\s*\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Attribute();
}
