using System.Globalization;

namespace ValetKey.GData.Atom;

/// <summary>A document goes beyond <see cref="AtomLimits"/>. The reader that met it adds the place.</summary>
internal sealed class OverLimitException(string message, bool isTooLarge) : Exception(message)
{
    public bool IsTooLarge => isTooLarge;

    public static OverLimitException Document(long maxBytes) =>
        new($"The document is larger than {maxBytes.ToString(CultureInfo.InvariantCulture)} bytes.", isTooLarge: true);

    public static OverLimitException Value() => new($"A name, attribute or text is larger than {AtomLimits.Value} bytes.", isTooLarge: false);
}
