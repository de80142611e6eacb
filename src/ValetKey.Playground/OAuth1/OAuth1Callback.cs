using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using ValetKey.OAuth;
using ValetKey.Playground.Exchanges;
using ValetKey.Playground.Steps;

namespace ValetKey.Playground.OAuth1;

/// <summary>Where the browser comes back from the consent page. It takes the answer to the trip that this very session began, once.</summary>
internal static class OAuth1Callback
{
    public static Task<IResult> Handle(HttpContext http, CallbackRunner run, Tab<OAuth1State> tab, TimeProvider time, CancellationToken stop) =>
        run.RunAsync(http, tab, (state, query) => Read(state, query, time.GetUtcNow()), stop);

    private static void Read(OAuth1State state, string query, DateTimeOffset now)
    {
        var redirect = OAuth1Redirect.Parse(query);
        var token = redirect switch
        {
            OAuth1Redirect.Allowed allowed => allowed.Token,
            OAuth1Redirect.Denied denied => denied.Token ?? state.Token,
            _ => state.Token,
        };
        if (state.Trip is not { } trip || !IsSame(token, state.Token))
        {
            state.Notice = new(StepName.Token, IsAlarm: true,
                state.Trip is null ? "An answer came from the consent page, but none was awaited." : "An answer came for another request token than the one at hand.",
                "Nothing was changed. Press Authorize in this page, and answer in the same browser.");
            return;
        }

        state.Trip = null;
        var took = now - state.TripBegan;
        switch (redirect)
        {
            case OAuth1Redirect.Allowed allowed:
                (state.Stage, state.Verifier, state.VerifierByHand) = (OAuth1TokenStage.AuthorizedRequest, allowed.Verifier, false);
                state.Log.Replace(trip, e => Trip.End(e, "allowed", ExchangeMood.Good, took, "The browser came back with oauth_token and oauth_verifier: the request token is authorized."));
                break;
            case OAuth1Redirect.Denied:
                (state.Stage, state.TokenEnds) = (OAuth1TokenStage.Denied, null);
                state.Notice = new(StepName.Token, IsAlarm: true, "Access was denied, so there will be no access token.", "Press Request token to ask once more, perhaps for fewer scopes.");
                state.Log.Replace(trip, e => Trip.End(e, "denied", ExchangeMood.Bad, took, "The browser came back with a refusal."));
                break;
            case OAuth1Redirect.Failed failed:
                state.Notice = new(StepName.Token, IsAlarm: true, $"{failed.Problem.Code}: {failed.Problem.Meaning}", failed.Problem.Mend);
                state.Log.Replace(trip, e => Trip.End(e, failed.Problem.Code, ExchangeMood.Bad, took, failed.Problem.Meaning));
                break;
        }
    }

    private static bool IsSame(string token, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(other));
}
