namespace ValetKey.GData.Atom;

/// <summary>How much of a document is read before it is refused: no honest one comes near, and no hostile one costs more.</summary>
public static class AtomLimits
{
    /// <summary>Elements inside each other: 64.</summary>
    public const int Depth = 64;

    /// <summary>Attributes of one element, declarations of prefixes included: 256.</summary>
    public const int Attributes = 256;

    /// <summary>Child elements of one element, a feed's entries apart: 4,096.</summary>
    public const int Children = 4096;

    /// <summary>One name, attribute or text, in bytes as sent: 1 MiB.</summary>
    public const int Value = 1 << 20;

    /// <summary>A whole document, in bytes as sent: 10 MiB unless the reader was told otherwise.</summary>
    public const int Document = 10 << 20;
}
