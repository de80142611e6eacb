using System.Text;
using CsCheck;

namespace ValetKey.OAuth.Tests;

/// <summary>Generated input.</summary>
internal static class Any
{
    /// <summary>A character of all of Unicode, the awkward ones often.</summary>
    private static readonly Gen<Rune> Character = Gen.Frequency(
        (4, Gen.Int[0x20, 0x7E]),
        (2, Gen.OneOf("&=+%/?#;,|\"\\'~*!()[]@: \0\r\n\tİıßé世".Select(c => (int)c).ToArray())),
        (2, Gen.Int[0, 0xD7FF]),
        (1, Gen.Int[0xE000, 0xFFFF]),
        (1, Gen.Int[0x1_0000, 0x10_FFFF])).Select(value => new Rune(value));

    public static Gen<string> Text { get; } = Character.Array[0, 12].Select(runes => string.Concat(runes));

    public static Gen<string> Name { get; } = Text.Where(text => !text.Contains('\0', StringComparison.Ordinal) && !text.StartsWith("oauth_", StringComparison.Ordinal));

    public static Gen<Parameter> Parameter { get; } = Gen.Select(Name, Text, (name, value) => new Parameter(name, value));

    public static Gen<Parameter[]> Parameters { get; } = Parameter.Array[0, 6];

    /// <summary>A text with half of a surrogate pair in it.</summary>
    public static Gen<string> Broken { get; } = Gen.Select(Text, Gen.OneOf(Gen.Int[0xD800, 0xDBFF], Gen.Int[0xDC00, 0xDFFF]), Gen.OneOf("", "a", "é", "a🔑"),
        (before, half, after) => before + (char)half + after);

    public static Gen<SignatureMethod> SignatureMethod { get; } = Gen.OneOf([.. OAuth.SignatureMethod.All.Where(m => !m.IsRsa)]);

    public static Gen<ParameterTransmission> Transmission { get; } = Gen.OneOf(Enum.GetValues<ParameterTransmission>());
}
