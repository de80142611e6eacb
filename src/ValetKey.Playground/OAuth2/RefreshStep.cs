using ValetKey.OAuth;
using ValetKey.Playground.Steps;

namespace ValetKey.Playground.OAuth2;

/// <summary>The button <b>Refresh access token</b> (RFC 6749 §6).</summary>
internal static class RefreshStep
{
    public static async Task<string?> TakeAsync(StepContext<OAuth2State> step, CancellationToken stop)
    {
        var tab = step.Tab;
        if (tab.RefreshToken.Length == 0)
        {
            step.Warn("There is no refresh token.", "Choose access_type=offline and approval_prompt=force, and authorize again; or paste one.");
            return null;
        }

        using var http = step.Client();
        if (ClientForm.Read(step, http) is { } client)
        {
            step.Take(await client.RefreshAsync(new(tab.AccessToken, new Secret(tab.RefreshToken), tab.ExpiresAt, tab.TokenScopes), stop));
        }

        return null;
    }
}
