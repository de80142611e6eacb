using System.Diagnostics.CodeAnalysis;
using ValetKey.OAuth;

namespace ValetKey.Playground.OAuth1;

/// <summary>Makes a consumer of what was typed.</summary>
internal static class ConsumerForm
{
    /// <param name="state">What was typed.</param>
    /// <param name="time">The clock of timestamps.</param>
    /// <param name="consumer">Whoever uses it disposes its private key.</param>
    /// <param name="missing">What is missing or wrong, as a sentence.</param>
    public static bool TryRead(OAuth1State state, TimeProvider time, [NotNullWhen(true)] out OAuth1Consumer? consumer, [NotNullWhen(false)] out string? missing)
    {
        consumer = null;
        missing = !SignatureMethod.TryParse(state.SignatureMethod, null, out var method) ? $"Choose one of {string.Join(", ", SignatureMethod.All)}."
            : state.ConsumerKey.Length == 0 ? "Enter consumer_key."
            : method.IsRsa && state.PrivateKey.Length == 0 ? $"Enter the private key: {method} signs with it."
            : state.Realm.Any(c => c is < ' ' or > '~') ? "The realm may hold letters of ASCII alone."
            : null;
        if (missing is not null)
        {
            return false;
        }

        try
        {
            consumer = (method!.IsRsa ? new OAuth1Consumer(state.ConsumerKey, RsaKey.ReadPrivate(state.PrivateKey)) : new(state.ConsumerKey, state.ConsumerSecret)) with
            {
                SignatureMethod = method,
                Transmission = state.Transmission,
                Realm = state.Realm.Length == 0 ? null : state.Realm,
                Timestamp = state.Timestamp.Length == 0 ? null : state.Timestamp,
                Nonce = state.Nonce.Length == 0 ? null : state.Nonce,
                Time = time,
            };
            return true;
        }
        catch (FormatException wrongKey)
        {
            missing = wrongKey.Message;
            return false;
        }
    }
}
