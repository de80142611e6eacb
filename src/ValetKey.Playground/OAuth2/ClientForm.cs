using ValetKey.OAuth;
using ValetKey.Playground.Outgoing;
using ValetKey.Playground.Steps;

namespace ValetKey.Playground.OAuth2;

/// <summary>Makes a client of what was typed.</summary>
internal static class ClientForm
{
    public static string RedirectUri(Origin own) => own + PlaygroundFeature.OAuth2Callback;

    /// <returns>Null, with a warning on the page, where no client id was entered.</returns>
    public static OAuth2Client? Read(StepContext<OAuth2State> step, HttpClient http)
    {
        if (step.Tab.ClientId.Length == 0)
        {
            step.Warn("Enter client_id.");
            return null;
        }

        return new(
            step.Tab.ClientId,
            step.Tab.ClientSecret.Length == 0 ? null : new Secret(step.Tab.ClientSecret),
            RedirectUri(step.Own),
            step.Tab.Scopes,
            OAuth2Endpoints.At(new Uri(step.Own.ToString())),
            http)
        {
            Time = step.Time,
        };
    }
}
