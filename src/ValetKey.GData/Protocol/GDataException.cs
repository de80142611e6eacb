namespace ValetKey.GData.Protocol;

#pragma warning disable CA1032 // there is no such exception without the error that it carries
/// <summary>A Google Data API refused, or its answer cannot be taken. What the network did comes as <see cref="HttpRequestException"/>, as always.</summary>
public class GDataException : Exception
{
    /// <summary>An error that a server answered or that its answer amounts to.</summary>
    /// <param name="error">All that is known of it.</param>
    /// <param name="cause">What it came from on this side, if anything.</param>
    public GDataException(GDataError error, Exception? cause = null) : base($"{error} {error?.Mend}", cause)
    {
        ArgumentNullException.ThrowIfNull(error);
        Error = error;
    }

    /// <summary>All that the server said.</summary>
    public GDataError Error { get; }

    /// <summary>The HTTP status of the answer.</summary>
    public int Status => Error.Status;

    /// <summary>A word for programs.</summary>
    public string Code => Error.Code;

    /// <summary>What was wrong.</summary>
    public string Reason => Error.Reason;

    /// <summary>What of the request was wrong: a parameter, an element, <c>line:column</c>; <c>null</c> when nothing was named.</summary>
    public string? Place => Error.Location;

    /// <summary>What to do, as an imperative.</summary>
    public string Mend => Error.Mend;

    /// <summary>How long the server asks to wait; <c>null</c> when it did not say.</summary>
    public TimeSpan? RetryAfter { get; internal set; }
}
