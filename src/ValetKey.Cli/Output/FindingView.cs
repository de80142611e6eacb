namespace ValetKey.Cli.Output;

/// <summary>One thing that the doctor found.</summary>
internal sealed record FindingView(string Cause, string Certainty, string Detail);
