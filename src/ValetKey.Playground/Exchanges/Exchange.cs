namespace ValetKey.Playground.Exchanges;

/// <summary>One request and its answer as they happened, secrets masked; or one trip of the browser to another page and back.</summary>
public sealed record Exchange
{
    /// <summary>Counts from 1 within a tab, also past what was cleared.</summary>
    public required int Number { get; init; }

    /// <summary>The HTTP method, or <c>→</c> for a trip of the browser.</summary>
    public required string Verb { get; init; }

    /// <summary>Path and query.</summary>
    public required string Target { get; init; }

    /// <summary>The status, or a word: "allowed", "no answer".</summary>
    public required string Outcome { get; init; }

    public required ExchangeMood Mood { get; init; }

    /// <summary>Milliseconds from sending to the end of the answer; null while a trip lasts.</summary>
    public double? Milliseconds { get; init; }

    /// <summary>The message as sent: request line, headers, body.</summary>
    public required string Request { get; init; }

    /// <summary>Null where nothing was signed by OAuth 1.0.</summary>
    public SignatureSteps? Signature { get; init; }

    /// <summary>Null where no answer came.</summary>
    public RecordedAnswer? Answer { get; init; }

    /// <summary>What is to be said besides: why no answer came, what a trip brought back.</summary>
    public string? Remark { get; init; }

    /// <summary>The part that is shown first.</summary>
    public ExchangePart FirstPart { get; init; } = ExchangePart.Answer;
}
