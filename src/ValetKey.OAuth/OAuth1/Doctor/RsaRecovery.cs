using System.Numerics;
using System.Security.Cryptography;

namespace ValetKey.OAuth;

/// <summary>Opens an RSA signature with the public key: the digest in it is what the client signed, whatever that was (RFC 8017 §9.2).</summary>
internal static class RsaRecovery
{
    // DigestInfo up to the digest, of each hash.
    private static readonly (HashAlgorithmName Hash, byte[] Prefix, int Length)[] Known =
    [
        (HashAlgorithmName.SHA1, Convert.FromHexString("3021300906052B0E03021A05000414"), 20),
        (HashAlgorithmName.SHA256, Convert.FromHexString("3031300D060960864801650304020105000420"), 32),
        (HashAlgorithmName.SHA384, Convert.FromHexString("3041300D060960864801650304020205000430"), 48),
        (HashAlgorithmName.SHA512, Convert.FromHexString("3051300D060960864801650304020305000440"), 64),
    ];

    /// <returns><c>null</c> where the signature was not made with the private half of this key.</returns>
    public static (HashAlgorithmName Hash, byte[] Digest)? Digest(byte[] signature, RSA key)
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        if (signature.Length != parameters.Modulus!.Length)
        {
            return null;
        }

        var opened = BigInteger.ModPow(Number(signature), Number(parameters.Exponent!), Number(parameters.Modulus));
        var block = new byte[signature.Length];
        var count = opened.GetByteCount(isUnsigned: true);
        if (count > block.Length || !opened.TryWriteBytes(block.AsSpan(block.Length - count), out _, isUnsigned: true, isBigEndian: true))
        {
            return null;
        }

        foreach (var (hash, prefix, length) in Known)
        {
            var start = block.Length - length - prefix.Length;
            if (start >= 11 && block.AsSpan(start, prefix.Length).SequenceEqual(prefix)
                && block[0] == 0 && block[1] == 1 && block[start - 1] == 0 && block.AsSpan(2, start - 3).IndexOfAnyExcept((byte)0xFF) < 0)
            {
                return (hash, block[(block.Length - length)..]);
            }
        }

        return null;
    }

    private static BigInteger Number(byte[] octets) => new(octets, isUnsigned: true, isBigEndian: true);
}
