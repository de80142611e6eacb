namespace ValetKey.Playground.Exchanges;

/// <summary>What a stretch of text is.</summary>
public enum RunKind
{
    Plain,

    /// <summary>Prolog and comments.</summary>
    Quiet,

    /// <summary>Elements of XML, literals of JSON.</summary>
    Name,

    /// <summary>Attributes of XML, keys of JSON.</summary>
    Key,

    Value,
}
