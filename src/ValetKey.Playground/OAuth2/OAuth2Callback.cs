using Microsoft.AspNetCore.Http;
using ValetKey.OAuth;
using ValetKey.Playground.Exchanges;
using ValetKey.Playground.Outgoing;
using ValetKey.Playground.Steps;

namespace ValetKey.Playground.OAuth2;

/// <summary>Where the browser comes back from the consent page. It takes the code of an answer whose state this very session sent out and has not seen come back; nothing is exchanged here.</summary>
internal static class OAuth2Callback
{
    public static Task<IResult> Handle(HttpContext http, CallbackRunner run, Tab<OAuth2State> tab, TimeProvider time, CancellationToken stop)
    {
        var issuer = Origin.TryOf(http.Request, out var own) && http.Request.Query.ContainsKey("iss") ? own.ToString() : null;
        return run.RunAsync(http, tab, (state, query) => Read(state, query, issuer, time.GetUtcNow()), stop);
    }

    /// <param name="tab">The tab.</param>
    /// <param name="query">As it came.</param>
    /// <param name="issuer">Who must have answered; null where the answer does not say who did.</param>
    /// <param name="now">The time.</param>
    private static void Read(OAuth2State tab, string query, string? issuer, DateTimeOffset now)
    {
        if (tab.Pending is not { IsUsed: false } pending)
        {
            Refuse(tab, tab.Pending is null ? "An answer came from the consent page, but none was awaited." : "An answer came with a state that was used before.");
            return;
        }

        var redirect = RedirectResult.Read(query, pending.State, issuer);
        if (redirect is RedirectResult.Failed { Error.Code: "state_mismatch" or "issuer_mismatch" or "malformed_redirect" } foreign)
        {
            Refuse(tab, $"{foreign.Error.Description}");
            return;
        }

        pending.IsUsed = true;
        var took = now - pending.Began;
        switch (redirect)
        {
            case RedirectResult.Code code:
                (tab.Stage, tab.Code, tab.TokenRevision) = (OAuth2Stage.Code, code.Value.Reveal(), tab.TokenRevision + 1);
                tab.Log.Replace(pending.Trip, e => Trip.End(e, "allowed", ExchangeMood.Good, took, "The browser came back with a code, and with the state that it was sent away with."));
                break;
            case RedirectResult.Declined:
                tab.Stage = OAuth2Stage.Declined;
                tab.Notice = new(StepName.Token, IsAlarm: true, "Access was declined (access_denied), so there is no code to exchange.", "Press Authorize APIs to ask once more, perhaps for fewer scopes.");
                tab.Log.Replace(pending.Trip, e => Trip.End(e, "declined", ExchangeMood.Bad, took, "The browser came back with error=access_denied."));
                break;
            case RedirectResult.Failed failed:
                tab.Stage = OAuth2Stage.None;
                tab.Notice = new(StepName.Token, IsAlarm: true, $"{failed.Error.Code}: {failed.Error.Description}", failed.Error.Mend);
                tab.Log.Replace(pending.Trip, e => Trip.End(e, failed.Error.Code, ExchangeMood.Bad, took, failed.Error.Description ?? failed.Error.Code));
                break;
        }
    }

    private static void Refuse(OAuth2State tab, string what) => tab.Notice = new(StepName.Token, IsAlarm: true, what, "Nothing was taken over and nothing exchanged. Press Authorize APIs in this page, and answer in the same browser.");
}
