using System.Net;
using System.Text;
using ValetKey.GData.Atom;
using ValetKey.OAuth;

namespace ValetKey.GData.Protocol;

/// <summary>What an answer says: an entry, a feed or a refusal. Nothing is read without bounds.</summary>
internal static class GDataAnswer
{
    private const int MaxErrorBytes = 64 * 1024;

    public static async Task<GDataException> RefusalAsync(HttpResponseMessage answer, GDataService service, CancellationToken stop)
    {
        var body = new byte[MaxErrorBytes];
        var stream = await answer.Content.ReadAsStreamAsync(stop).ConfigureAwait(false);
        await using var _ = stream.ConfigureAwait(false);
        var length = await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, stop).ConfigureAwait(false);
        var error = OfCredentials(answer, body.AsSpan(0, length)) ?? GDataError.OfAnswer((int)answer.StatusCode, answer.ReasonPhrase, body.AsMemory(0, length));
        var exception = service.ToException(error, body.AsMemory(0, length));
        exception.RetryAfter = answer.Headers.RetryAfter?.Delta;
        return exception;
    }

    /// <summary>A refused signature or token has words of its own (the Problem Reporting extension of OAuth 1.0); the base string of a development server stays out of the message.</summary>
    private static GDataError? OfCredentials(HttpResponseMessage answer, ReadOnlySpan<byte> body) =>
        answer.StatusCode == HttpStatusCode.Unauthorized
        && OAuthProblem.Read((int)answer.StatusCode, Encoding.UTF8.GetString(body), answer.Headers.WwwAuthenticate.FirstOrDefault()?.ToString()) is { } problem
            ? new GDataError(problem.Status, problem.Code, problem.Meaning) { Domain = "OAuth", Mend = problem.Mend }
            : null;

    public static async Task<TEntry> ReadEntryAsync<TEntry>(HttpResponseMessage answer, CancellationToken stop) where TEntry : Entry, IAtomEntry<TEntry>
    {
        using var reader = await OpenAsync(answer, stop).ConfigureAwait(false);
        return Understand(answer, reader.ReadEntry<TEntry>);
    }

    public static async Task<Feed<TEntry>> ReadFeedAsync<TEntry>(HttpResponseMessage answer, CancellationToken stop) where TEntry : Entry, IAtomEntry<TEntry>
    {
        using var reader = await OpenAsync(answer, stop).ConfigureAwait(false);
        return Understand(answer, reader.ReadFeed<TEntry>);
    }

    private static async Task<AtomReader> OpenAsync(HttpResponseMessage answer, CancellationToken stop)
    {
        var stream = await answer.Content.ReadAsStreamAsync(stop).ConfigureAwait(false);
        await using var _ = stream.ConfigureAwait(false);
        try
        {
            return await AtomReader.OpenAsync(stream, stop: stop).ConfigureAwait(false);
        }
        catch (AtomException e)
        {
            throw Unreadable(answer, e);
        }
    }

    private static T Understand<T>(HttpResponseMessage answer, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (AtomException e)
        {
            throw Unreadable(answer, e);
        }
    }

    private static GDataException Unreadable(HttpResponseMessage answer, AtomException e) =>
        new(GDataError.InvalidDocument(e) with
        {
            Status = (int)answer.StatusCode,
            Code = "UnreadableAnswer",
            Mend = "Check that the address is that of an Atom feed or entry, and that Google is where this program looks for it.",
        }, e);
}
