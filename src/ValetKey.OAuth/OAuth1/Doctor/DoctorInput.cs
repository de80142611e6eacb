namespace ValetKey.OAuth;

/// <summary>Reads the request to be examined from text that people have at hand: a curl command, raw HTTP, a HAR file or entry, or an <c>Authorization</c> header with method and address.</summary>
/// <remarks>Nothing is run and nothing is fetched: a curl command is read as text, and a file that it names is not opened.</remarks>
public static class DoctorInput
{
    /// <summary>The longest text that is read, in characters: 2 MiB. Cut a longer HAR file down to the entry.</summary>
    public const int MaxLength = 2 * 1024 * 1024;

    /// <summary>Reads one request; of several in a HAR file the first that is signed, else the first.</summary>
    /// <exception cref="FormatException">None of the forms, too long, or malformed. The message says what to do, and repeats nothing of the text.</exception>
    public static DoctorRequest Read(string text)
    {
        var all = ReadAll(text);
        return all.FirstOrDefault(r => r.IsSigned) ?? all[0];
    }

    /// <summary>Reads every request of a HAR file, or the one of another form; never none.</summary>
    /// <exception cref="FormatException">As <see cref="Read"/>.</exception>
    public static IReadOnlyList<DoctorRequest> ReadAll(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MaxLength)
        {
            throw new FormatException("The text is longer than 2 MiB; paste the one request that fails.");
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new FormatException("The text has a NUL character in it; paste text, not a binary file.");
        }

        if (!DoctorRequest.IsWhole(text))
        {
            throw new FormatException("The text holds half of a surrogate pair, so it is no Unicode; paste it again from its source.");
        }

        var trimmed = text.AsSpan().Trim();
        return trimmed.IsEmpty ? throw new FormatException("There is no text; paste a curl command, raw HTTP, a HAR entry, or an Authorization header with method and address.")
            : trimmed[0] is '{' or '[' ? HarText.Read(text)
            : CurlCommand.IsOne(trimmed) ? [CurlCommand.Read(trimmed.ToString())]
            : [HttpText.Read(text)];
    }
}
