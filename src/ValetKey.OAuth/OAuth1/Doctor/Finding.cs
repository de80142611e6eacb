namespace ValetKey.OAuth;

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Cause">Which of the known causes.</param>
/// <param name="Certainty">How sure that is.</param>
/// <param name="Detail">What it is in this very request, as a sentence: names of parameters, hosts, numbers; never a secret.</param>
public sealed record Finding(DoctorCause Cause, Certainty Certainty, string Detail);
