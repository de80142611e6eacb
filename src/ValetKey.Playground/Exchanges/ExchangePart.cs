namespace ValetKey.Playground.Exchanges;

/// <summary>The parts of an exchange that a reader turns to.</summary>
public enum ExchangePart
{
    Request,
    Signature,
    Answer,
}
