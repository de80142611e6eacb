using System.Buffers;

namespace ValetKey.OAuth;

/// <summary>Checks the signature of a plain request as it lies there: parameters in the header, ASCII, no form, a keyed hash. Nothing is allocated, and nothing explained.</summary>
internal static class PlainSignature
{
    private const int LongestMac = 88;      // 64 octets in Base64
    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789"u8);

    /// <returns><c>null</c> for a request that is not plain or not regular: then the readers that explain themselves decide.</returns>
    public static bool? Check(ReceivedRequest request, VerifiedConsumer consumer, VerifiedToken? token, OAuth1VerifierOptions options, KeyedHashes hashes)
    {
        var target = request.RawTarget.AsSpan();
        if (request.Authorization is null || request.Authorization.Length > options.MaxHeaderLength
            || target.Length > options.MaxTargetLength || target.IsEmpty || target[0] != '/' || !PercentEncoding.IsVisible(target) || target.ContainsAny('#', ';')
            || request.ContentType is not null)
        {
            return null;
        }

        var buffer = BaseStringBuffer.Rent();
        var fits = Check(buffer, request, target, consumer, token, options, hashes);
        buffer.Return();
        return fits;
    }

    private static bool? Check(
        BaseStringBuffer buffer, ReceivedRequest request, ReadOnlySpan<char> target, VerifiedConsumer consumer, VerifiedToken? token, OAuth1VerifierOptions options, KeyedHashes hashes)
    {
        Span<char> signature = stackalloc char[LongestMac];
        var question = target.IndexOf('?');
        if (TryReadHeader(request.Authorization!, buffer, signature) is not (> 0 and var length) || !buffer.TryAddQuery(question < 0 ? [] : target[(question + 1)..]))
        {
            return null;
        }

        var baseString = buffer.Compose(request.Method, request.Scheme, request.Authority, question < 0 ? target : target[..question]);
        return IsRegular(buffer, consumer, token, options) && Method(buffer, consumer, options) is { } method
            ? SignatureCheck.Fits(baseString, signature[..length], hashes.Of(method, consumer.Secret, token?.Secret ?? Secret.Empty))
            : null;
    }

    // The length of the signature, which is no part of what is signed; 0 where the header is not plain.
    private static int TryReadHeader(string authorization, BaseStringBuffer buffer, Span<char> signature)
    {
        var reader = new AuthorizationHeaderReader(authorization);
        if (!reader.TryReadScheme("OAuth"))
        {
            return 0;
        }

        var length = 0;
        var hasRealm = false;
        try
        {
            while (reader.TryReadPair(out var name, out var value))
            {
                if (name is ProtocolParameter.Signature && length == 0)
                {
                    length = PercentEncoding.DecodeAscii(value, signature);
                }
                else if (!hasRealm && name.Equals("realm", StringComparison.OrdinalIgnoreCase))
                {
                    hasRealm = true;
                }
                else if (!buffer.TryAddEscaped(name, value, plusIsSpace: false, isProtocol: true))
                {
                    return 0;
                }
            }
        }
        catch (FormatException)
        {
            return 0;
        }

        return length;
    }

    private static bool IsRegular(BaseStringBuffer buffer, VerifiedConsumer consumer, VerifiedToken? token, OAuth1VerifierOptions options) =>
        buffer.Count < options.MaxParameters
        && !buffer.IsIrregular()
        && !buffer.TryFind("oauth_signature"u8, out _)
        && !buffer.TryFind("oauth_body_hash"u8, out _)
        && !buffer.TryFind("realm"u8, out _)
        && buffer.Has("oauth_consumer_key"u8, consumer.Key)
        && (token is null ? !buffer.TryFind("oauth_token"u8, out _) : token.Token.Length > 0 && buffer.Has("oauth_token"u8, token.Token))
        && (!buffer.TryFind("oauth_version"u8, out var version) || version.SequenceEqual("1.0"u8))
        && buffer.TryFind("oauth_timestamp"u8, out var timestamp) && timestamp.Length is >= 1 and <= 14 && !timestamp.ContainsAnyExcept(Digits)
        && buffer.TryFind("oauth_nonce"u8, out var nonce) && nonce.Length is >= 1 and <= 128 && !nonce.Contains((byte)'%');

    private static SignatureMethod? Method(BaseStringBuffer buffer, VerifiedConsumer consumer, OAuth1VerifierOptions options)
    {
        for (var i = 0; i < options.SignatureMethods.Count; i++)
        {
            var method = options.SignatureMethods[i];
            if (method.IsHmac && buffer.Has("oauth_signature_method"u8, method.Name))
            {
                return IsAllowed(method, consumer) ? method : null;
            }
        }

        return null;
    }

    private static bool IsAllowed(SignatureMethod method, VerifiedConsumer consumer)
    {
        for (var i = 0; i < consumer.SignatureMethods.Count; i++)
        {
            if (consumer.SignatureMethods[i] == method)
            {
                return true;
            }
        }

        return false;
    }
}
