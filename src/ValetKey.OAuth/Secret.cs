using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace ValetKey.OAuth;

/// <summary>Text that must not be shown: a consumer secret, a token secret, an access or refresh token. Printing it gives <c>•••</c>.</summary>
[DebuggerDisplay("•••")]
public sealed class Secret : IEquatable<Secret>
{
    private readonly string _value;

    /// <param name="value">Plain text, not percent-encoded; may be empty, which differs from absent.</param>
    public Secret(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The secret of a consumer or token that has none. It signs with an empty half of the key (RFC 5849 §3.4.2).</summary>
    public static Secret Empty { get; } = new("");

    /// <summary>Whether there is no text in it.</summary>
    public bool IsEmpty => _value.Length == 0;

    /// <summary>The text itself. The one way out of this type, so that every use can be searched for.</summary>
    public string Reveal() => _value;

    /// <summary>Makes a secret of a text, so that a literal can stand where a secret is expected.</summary>
    public static implicit operator Secret(string value) => new(value);

    /// <summary>Equal text, compared in a time that does not depend on where the two differ.</summary>
    public bool Equals(Secret? other) => other is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(_value), Encoding.UTF8.GetBytes(other._value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Secret);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);

    /// <summary>Always <c>•••</c>.</summary>
    public override string ToString() => "•••";
}
