using System.Text;

namespace ValetKey.OAuth;

/// <summary>Finds <c>timestamp_refused</c> in an answer whose body somebody may still want to read.</summary>
internal static class TimestampRefusal
{
    private const int MaxLength = 64 * 1024;

    /// <returns>The problem; <c>null</c> where the answer says another one, or none.</returns>
    public static async Task<OAuthProblem?> ReadAsync(HttpResponseMessage answer, CancellationToken stop)
    {
        if ((int)answer.StatusCode is not (400 or 401 or 403))
        {
            return null;
        }

        var challenge = answer.Headers.NonValidated.TryGetValues("WWW-Authenticate", out var values) ? values.ToString() : null;
        var problem = OAuthProblem.Read((int)answer.StatusCode, "", challenge);
        if (problem is null && answer.Content.Headers.ContentLength is <= MaxLength)
        {
            await answer.Content.LoadIntoBufferAsync(MaxLength, stop).ConfigureAwait(false);
            problem = OAuthProblem.Read((int)answer.StatusCode, Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(stop).ConfigureAwait(false)), null);
        }

        return problem?.Code == "timestamp_refused" ? problem : null;
    }
}
