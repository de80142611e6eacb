using ValetKey.OAuth;
using ValetKey.Playground.Steps;

namespace ValetKey.Playground.OAuth1;

/// <summary>The button <b>Access token</b>: exchanges the authorized request token (RFC 5849 §2.3).</summary>
internal static class AccessTokenStep
{
    public static async Task<string?> TakeAsync(StepContext<OAuth1State> step, CancellationToken stop)
    {
        var tab = step.Tab;
        if (tab.Stage == OAuth1TokenStage.Access)
        {
            step.Say("The access token is here already.");
            return null;
        }

        if (tab.Token.Length == 0 || tab.Verifier.Length == 0)
        {
            step.Warn(tab.Token.Length == 0 ? "There is no authorized request token to exchange." : "The verifier is missing.",
                tab.Token.Length == 0 ? "Press Request token, then Authorize." : "Enter the verifier that the consent page showed.");
            return null;
        }

        if (!ConsumerForm.TryRead(tab, step.Time, out var consumer, out var missing))
        {
            step.Warn(missing);
            return null;
        }

        using var key = consumer.PrivateKey;
        using var http = step.Client(consumer.With(new OAuth1Token(tab.Token, tab.TokenSecret)));
        try
        {
            var flow = new OAuth1Flow(consumer, OAuth1Endpoints.At(new Uri(step.Own.ToString())), http);
            var token = await flow.AccessTokenAsync(new(tab.Token, tab.TokenSecret, CallbackConfirmed: true) { Scopes = tab.TokenScopes }, tab.Verifier, stop);
            tab.ForgetToken();
            (tab.Token, tab.TokenSecret, tab.Stage, tab.TokenScopes, tab.Verifier) = (token.Token, token.TokenSecret.Reveal(), OAuth1TokenStage.Access, [.. token.Scopes], "");
            step.Suggest();
        }
        catch (OAuth1Exception refused)
        {
            step.Warn(refused);
        }

        return null;
    }
}
