using System.Buffers.Text;
using System.Security.Cryptography;
using ValetKey.OAuth;
using ValetKey.Playground.Exchanges;
using ValetKey.Playground.Steps;

namespace ValetKey.Playground.OAuth2;

/// <summary>The button <b>Authorize APIs</b>: sends the browser to the consent page (RFC 6749 §4.1.1).</summary>
internal static class AuthorizeApisStep
{
    public static Task<string?> TakeAsync(StepContext<OAuth2State> step, CancellationToken stop)
    {
        var tab = step.Tab;
        if (tab.Scopes.Count == 0)
        {
            step.Warn("No scope is chosen.", "Choose what the token is for, in the first step.");
            return Task.FromResult<string?>(null);
        }

        using var http = step.Client();
        if (ClientForm.Read(step, http) is not { } client)
        {
            return Task.FromResult<string?>(null);
        }

        var state = tab.StateText.Length > 0 ? tab.StateText : Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        var verifier = tab.UsePkce ? Pkce.NewVerifier() : null;
        var address = client.AuthorizeUrl(Options(tab), state, verifier);
        tab.Log.Add(Trip.Begin(address.PathAndQuery, step.Own));
        (tab.Stage, tab.Code, tab.TokenRevision) = (OAuth2Stage.Away, "", tab.TokenRevision + 1);
        tab.Pending = new()
        {
            State = state,
            CodeVerifier = verifier?.Reveal(),
            RedirectUri = client.RedirectUri,
            Trip = tab.Log.Last,
            Began = step.Time.GetUtcNow(),
        };
        return Task.FromResult<string?>(address.AbsoluteUri);
    }

    private static OAuth2Options Options(OAuth2State tab) => new()
    {
        AccessType = tab.AccessType,
        ApprovalPrompt = NullIfEmpty(tab.ApprovalPrompt),
        Prompt = NullIfEmpty(tab.Prompt),
        LoginHint = NullIfEmpty(tab.LoginHint),
        IncludeGrantedScopes = tab.IncludeGrantedScopes ? true : null,
    };

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
