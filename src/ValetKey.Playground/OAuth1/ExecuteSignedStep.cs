using ValetKey.OAuth;
using ValetKey.Playground.Outgoing;
using ValetKey.Playground.Steps;

namespace ValetKey.Playground.OAuth1;

/// <summary>The button <b>Execute</b>: signs the request with consumer and token, and sends it.</summary>
internal static class ExecuteSignedStep
{
    public static async Task<string?> TakeAsync(StepContext<OAuth1State> step, CancellationToken stop)
    {
        var tab = step.Tab;
        if (tab.Token.Length == 0)
        {
            step.Warn("There is no token to sign with.", "Get an access token, or paste one together with its secret.");
            return null;
        }

        if (!ConsumerForm.TryRead(tab, step.Time, out var consumer, out var missing))
        {
            step.Warn(missing);
            return null;
        }

        using var key = consumer.PrivateKey;
        var signer = consumer.With(new OAuth1Token(tab.Token, tab.TokenSecret));
        using var http = step.Client(signer);
        using var request = tab.Draft.ToRequest(step.Own);
        try
        {
            await signer.AuthorizeAsync(request, stop);
        }
        catch (Exception cannot) when (cannot is ArgumentException or InvalidOperationException)
        {
            throw new OutgoingRefusedException("signature", cannot.Message);
        }

        using var response = await http.SendAsync(request, stop);
        return null;
    }
}
