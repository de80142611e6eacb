using ValetKey.Playground.Steps;

namespace ValetKey.Playground.OAuth2;

/// <summary>The button <b>Use the demo client</b>.</summary>
internal static class DemoClientStep
{
    public static Task<string?> TakeAsync(StepContext<OAuth2State> step, CancellationToken stop)
    {
        if (step.Options is { DemoClientId: { } id, DemoClientSecret: { } secret })
        {
            (step.Tab.ClientId, step.Tab.ClientSecret) = (id, secret.Reveal());
        }

        return Task.FromResult<string?>(null);
    }
}
