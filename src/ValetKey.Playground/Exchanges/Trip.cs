using ValetKey.Playground.Outgoing;

namespace ValetKey.Playground.Exchanges;

/// <summary>A trip of the browser to the consent page and back: the part of a flow that the Playground does not send itself.</summary>
internal static class Trip
{
    public static Exchange Begin(string target, Origin own) => new()
    {
        Number = 0,
        Verb = "→",
        Target = target,
        Outcome = "waiting",
        Mood = ExchangeMood.Waiting,
        Request = $"GET {target.Replace("?", "?\n    ", StringComparison.Ordinal).Replace("&", "\n    &", StringComparison.Ordinal)}\nHost: {own.Authority}",
        Remark = "The browser was sent to this page. Your answer there comes back to the callback.",
        FirstPart = ExchangePart.Request,
    };

    public static Exchange End(Exchange trip, string outcome, ExchangeMood mood, TimeSpan took, string remark) =>
        trip with { Outcome = outcome, Mood = mood, Milliseconds = took.TotalMilliseconds, Remark = remark };
}
