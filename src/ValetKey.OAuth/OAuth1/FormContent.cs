namespace ValetKey.OAuth;

/// <summary>The parameters of a form-encoded body about to be sent.</summary>
internal static class FormContent
{
    private const string MediaType = "application/x-www-form-urlencoded";
    private const int MaxLength = 1024 * 1024;

    /// <returns>The decoded form; <c>null</c> where the body is of another type or there is none.</returns>
    /// <exception cref="HttpRequestException">The form has more than 1 MiB.</exception>
    public static async Task<IReadOnlyList<Parameter>?> ReadAsync(HttpContent? content, CancellationToken stop)
    {
        if (!string.Equals(content?.Headers.ContentType?.MediaType, MediaType, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        await content!.LoadIntoBufferAsync(MaxLength, stop).ConfigureAwait(false);
        try
        {
            return FormEncoding.Decode(await content.ReadAsStringAsync(stop).ConfigureAwait(false));
        }
        catch (FormatException malformed)
        {
            throw new ArgumentException($"The form body cannot be signed: {malformed.Message}", nameof(content), malformed);
        }
    }

    public static HttpContent Of(IEnumerable<Parameter> form) => new StringContent(FormEncoding.Encode(form), System.Text.Encoding.UTF8, MediaType);
}
