using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace ValetKey.Server.Storage;

/// <summary>Seals secrets that must be readable again (HMAC is computed with them), under keys that live apart from the database.</summary>
internal sealed class SecretSealer(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("ValetKey.OAuth1.Secret");

    public byte[] Seal(string secret) => protector.Protect(Encoding.UTF8.GetBytes(secret));

    /// <exception cref="System.Security.Cryptography.CryptographicException">The key that sealed it is gone; the message names the key.</exception>
    public string Open(byte[] sealedSecret) => Encoding.UTF8.GetString(protector.Unprotect(sealedSecret));
}
