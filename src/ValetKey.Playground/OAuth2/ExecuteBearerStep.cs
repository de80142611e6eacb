using System.Net.Http.Headers;
using ValetKey.Playground.Steps;

namespace ValetKey.Playground.OAuth2;

/// <summary>The button <b>Execute</b>: sends the request with the access token, as it is: an expired one is refused and seen to be refused.</summary>
internal static class ExecuteBearerStep
{
    public static async Task<string?> TakeAsync(StepContext<OAuth2State> step, CancellationToken stop)
    {
        if (step.Tab.AccessToken.Length == 0 || step.Tab.AccessToken.Any(c => c is < '!' or > '~'))
        {
            step.Warn("There is no access token to send.", "Get one, or paste one.");
            return null;
        }

        using var http = step.Client();
        using var request = step.Tab.Draft.ToRequest(step.Own);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", step.Tab.AccessToken);
        using var response = await http.SendAsync(request, stop);
        return null;
    }
}
