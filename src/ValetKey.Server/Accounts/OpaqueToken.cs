using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ValetKey.Server.Accounts;

/// <summary>A random string that stands for something in the database, which keeps only its SHA-256.</summary>
internal static class OpaqueToken
{
    private const int Bytes = 32;

    /// <param name="prefix">Google's mark of the kind: <c>1/</c>, <c>4/</c>, <c>ya29.</c>; empty for handles.</param>
    /// <returns>The prefix and 256 random bits in base64url.</returns>
    public static string Create(string prefix = "") => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
