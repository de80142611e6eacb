namespace ValetKey.OAuth;

/// <summary>The key of the HMAC methods, and the whole signature of PLAINTEXT (RFC 5849 §3.4.2, §3.4.4).</summary>
public static class SigningKey
{
    /// <summary>Both secrets, each percent-encoded, joined by <c>&amp;</c>, which stands there even when one or both are empty.</summary>
    public static Secret Of(Secret consumerSecret, Secret tokenSecret)
    {
        ArgumentNullException.ThrowIfNull(consumerSecret);
        ArgumentNullException.ThrowIfNull(tokenSecret);
        return $"{PercentEncoding.Encode(consumerSecret.Reveal())}&{PercentEncoding.Encode(tokenSecret.Reveal())}";
    }

    /// <summary>The key for a page: of the consumer secret at most the first five letters, and no more than a quarter of it; of the token secret nothing.</summary>
    public static string Masked(Secret consumerSecret, Secret tokenSecret)
    {
        ArgumentNullException.ThrowIfNull(consumerSecret);
        ArgumentNullException.ThrowIfNull(tokenSecret);
        var shown = Math.Min(5, consumerSecret.Reveal().Length / 4);
        if (shown > 0 && char.IsHighSurrogate(consumerSecret.Reveal()[shown - 1]))
        {
            shown--;
        }

        return $"{consumerSecret.Reveal()[..shown]}{Dots(consumerSecret)}&{Dots(tokenSecret)}";
    }

    private static string Dots(Secret secret) => secret.IsEmpty ? "" : "••••";
}
