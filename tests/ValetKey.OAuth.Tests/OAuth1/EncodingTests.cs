using CsCheck;

namespace ValetKey.OAuth.Tests.OAuth1;

public sealed class EncodingTests
{
    [Theory]
    [InlineData("abcABC123", "abcABC123")]                      // RFC 5849 section 3.6, and the test cases of its wiki
    [InlineData("-._~", "-._~")]
    [InlineData("%", "%25")]
    [InlineData("+", "%2B")]
    [InlineData("&=*", "%26%3D%2A")]
    [InlineData("\n ", "%0A%20")]
    [InlineData("\u007F\u0080", "%7F%C2%80")]
    [InlineData("、🔑", "%E3%80%81%F0%9F%94%91")]
    [InlineData("1/AbC-dEf", "1%2FAbC-dEf")]
    public void Percent_encoding_leaves_nothing_but_the_unreserved_bare(string plain, string encoded)
    {
        Assert.Equal(encoded, PercentEncoding.Encode(plain));
        Assert.Equal(plain, PercentEncoding.Decode(encoded));
    }

    [Fact]
    public void Percent_encoding_comes_back_for_all_of_unicode() => Any.Text.Sample(text =>
        PercentEncoding.Decode(PercentEncoding.Encode(text)) == text
        && PercentEncoding.Encode(text).All(c => char.IsAsciiLetterOrDigit(c) || "-._~%".Contains(c, StringComparison.Ordinal)));

    [Fact]
    public void Form_encoding_comes_back_for_all_of_unicode() => Any.Parameters.Sample(parameters =>
        FormEncoding.Decode(FormEncoding.Encode(parameters)).SequenceEqual(parameters));

    [Fact]
    public void Encoding_refuses_a_lone_surrogate() => Any.Broken.Sample(broken =>
    {
        Assert.Throws<ArgumentException>(() => PercentEncoding.Encode(broken));
        Assert.Throws<ArgumentException>(() => FormEncoding.Encode([new(broken, "")]));
        Assert.Throws<ArgumentException>(() => FormEncoding.Encode([new("", broken)]));
        Assert.Throws<ArgumentException>(() => NormalizedParameters.Of([new("a", broken)]));
        Assert.Throws<FormatException>(() => PercentEncoding.Decode(broken));
    });

    [Theory]
    [InlineData("%")]
    [InlineData("%4")]
    [InlineData("%4g")]
    [InlineData("%%41")]
    [InlineData("%４１")]                                          // full-width digits
    [InlineData("%ff")]
    [InlineData("%C3")]
    [InlineData("%C0%AF")]                                      // an overlong slash
    [InlineData("%ED%A0%80")]                                   // an encoded surrogate
    [InlineData("a%F4%90%80%80")]                               // beyond Unicode
    public void Decoding_refuses_what_is_no_escape_or_no_utf8(string encoded)
    {
        Assert.Throws<FormatException>(() => PercentEncoding.Decode(encoded));
        Assert.Throws<FormatException>(() => FormEncoding.Decode("a=" + encoded));
    }

    [Fact]
    public void Decoding_never_fails_otherwise() => Any.Text.Sample(text =>
    {
        try
        {
            FormEncoding.Decode(text);
            PercentEncoding.Decode(text);
        }
        catch (FormatException)
        {
            // Refused, which is an answer.
        }
    });

    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a=")]
    [InlineData("a&&b=", "a=;b=")]
    [InlineData("a=b=c", "a=b=c")]
    [InlineData("a+b=c%2Bd+e", "a b=c+d e")]
    [InlineData("=v&a=1", "=v;a=1")]
    [InlineData("a=1&a=1&A=2", "a=1;a=1;A=2")]
    [InlineData("r=a:b/c?d@e", "r=a:b/c?d@e")]
    public void Form_is_read_in_its_order(string form, string pairs) =>
        Assert.Equal(pairs, string.Join(';', FormEncoding.Decode(form).Select(p => $"{p.Name}={p.Value}")));
}
