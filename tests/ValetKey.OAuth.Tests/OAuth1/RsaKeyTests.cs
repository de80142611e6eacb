using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ValetKey.OAuth.Tests.OAuth1;

public sealed class RsaKeyTests
{
    private static readonly string Pkcs8 = Read("rsa-test-key-1.pem");

    [Theory]
    [InlineData("rsa-test-key-1.pem")]
    [InlineData("rsa-test-key-1.pkcs1.pem")]
    public void Is_read_from_both_private_forms(string file)
    {
        using var key = RsaKey.ReadPrivate(Read(file));
        using var same = RsaKey.ReadPublic(Read("rsa-test-key-1.pub.pem"));
        Assert.Equal(same.ExportSubjectPublicKeyInfoPem(), key.ExportSubjectPublicKeyInfoPem());
    }

    [Theory]
    [InlineData("pass/word")]
    [InlineData(null)]
    public void Is_read_from_a_pfx_with_its_password_alone(string? password)
    {
        using var key = RsaKey.ReadPrivate(Pkcs8);
        using var certificate = new CertificateRequest("CN=example.com", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var pfx = certificate.Export(X509ContentType.Pkcs12, password);
        using var read = RsaKey.ReadPfx(pfx, password is null ? null : new Secret(password));
        Assert.Equal(SignatureMethod.RsaSha256.Sign("x", key), SignatureMethod.RsaSha256.Sign("x", read));
        Assert.Contains("another password", Assert.Throws<FormatException>(() => RsaKey.ReadPfx(pfx, "wrong")).Message, StringComparison.Ordinal);
        Assert.Contains("PEM text", Assert.Throws<FormatException>(() => RsaKey.ReadPfx(Encoding.UTF8.GetBytes(Pkcs8))).Message, StringComparison.Ordinal);
        using var same = RsaKey.Of(certificate);
        Assert.Equal(SignatureMethod.RsaSha1.Sign("x", key), SignatureMethod.RsaSha1.Sign("x", same));
        using var bare = X509CertificateLoader.LoadCertificate(certificate.RawData);
        Assert.Contains("without its private key", Assert.Throws<FormatException>(() => RsaKey.Of(bare)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_refused_where_a_pfx_has_a_key_of_another_kind()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=example.com", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        Assert.Contains("RSA", Assert.Throws<FormatException>(() => RsaKey.ReadPfx(certificate.Export(X509ContentType.Pkcs12, "p"), "p")).Message, StringComparison.Ordinal);
        Assert.Contains("no RSA key", Assert.Throws<FormatException>(() => RsaKey.Of(certificate)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_read_from_a_certificate()
    {
        using var key = RsaKey.ReadPublic(Read("rsa-test-key-1.cert.pem"));
        using var same = RsaKey.ReadPublic(Read("rsa-test-key-1.pub.pem"));
        Assert.Equal(same.ExportSubjectPublicKeyInfoPem(), key.ExportSubjectPublicKeyInfoPem());
    }

    [Fact]
    public void Is_read_with_any_line_ends_and_in_one_line()
    {
        foreach (var text in (string[])[Pkcs8.ReplaceLineEndings("\r\n"), Pkcs8.ReplaceLineEndings("\\n"), Pkcs8.ReplaceLineEndings(" "), OneLine(), "words before\n" + Pkcs8 + "words after"])
        {
            using var key = RsaKey.ReadPrivate(text);
            Assert.Equal(2048, key.KeySize);
        }
    }

    [Fact]
    public void Is_read_from_an_encrypted_form_with_its_password_alone()
    {
        using var key = RsaKey.ReadPrivate(Pkcs8);
        var encrypted = key.ExportEncryptedPkcs8PrivateKeyPem("the-password", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));
        using var again = RsaKey.ReadPrivate(encrypted, "the-password");
        Assert.Equal(2048, again.KeySize);
        Assert.Contains("ENCRYPTED PRIVATE KEY", Assert.Throws<FormatException>(() => RsaKey.ReadPrivate(encrypted)).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-password", Assert.Throws<FormatException>(() => RsaKey.ReadPrivate(encrypted, "wrong-password")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_another_form_is_refused_with_the_form_found_and_the_forms_taken()
    {
        using var elliptic = ECDsa.Create();
        Assert.Contains("EC PRIVATE KEY", Assert.Throws<FormatException>(() => RsaKey.ReadPrivate(elliptic.ExportECPrivateKeyPem())).Message, StringComparison.Ordinal);
        Assert.Contains("PRIVATE KEY is damaged, is no RSA key", Assert.Throws<FormatException>(() => RsaKey.ReadPrivate(elliptic.ExportPkcs8PrivateKeyPem())).Message, StringComparison.Ordinal);
        Assert.Contains("holds PUBLIC KEY", Assert.Throws<FormatException>(() => RsaKey.ReadPrivate(Read("rsa-test-key-1.pub.pem"))).Message, StringComparison.Ordinal);
        Assert.Contains("holds PRIVATE KEY", Assert.Throws<FormatException>(() => RsaKey.ReadPublic(Pkcs8)).Message, StringComparison.Ordinal);
        Assert.Contains("no PEM block", Assert.Throws<FormatException>(() => RsaKey.ReadPrivate("short-test-key")).Message, StringComparison.Ordinal);
    }

    private static string OneLine()
    {
        var lines = Pkcs8.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(lines);
    }

    private static string Read(string file) => File.ReadAllText(Vectors.PathOf("keys/" + file));
}
