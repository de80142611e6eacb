namespace ValetKey.Cli.Output;

/// <summary>What <c>call --json</c> prints.</summary>
/// <param name="Headers">By name, several values joined by a comma.</param>
internal sealed record AnswerView(int Status, string Reason, IReadOnlyDictionary<string, string> Headers, string Body);
