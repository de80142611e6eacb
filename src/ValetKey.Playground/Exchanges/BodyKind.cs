namespace ValetKey.Playground.Exchanges;

/// <summary>How a body is written.</summary>
public enum BodyKind
{
    Text,
    Xml,
    Json,
    Form,
}
