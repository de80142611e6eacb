namespace ValetKey.Playground.Exchanges;

/// <summary>An answer as it came, secrets masked.</summary>
/// <param name="Head">Status line and headers.</param>
/// <param name="MediaType">Without parameters; empty where none was named.</param>
/// <param name="Length">The bytes that were read.</param>
/// <param name="Kind">How the body is coloured.</param>
/// <param name="Body">The text; empty for none, and for bytes that are no text.</param>
/// <param name="Remark">What a reader must know about the body: cut, indented, not shown. Null for nothing.</param>
/// <param name="IsPartial">Whether the body, or a part of it, is missing.</param>
public sealed record RecordedAnswer(string Head, string MediaType, long Length, BodyKind Kind, string Body, string? Remark, bool IsPartial = false);
