using System.Net;
using System.Text.RegularExpressions;

namespace ValetKey.EndToEnd.Pressing;

/// <summary>The page that shows a code to carry away by hand: programs of old read it from the title.</summary>
internal static partial class SuccessPage
{
    /// <exception cref="InvalidOperationException">The title does not begin with <c>Success code=</c>; the message shows the page.</exception>
    public static string VerifierOf(string html) => Title().Match(html) is { Success: true } title
        ? WebUtility.HtmlDecode(title.Groups["code"].Value)
        : throw new InvalidOperationException($"No 'Success code=' in the title of:\n{html}");

    [GeneratedRegex(@"<title>Success code=(?<code>[^\s<]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Title();
}
