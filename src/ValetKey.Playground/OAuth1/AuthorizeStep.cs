using ValetKey.OAuth;
using ValetKey.Playground.Exchanges;
using ValetKey.Playground.Steps;

namespace ValetKey.Playground.OAuth1;

/// <summary>The button <b>Authorize</b>: sends the browser to the consent page (RFC 5849 §2.2).</summary>
internal static class AuthorizeStep
{
    public static Task<string?> TakeAsync(StepContext<OAuth1State> step, CancellationToken stop)
    {
        var tab = step.Tab;
        if (tab.Token.Length == 0 || tab.Stage is OAuth1TokenStage.Access)
        {
            step.Warn("There is no request token to authorize.", "Press Request token first.");
            return Task.FromResult<string?>(null);
        }

        var address = AuthorizationUrl.Of(OAuth1Endpoints.At(new Uri(step.Own.ToString())).Authorize, [new("oauth_token", tab.Token)]);
        tab.Log.Add(Trip.Begin(address.PathAndQuery, step.Own));
        (tab.Trip, tab.TripBegan) = (tab.Log.Last, step.Time.GetUtcNow());
        return Task.FromResult<string?>(address.AbsoluteUri);
    }
}
