using ValetKey.OAuth;
using ValetKey.Playground.Steps;

namespace ValetKey.Playground.OAuth2;

/// <summary>The button <b>Exchange code for tokens</b> (RFC 6749 §4.1.3).</summary>
internal static class ExchangeCodeStep
{
    public static async Task<string?> TakeAsync(StepContext<OAuth2State> step, CancellationToken stop)
    {
        var tab = step.Tab;
        if (tab.Code.Length == 0)
        {
            step.Warn("There is no code to exchange.", "Press Authorize APIs first, or paste a code.");
            return null;
        }

        using var http = step.Client();
        if (ClientForm.Read(step, http) is not { } client)
        {
            return null;
        }

        client = client with { RedirectUri = tab.Pending?.RedirectUri ?? client.RedirectUri };
        step.Take(await client.ExchangeAsync(tab.Code, tab.Pending?.CodeVerifier is { } verifier ? new Secret(verifier) : null, stop));
        if (tab.Stage == OAuth2Stage.Tokens && tab.RefreshToken.Length == 0)
        {
            step.Say("No refresh token came.", "One comes with access_type=offline and a fresh consent: choose approval_prompt=force, and authorize again.");
        }

        return null;
    }
}
