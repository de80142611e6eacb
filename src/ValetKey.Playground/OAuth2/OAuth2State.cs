using ValetKey.Playground.Steps;

namespace ValetKey.Playground.OAuth2;

/// <summary>What the tab OAuth 2.0 holds.</summary>
public sealed class OAuth2State : TabState
{
    internal static readonly IReadOnlyList<string> AccessTypes = ["offline", "online"];
    internal static readonly IReadOnlyList<string> ApprovalPrompts = ["", "auto", "force"];
    internal static readonly IReadOnlyList<string> Prompts = ["", "none", "consent", "select_account"];

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    public string AccessType { get; set; } = "offline";

    public string ApprovalPrompt { get; set; } = "";

    public string Prompt { get; set; } = "";

    public string LoginHint { get; set; } = "";

    public bool IncludeGrantedScopes { get; set; }

    public bool UsePkce { get; set; } = true;

    /// <summary>The value of <c>state</c> for the next authorization; empty for a random one.</summary>
    public string StateText { get; set; } = "";

    public OAuth2Stage Stage { get; set; }

    public PendingAuthorization? Pending { get; set; }

    public string Code { get; set; } = "";

    public string AccessToken { get; set; } = "";

    public string RefreshToken { get; set; } = "";

    /// <summary>Null where nobody said.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    public IReadOnlyList<string> TokenScopes { get; set; } = [];

    internal override IEnumerable<string> Secrets => [ClientSecret, Code, AccessToken, RefreshToken, Pending?.CodeVerifier ?? ""];

    internal override IReadOnlyList<string> GrantedScopes => TokenScopes.Count > 0 ? TokenScopes : Scopes;

    internal override bool HasToken => AccessToken.Length > 0;

    internal override void Read(PostedForm form)
    {
        base.Read(form);
        ClientId = form.Line("client_id") ?? ClientId;
        ClientSecret = form.Line("client_secret") ?? ClientSecret;
        AccessType = Choice(form, "access_type", AccessTypes) ?? AccessType;
        ApprovalPrompt = Choice(form, "approval_prompt", ApprovalPrompts) ?? ApprovalPrompt;
        Prompt = Choice(form, "prompt", Prompts) ?? Prompt;
        LoginHint = form.Line("login_hint", 300) ?? LoginHint;
        StateText = form.Line("state", 4096) ?? StateText;
        if (form.Line("state", 4096) is not null)           // the form was the page's: an unticked box sends nothing
        {
            UsePkce = form.Line("pkce", 10) is not null;
            IncludeGrantedScopes = form.Line("include_granted_scopes", 10) is not null;
        }

        var (code, access, refresh) = (form.Line("code") ?? Code, form.Line("access_token", 8000) ?? AccessToken, form.Line("refresh_token", 8000) ?? RefreshToken);
        if (ShowsTokensAtHand(form) && (code, access, refresh) != (Code, AccessToken, RefreshToken))
        {
            TokenRevision++;
            if (access != AccessToken)
            {
                (ExpiresAt, TokenScopes) = (null, []);
            }

            (Code, AccessToken, RefreshToken) = (code, access, refresh);
            Stage = code.Length + access.Length + refresh.Length == 0 ? OAuth2Stage.None : OAuth2Stage.Typed;
        }
    }

    private static string? Choice(PostedForm form, string name, IReadOnlyList<string> choices) =>
        form.Line(name, 20) is { } text && choices.Contains(text, StringComparer.Ordinal) ? text : null;
}
