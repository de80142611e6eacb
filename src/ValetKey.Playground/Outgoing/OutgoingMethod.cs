namespace ValetKey.Playground.Outgoing;

/// <summary>The methods that the request builder sends.</summary>
internal static class OutgoingMethod
{
    public static IReadOnlyList<string> All { get; } = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    /// <exception cref="OutgoingRefusedException">Not one of <see cref="All"/>.</exception>
    public static HttpMethod Parse(string text) => All.Contains(text, StringComparer.Ordinal) ? new HttpMethod(text)
        : throw new OutgoingRefusedException("method", $"The method must be one of {string.Join(", ", All)}.");
}
