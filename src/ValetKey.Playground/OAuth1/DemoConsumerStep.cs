using ValetKey.Playground.Steps;

namespace ValetKey.Playground.OAuth1;

/// <summary>The button <b>Use the demo consumer</b>.</summary>
internal static class DemoConsumerStep
{
    public static Task<string?> TakeAsync(StepContext<OAuth1State> step, CancellationToken stop)
    {
        if (step.Options is { DemoConsumerKey: { } key, DemoConsumerSecret: { } secret })
        {
            (step.Tab.ConsumerKey, step.Tab.ConsumerSecret) = (key, secret.Reveal());
            if (step.Tab.SignsWithKey)
            {
                step.Tab.SignatureMethod = OAuth.SignatureMethod.HmacSha1.Name;     // it has a secret, not a key
            }
        }

        return Task.FromResult<string?>(null);
    }
}
