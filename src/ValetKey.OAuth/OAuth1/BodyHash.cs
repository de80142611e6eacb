using System.Security.Cryptography;

namespace ValetKey.OAuth;

/// <summary><c>oauth_body_hash</c>: what covers a body that is no form (OAuth Request Body Hash 1.0).</summary>
internal static class BodyHash
{
    /// <summary>The hash in Base64; by the hash of the signature method, SHA-1 for PLAINTEXT.</summary>
    public static string Of(SignatureMethod method, ReadOnlySpan<byte> body) => Convert.ToBase64String(CryptographicOperations.HashData(method.Hash, body));

    /// <summary>The parameter for a request about to be sent; none beside a form, which is signed itself. A body is read into memory.</summary>
    public static async Task<IReadOnlyList<Parameter>> ForAsync(HttpContent? content, SignatureMethod method, CancellationToken stop)
    {
        ReadOnlyMemory<byte> body = default;        // a request without a body has the hash of nothing
        if (content is not null)
        {
            await content.LoadIntoBufferAsync(stop).ConfigureAwait(false);
            body = await content.ReadAsByteArrayAsync(stop).ConfigureAwait(false);
        }

        return [new(ProtocolParameter.BodyHash, Of(method, body.Span))];
    }
}
