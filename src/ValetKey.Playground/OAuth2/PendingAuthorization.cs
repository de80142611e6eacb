namespace ValetKey.Playground.OAuth2;

/// <summary>An authorization whose answer is awaited. A class, so that printing it shows no secret.</summary>
public sealed class PendingAuthorization
{
    /// <summary>Binds the answer to this browser; serves once.</summary>
    public required string State { get; init; }

    /// <summary>For the exchange; null where PKCE was off.</summary>
    public string? CodeVerifier { get; init; }

    /// <summary>Must be the same at the exchange.</summary>
    public required string RedirectUri { get; init; }

    /// <summary>The number of the exchange that shows the trip.</summary>
    public int Trip { get; init; }

    public DateTimeOffset Began { get; init; }

    /// <summary>Whether an answer with this state was taken.</summary>
    public bool IsUsed { get; set; }
}
