namespace ValetKey.Playground.OAuth1;

/// <summary>What the token in the field is.</summary>
public enum OAuth1TokenStage
{
    None,

    /// <summary>A request token that nobody has authorized yet.</summary>
    Request,

    /// <summary>A request token whose user said yes.</summary>
    AuthorizedRequest,

    Access,

    /// <summary>A request token whose user said no.</summary>
    Denied,

    /// <summary>Typed or pasted by the person; only the server can tell.</summary>
    Typed,
}
