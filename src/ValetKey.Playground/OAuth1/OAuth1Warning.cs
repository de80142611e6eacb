using ValetKey.OAuth;
using ValetKey.Playground.Steps;

namespace ValetKey.Playground.OAuth1;

/// <summary>Puts a problem of the protocol into the page's words.</summary>
internal static class OAuth1Warning
{
    public static void Warn(this StepContext<OAuth1State> step, OAuth1Exception refused) => step.Warn($"{refused.Problem.Code}: {refused.Problem.Meaning}", refused.Problem.Mend);
}
