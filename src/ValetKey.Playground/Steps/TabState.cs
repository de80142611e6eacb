using System.Globalization;
using ValetKey.Playground.Exchanges;

namespace ValetKey.Playground.Steps;

/// <summary>What a tab holds between two requests of the browser. A class, so that printing it shows no secret.</summary>
public abstract class TabState
{
    /// <summary>Every value that must never be shown outside its own field.</summary>
    internal abstract IEnumerable<string> Secrets { get; }

    /// <summary>What the token at hand opens, as far as that is known; otherwise what was chosen.</summary>
    internal abstract IReadOnlyList<string> GrantedScopes { get; }

    /// <summary>Whether there is a token that a request can be sent with.</summary>
    internal abstract bool HasToken { get; }

    /// <summary>The scopes chosen, catalogue and own ones, in the order of choosing.</summary>
    public IReadOnlyList<string> Scopes { get; set; } = [];

    /// <summary>The text of the filter, which is also where an own scope is typed.</summary>
    public string ScopeText { get; set; } = "";

    /// <summary>Rises whenever the tokens change, so that a page from before does not bring old ones back: one that stands open in another window, or a button pressed twice.</summary>
    public int TokenRevision { get; set; }

    public Notice? Notice { get; set; }

    public RequestDraft Draft { get; set; } = new();

    public ExchangeLog Log { get; set; } = new();

    /// <summary>Takes over what was typed.</summary>
    internal virtual void Read(PostedForm form)
    {
        if (form.Text("scope_text", 500) is { } text)
        {
            ScopeText = text.Trim();
            Scopes = [.. form.Texts("scope", 100, 500).Where(ScopeValue.IsValid).Distinct(StringComparer.Ordinal)];
        }

        Draft.Read(form);
    }

    /// <summary>Whether the token fields of a form show what is at hand, so that a difference was typed.</summary>
    internal bool ShowsTokensAtHand(PostedForm form) =>
        form.Line("token_revision", 10) is not { } revision || revision == TokenRevision.ToString(CultureInfo.InvariantCulture);
}
