using ValetKey.OAuth;
using ValetKey.Playground.Steps;

namespace ValetKey.Playground.OAuth1;

/// <summary>The button <b>Request token</b>: asks for temporary credentials (RFC 5849 §2.1).</summary>
internal static class RequestTokenStep
{
    public static async Task<string?> TakeAsync(StepContext<OAuth1State> step, CancellationToken stop)
    {
        var tab = step.Tab;
        if (tab.Scopes.Count == 0)
        {
            step.Warn("No scope is chosen.", "Choose what the token is for, in the first step.");
            return null;
        }

        if (!ConsumerForm.TryRead(tab, step.Time, out var consumer, out var missing))
        {
            step.Warn(missing);
            return null;
        }

        using var key = consumer.PrivateKey;
        using var http = step.Client(consumer.WithoutToken());
        tab.ForgetToken();
        tab.Verifier = "";
        var callback = tab.Callback.Length == 0 ? step.Own + OAuth1Tab.CallbackPath : tab.Callback;
        try
        {
            var flow = new OAuth1Flow(consumer, OAuth1Endpoints.At(new Uri(step.Own.ToString())), http);
            var token = await flow.RequestTokenAsync(tab.Scopes, callback, tab.DisplayName.Length == 0 ? null : tab.DisplayName, stop);
            (tab.Token, tab.TokenSecret, tab.Stage) = (token.Token, token.TokenSecret.Reveal(), OAuth1TokenStage.Request);
            tab.TokenEnds = step.Time.GetUtcNow() + step.Options.RequestTokenLifetime;
            tab.TokenScopes = [.. token.Scopes];
            tab.VerifierByHand = tab.Callback.Length > 0;
        }
        catch (OAuth1Exception refused)
        {
            step.Warn(refused);
        }

        return null;
    }
}
