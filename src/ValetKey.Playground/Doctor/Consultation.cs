using System.Globalization;
using System.Security.Cryptography;
using ValetKey.OAuth;

namespace ValetKey.Playground.Doctor;

/// <summary>Asks the doctor about what was typed.</summary>
/// <param name="Diagnosis">Null where nothing was asked, or not in a form that can be read.</param>
/// <param name="Trouble">What could not be read, as a sentence that says what to do.</param>
internal sealed record Consultation(Diagnosis? Diagnosis, string? Trouble)
{
    public static Consultation Of(DoctorState state)
    {
        if (string.IsNullOrWhiteSpace(state.RequestText))
        {
            return new(null, null);
        }

        try
        {
            using var key = Key(state);
            return new(SignatureDoctor.Examine(DoctorInput.Read(state.RequestText), Secrets(state, key), Seen(state)), null);
        }
        catch (FormatException unreadable)
        {
            return new(null, unreadable.Message);
        }
    }

    /// <summary>Whether the doctor can be asked, without asking.</summary>
    public static bool IsReadable(DoctorState state)
    {
        try
        {
            using var key = Key(state);
            return DoctorInput.Read(state.RequestText) is not null && Seen(state) is not null;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static RSA? Key(DoctorState state) => state.RsaKey.Length == 0 ? null : DoctorSecrets.ReadRsaKey(state.RsaKey);

    // An empty field is a secret that is not known; an empty consumer secret is taken for one where the token's is there.
    private static DoctorSecrets Secrets(DoctorState state, RSA? key) => new()
    {
        ConsumerSecret = state.ConsumerSecret.Length + state.TokenSecret.Length > 0 ? new Secret(state.ConsumerSecret) : null,
        TokenSecret = state.TokenSecret.Length > 0 ? new Secret(state.TokenSecret) : null,
        RsaKey = key,
    };

    private static ServerView Seen(DoctorState state) => new()
    {
        ErrorBody = state.ServerAnswer.Length == 0 ? null : state.ServerAnswer,
        ForwardedHeaders = [.. state.Forwarded.Split('\n').Select(line => line.Split(':', 2)).Where(pair => pair.Length == 2).Select(pair => new Parameter(pair[0].Trim(), pair[1].Trim()))],
        ProxyTrusted = state.ProxyTrusted,
        Now = state.ServerTime.Length == 0 ? null
            : long.TryParse(state.ServerTime, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 99_999_999_999 ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw new FormatException("The server's clock is given in seconds since 1970-01-01 UTC, such as 1795559000."),
    };
}
