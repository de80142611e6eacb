namespace ValetKey.Playground.OAuth2;

/// <summary>How far the flow is.</summary>
public enum OAuth2Stage
{
    None,

    /// <summary>The browser is away at the consent page.</summary>
    Away,

    /// <summary>A code came back and waits for its exchange.</summary>
    Code,

    Tokens,

    Declined,

    /// <summary>Code or tokens were typed or pasted by the person; only the server can tell.</summary>
    Typed,
}
