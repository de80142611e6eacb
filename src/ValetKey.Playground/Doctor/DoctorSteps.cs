using ValetKey.Playground.Exchanges;
using ValetKey.Playground.OAuth1;
using ValetKey.Playground.Steps;

namespace ValetKey.Playground.Doctor;

/// <summary>The buttons of the doctor's page, and the one that leads there from an exchange.</summary>
internal static class DoctorSteps
{
    /// <summary><b>Examine</b>: keeps what was typed; the page that follows examines it, or opens where it says what cannot be read.</summary>
    public static Task<string?> ExamineAsync(StepContext<DoctorState> step, CancellationToken stop) =>
        Task.FromResult(Consultation.IsReadable(step.Tab) ? null : DoctorTab.Place + "#steps");

    /// <summary><b>Try an example</b>.</summary>
    public static Task<string?> ExampleAsync(StepContext<DoctorState> step, CancellationToken stop)
    {
        DoctorExample.FillIn(step.Tab);
        return Task.FromResult<string?>(null);
    }

    /// <summary><b>Start over</b>.</summary>
    public static Task<string?> StartOverAsync(StepContext<DoctorState> step, CancellationToken stop)
    {
        step.StartOver();
        return Task.FromResult<string?>(null);
    }

    /// <summary><b>Ask the doctor</b>, beside a signed exchange that failed: takes its request, its answer and the secrets of the tab along.</summary>
    public static Task<string?> AskAsync(StepContext<OAuth1State> step, CancellationToken stop)
    {
        var number = step.Form.Line("ask", 10);
        var asked = step.Tab.Log.Entries.FirstOrDefault(e => e.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == number);
        if (asked is null || !CanBeAsked(asked))
        {
            step.Warn("That exchange is not there any more, or holds a masked secret.", "Copy the request from the program that sends it, and open the doctor.");
            return Task.FromResult<string?>(null);
        }

        step.Session.Doctor = new()
        {
            // The address whole, since the page knows whether it called http or https.
            RequestText = asked.Request.Replace($"{asked.Verb} {asked.Target}", $"{asked.Verb} {step.Own}{asked.Target}", StringComparison.Ordinal),
            ConsumerSecret = step.Tab.ConsumerSecret,
            TokenSecret = step.Tab.TokenSecret,
            RsaKey = step.Tab.SignsWithKey ? step.Tab.PrivateKey : "",
            ServerAnswer = asked.Answer?.Body ?? "",
        };
        return Task.FromResult<string?>(DoctorTab.Place + "#diagnosis");
    }

    /// <summary>Whether an exchange failed that was signed by OAuth 1.0, and is shown as it was sent: what is masked cannot be examined.</summary>
    public static bool CanBeAsked(Exchange exchange) => exchange is { Mood: ExchangeMood.Bad, Signature: not null, Answer: not null } && !exchange.Request.Contains('•', StringComparison.Ordinal);
}
