using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ValetKey.OAuth;
using ValetKey.Server.Workspace.Reading;

namespace ValetKey.Server.Workspace.Sections;

/// <summary>An OAuth 1.0 consumer.</summary>
internal sealed record WorkspaceConsumer(
    Place Place, string Key, Secret Secret, string? DisplayName, IReadOnlyList<string> Callbacks, string? CertificatePem, IReadOnlyList<string> SignatureMethods)
{
    private const int SmallestKey = 2048;

    public static WorkspaceConsumer Read(WorkspaceMap map)
    {
        var consumer = new WorkspaceConsumer(
            map.Place, map.RequiredText("consumerKey"), map.Secret("consumerSecret") ?? Secret.Empty, map.Text("displayName"), map.Texts("callbacks"), map.Text("certificate"), map.Texts("signatureMethods"));
        if (consumer.CertificatePem is { } pem && !IsRsaCertificate(pem))
        {
            map.Complain("certificate", "is no certificate with an RSA key of 2,048 bits or more", "Put the PEM text here, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----, as a block after |.");
        }
        else if (consumer.CertificatePem is null && consumer.Secret.IsEmpty)
        {
            map.Complain("consumerSecret", "is missing, and there is no certificate either", "Add one of the two.");
        }

        foreach (var method in consumer.SignatureMethods.Where(method => !SignatureMethod.TryParse(method, null, out _)))
        {
            map.Complain("signatureMethods", $"holds {method}, which is no signature method", $"Write some of {string.Join(", ", SignatureMethod.All)}, or leave it out.");
        }

        foreach (var callback in consumer.Callbacks.Where(callback => callback != "oob" && !IsAddress(callback)))
        {
            map.Complain("callbacks", $"holds {callback}, which is no callback", "Write oob, or an http or https URL; the port of a loopback address may be *.");
        }

        return consumer;
    }

    /// <summary>As <c>Callbacks</c> reads a pattern: an address, whose port may be a star.</summary>
    private static bool IsAddress(string pattern) =>
        !pattern.Contains('\n', StringComparison.Ordinal)
        && Uri.TryCreate(pattern.Replace(":*", "", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && uri is { Scheme: "http" or "https", UserInfo: "", Fragment: "" };

    private static bool IsRsaCertificate(string pem)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(pem);
            using var key = certificate.GetRSAPublicKey();
            return key is { KeySize: >= SmallestKey };
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
