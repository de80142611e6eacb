namespace ValetKey.EndToEnd.Pressing;

/// <summary>Where a person stands after pressing: sent back to the application, or on a last page that shows something.</summary>
/// <param name="SentTo">The application's address with what was added to it; null when a page was shown.</param>
/// <param name="Page">The page, empty when sent on.</param>
internal sealed record Answered(Uri? SentTo, string Page);
