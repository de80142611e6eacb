namespace ValetKey.Playground.Steps;

/// <summary>What is to be said about the last step, beside the step that it concerns. Never a secret.</summary>
/// <param name="At">Where it is shown.</param>
/// <param name="IsAlarm">Whether something went wrong.</param>
/// <param name="Text">What happened.</param>
/// <param name="Mend">What to do; null where nothing is to be done.</param>
public sealed record Notice(StepName At, bool IsAlarm, string Text, string? Mend = null);
