using ValetKey.OAuth;
using ValetKey.Playground.Steps;

namespace ValetKey.Playground.OAuth2;

/// <summary>Takes the outcome of an exchange or a refresh over into the tab.</summary>
internal static class GrantedTokens
{
    public static void Take(this StepContext<OAuth2State> step, OAuth2Result result)
    {
        var tab = step.Tab;
        switch (result)
        {
            case OAuth2Result.Granted(var token):
                (tab.AccessToken, tab.RefreshToken, tab.ExpiresAt) = (token.AccessToken.Reveal(), token.RefreshToken?.Reveal() ?? "", token.ExpiresAt);
                (tab.TokenScopes, tab.Code, tab.Pending, tab.Stage) = ([.. token.Scopes], "", null, OAuth2Stage.Tokens);
                tab.TokenRevision++;
                step.Suggest();
                break;
            case OAuth2Result.Failed(var error):
                step.Warn($"{error.Code}: {error.Description}", error.Mend);
                break;
        }
    }
}
