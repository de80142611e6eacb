using System.Security.Cryptography;
using ValetKey.OAuth;
using ValetKey.Server.Storage;

namespace ValetKey.Server.Workspace.Applying;

/// <summary>Sealing gives other bytes each time, so what holds the same secret already stays as it is.</summary>
internal static class SealedSecrets
{
    public static byte[] Keep(byte[] stored, Secret secret, SecretSealer sealer)
    {
        try
        {
            return new Secret(sealer.Open(stored)).Equals(secret) ? stored : sealer.Seal(secret.Reveal());
        }
        catch (CryptographicException)          // the key that sealed it is gone, and the file knows the secret
        {
            return sealer.Seal(secret.Reveal());
        }
    }
}
