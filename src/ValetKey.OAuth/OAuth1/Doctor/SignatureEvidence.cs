using System.Security.Cryptography;
using System.Text;

namespace ValetKey.OAuth;

/// <summary>Something that the received signature can be compared with, and what is wrong if it fits.</summary>
internal sealed class SignatureEvidence
{
    private readonly SignatureReading? _reading;
    private readonly Func<string, Secret, Secret, bool>? _verify;
    private readonly string? _plain;
    private readonly HashAlgorithmName _hash;
    private readonly bool _isKeyed;

    private SignatureEvidence(SignatureReading? reading, string? plain, HashAlgorithmName hash, bool isKeyed, IReadOnlyList<DoctorCause> causes) =>
        (_reading, _plain, _hash, _isKeyed, Causes) = (reading, plain, hash, isKeyed, causes);

    private SignatureEvidence(Func<string, Secret, Secret, bool> verify) => (_verify, _isKeyed, Causes) = (verify, true, []);

    /// <summary>What happened to the signature beside what the plan does wrong.</summary>
    public IReadOnlyList<DoctorCause> Causes { get; }

    /// <summary>Whether only the beginning of the signature is there.</summary>
    public bool IsBeginning => _reading?.IsBeginning == true;

    /// <summary>Whether the base string plays a part; not so for PLAINTEXT.</summary>
    public bool CoversBaseString => _plain is null;

    /// <summary>Whether the secrets play a part; not so for RSA.</summary>
    public bool CoversKey => _plain is not null || _isKeyed;

    /// <summary>Whether the key is that of RFC 5849; a method of a provider's own may have another.</summary>
    public bool HasKey => CoversKey && _verify is null;

    /// <summary>All that the received signature may be, for what is known of secrets and key; none where too little is known.</summary>
    public static IReadOnlyList<SignatureEvidence> Of(string received, SignatureMethod declared, DoctorSecrets secrets)
    {
        var found = new List<SignatureEvidence>();
        if (secrets.ConsumerSecret is not null && declared is { IsRsa: false, IsHmac: false } && declared != SignatureMethod.Plaintext)
        {
            found.Add(new((baseString, consumerSecret, tokenSecret) => declared.Verify(baseString, received, consumerSecret, tokenSecret)));       // a method of a provider's own
        }
        else if (secrets.ConsumerSecret is not null)
        {
            foreach (var reading in SignatureReading.Of(received))
            {
                foreach (var hash in Hashes(reading, declared))
                {
                    found.Add(new(reading, null, hash, isKeyed: true, CausesOf(reading.Spoilt, !declared.IsHmac || declared.Hash != hash)));
                }
            }

            var isPlain = declared == SignatureMethod.Plaintext;
            found.Add(new(null, received, default, isKeyed: true, CausesOf(null, !isPlain)));
            if (OtherEncoding.TryDecode(received, plusIsSpace: false) is { } decoded && decoded != received)
            {
                found.Add(new(null, decoded, default, isKeyed: true, CausesOf(DoctorCause.SignatureEncodedTwice, !isPlain)));
            }
        }

        if (secrets.RsaKey is not null)
        {
            foreach (var reading in SignatureReading.Of(received).Where(r => !r.IsBeginning))
            {
                if (RsaRecovery.Digest(reading.Octets, secrets.RsaKey) is var (hash, digest))
                {
                    found.Add(new(new(digest, null), null, hash, isKeyed: false, CausesOf(reading.Spoilt, !declared.IsRsa || declared.Hash != hash)));
                }
            }
        }

        // What is as it should be first, then what was spoilt, then another method.
        return [.. found.OrderBy(e => e.Causes.Count).ThenBy(e => e.Causes.Contains(DoctorCause.MethodMismatch)).ThenBy(e => e.IsBeginning)];
    }

    /// <summary>Whether the received signature is made with this base string and key.</summary>
    /// <param name="baseString">What the plan signs.</param>
    /// <param name="key">The plan's key.</param>
    /// <param name="plan">The plan, for a method that has no such key.</param>
    public bool Fits(string baseString, string key, SigningPlan plan)
    {
        if (_verify is not null)
        {
            return _verify(baseString, plan.ConsumerSecret, plan.TokenSecret);
        }

        if (_plain is not null)
        {
            return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(_plain), Encoding.UTF8.GetBytes(key));
        }

        return _reading!.Fits(Compute(baseString, key));
    }

    /// <summary>What the client computed, as text: the value of <c>oauth_signature</c>.</summary>
    public Secret? Signature(string baseString, string key) =>
        _plain is not null ? new Secret(key) : _reading is not null && _isKeyed ? new Secret(Convert.ToBase64String(Compute(baseString, key))) : null;

    private byte[] Compute(string baseString, string key)
    {
        var text = Encoding.UTF8.GetBytes(baseString);
        return _isKeyed ? CryptographicOperations.HmacData(_hash, Encoding.UTF8.GetBytes(key), text) : CryptographicOperations.HashData(_hash, text);
    }

    private static IReadOnlyList<DoctorCause> CausesOf(DoctorCause? spoilt, bool mismatch) =>
        [.. spoilt is null ? [] : new[] { spoilt }, .. mismatch ? new[] { DoctorCause.MethodMismatch } : []];

    private static IEnumerable<HashAlgorithmName> Hashes(SignatureReading reading, SignatureMethod declared) => reading.IsBeginning
        ? declared.IsHmac ? [declared.Hash] : []
        : reading.Octets.Length switch { 16 => [HashAlgorithmName.MD5], 20 => [HashAlgorithmName.SHA1], 32 => [HashAlgorithmName.SHA256], 48 => [HashAlgorithmName.SHA384], 64 => [HashAlgorithmName.SHA512], _ => [] };
}
