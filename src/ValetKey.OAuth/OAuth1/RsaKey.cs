using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace ValetKey.OAuth;

/// <summary>Reads RSA keys from PEM text, as consumers and consoles hold them: one line or many, any line ends, <c>\n</c> written out.</summary>
public static partial class RsaKey
{
    private const string PrivateForms = "PRIVATE KEY (PKCS#8), RSA PRIVATE KEY (PKCS#1) or ENCRYPTED PRIVATE KEY with its password";
    private const string PublicForms = "PUBLIC KEY, RSA PUBLIC KEY or CERTIFICATE";

    /// <summary>A private key: PKCS#8, PKCS#1, or encrypted PKCS#8 with its password.</summary>
    /// <exception cref="FormatException">Another form, a damaged key, or a wrong password; the message names the form found and those taken.</exception>
    public static RSA ReadPrivate(string pem, Secret? password = null)
    {
        var (label, content) = Open(pem, PrivateForms);
        return Import(label, PrivateForms, (RSA rsa) =>
        {
            switch (label)
            {
                case "PRIVATE KEY": rsa.ImportPkcs8PrivateKey(content, out _); return true;
                case "RSA PRIVATE KEY": rsa.ImportRSAPrivateKey(content, out _); return true;
                case "ENCRYPTED PRIVATE KEY" when password is not null: rsa.ImportEncryptedPkcs8PrivateKey(password.Reveal(), content, out _); return true;
                default: return false;
            }
        });
    }

    /// <summary>A public key: bare, PKCS#1, or in a certificate.</summary>
    /// <exception cref="FormatException">Another form, a damaged key, or a certificate with another kind of key; the message names the form found and those taken.</exception>
    public static RSA ReadPublic(string pem)
    {
        var (label, content) = Open(pem, PublicForms);
        return Import(label, PublicForms, rsa =>
        {
            switch (label)
            {
                case "PUBLIC KEY": rsa.ImportSubjectPublicKeyInfo(content, out _); return true;
                case "RSA PUBLIC KEY": rsa.ImportRSAPublicKey(content, out _); return true;
                case "CERTIFICATE":
                    using (var certificate = X509CertificateLoader.LoadCertificate(content))
                    {
                        rsa.ImportSubjectPublicKeyInfo(certificate.PublicKey.ExportSubjectPublicKeyInfo(), out _);
                    }

                    return true;
                default: return false;
            }
        });
    }

    /// <summary>The private key of a PFX (PKCS#12, <c>.p12</c>) file. It stays in memory and is put into no store of the system.</summary>
    /// <param name="pfx">The file's bytes.</param>
    /// <param name="password">The file's password; <c>null</c> for none.</param>
    /// <exception cref="FormatException">Another form, a damaged file, a wrong password, or no RSA key in it.</exception>
    public static RSA ReadPfx(ReadOnlySpan<byte> pfx, Secret? password = null)
    {
        const string forms = "a PFX (PKCS#12) file with an RSA private key, and its password";
        try
        {
            var storage = OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet;
            using var certificate = X509CertificateLoader.LoadPkcs12(pfx, password?.Reveal(), storage);
            return certificate.GetRSAPrivateKey() ?? throw new FormatException($"The PFX holds a {certificate.GetKeyAlgorithm()} certificate without an RSA private key; give {forms}.");
        }
        catch (CryptographicException damaged)
        {
            throw new FormatException($"This is {(pfx.IndexOf("-----BEGIN "u8) >= 0 ? "PEM text" : "no PFX, a damaged one, or one with another password")}; give {forms}.", damaged);
        }
    }

    /// <summary>The private key of a certificate, which signs where it is: in the system's store or in a device.</summary>
    /// <exception cref="FormatException">The certificate has no private key here, or one of another kind.</exception>
    public static RSA Of(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return certificate.GetRSAPrivateKey() ?? throw new FormatException(certificate.HasPrivateKey
            ? "The certificate's key is no RSA key; give one with an RSA private key."
            : "The certificate comes without its private key; give one from the store or the PFX that has it.");
    }

    // By hand, since PemEncoding wants its lines to end where they should, and keys travel through settings that keep no line ends.
    private static (string Label, byte[] Content) Open(string pem, string forms)
    {
        ArgumentNullException.ThrowIfNull(pem);
        var block = Block().Match(pem.Replace(@"\n", "\n", StringComparison.Ordinal).Replace(@"\r", "", StringComparison.Ordinal));
        var content = new byte[block.Groups["content"].Length];
        return block.Success && Convert.TryFromBase64Chars(block.Groups["content"].ValueSpan, content, out var length)
            ? (block.Groups["label"].Value, content[..length])
            : throw new FormatException($"There is no PEM block, from -----BEGIN to -----END with Base64 between, in the text; give {forms}.");
    }

    [GeneratedRegex("-----BEGIN (?<label>[A-Z0-9 ]{1,40})-----(?<content>[A-Za-z0-9+/=\\s]*)-----END \\k<label>-----", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();

    private static RSA Import(string label, string forms, Func<RSA, bool> import)
    {
        var rsa = RSA.Create();
        try
        {
            if (import(rsa))
            {
                return rsa;
            }
        }
        catch (CryptographicException damaged)
        {
            rsa.Dispose();
            throw new FormatException($"The {label} is damaged, is no RSA key, or has another password; give {forms}.", damaged);
        }

        rsa.Dispose();
        throw new FormatException($"The text holds {label}; give {forms}.");
    }
}
