using Microsoft.AspNetCore.Http;

namespace ValetKey.Playground.Outgoing;

/// <summary>A request was not sent, because a rule of the Playground forbids it.</summary>
/// <param name="rule">The rule's name, as it is shown: "own origin", "scheme", "header" ….</param>
/// <param name="message">What was wrong and what to write instead; no secret.</param>
internal sealed class OutgoingRefusedException(string rule, string message) : Exception(message)
{
    public string Rule { get; } = rule;

    /// <summary>The status of the page that says so.</summary>
    public int Status { get; init; } = StatusCodes.Status400BadRequest;
}
