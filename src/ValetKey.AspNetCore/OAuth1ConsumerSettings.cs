namespace ValetKey.AspNetCore;

/// <summary>A consumer as an application's options or configuration name it: a shared secret, a public key, or both.</summary>
public sealed class OAuth1ConsumerSettings
{
    /// <summary>For HMAC and PLAINTEXT. Keep it out of the repository: user secrets, environment, vault.</summary>
    public string? Secret { get; set; }

    /// <summary>For RSA: PEM of a public key or of a certificate, with 2,048 bits or more.</summary>
    public string? PublicKey { get; set; }

    /// <summary>Names of signature methods that it may use. Default: HMAC where there is a secret, RSA where there is a key; <c>PLAINTEXT</c> only where it is named here.</summary>
    public IList<string> SignatureMethods { get; } = [];
}
