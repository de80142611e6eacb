using System.Security.Cryptography;
using System.Text;

namespace ValetKey.Server.Accounts;

/// <summary>A digest in which a password may be handed to us: a value of <c>hashFunctionName</c>. Unsalted and hexadecimal, as the API had it; too weak to be stored as it is.</summary>
internal sealed class PasswordDigest
{
    private readonly Func<byte[], byte[]> compute;

    private PasswordDigest(string name, int length, Func<byte[], byte[]> compute)
    {
        Name = name;
        Length = length;
        this.compute = compute;
    }

#pragma warning disable CA5350, CA5351 // weak, and the only ones that the API ever took: PasswordHash wraps them
    public static PasswordDigest Sha1 { get; } = new("SHA-1", 40, SHA1.HashData);

    public static PasswordDigest Md5 { get; } = new("MD5", 32, MD5.HashData);
#pragma warning restore CA5350, CA5351

    public string Name { get; }

    /// <summary>In hexadecimal digits.</summary>
    public int Length { get; }

    public static PasswordDigest? Find(string name) =>
        new[] { Sha1, Md5 }.FirstOrDefault(digest => digest.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public string Of(string password) => Convert.ToHexStringLower(compute(Encoding.UTF8.GetBytes(password)));

    public override string ToString() => Name;
}
