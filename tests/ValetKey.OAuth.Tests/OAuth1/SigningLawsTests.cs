using System.Text;
using CsCheck;

namespace ValetKey.OAuth.Tests.OAuth1;

public sealed class SigningLawsTests
{
    [Fact]
    public void No_two_different_requests_share_a_base_string() => Gen.Select(Request, Request).Sample((a, b) =>
        (a.Essence == b.Essence) == (a.BaseString == b.BaseString));

    [Fact]
    public void A_request_changed_in_one_place_has_another_base_string() => Gen.Select(Request, Any.Parameter, Gen.Int[0, 3]).Sample((request, parameter, place) =>
    {
        var changed = place switch
        {
            0 => request with { Method = "DELETE" },
            1 => request with { Path = request.Path + "%2F" },
            2 => request with { Authority = "other.example" },
            _ => request with { Parameters = [.. request.Parameters, parameter] },
        };
        return changed.BaseString != request.BaseString;
    });

    [Fact]
    public void Percent_encoding_comes_back_for_every_character_of_unicode()
    {
        for (var value = 0; value <= 0x10FFFF; value++)
        {
            if (!Rune.IsValid(value))
            {
                var lone = ((char)value).ToString();
                Assert.Throws<ArgumentException>(() => PercentEncoding.Encode(lone));
                Assert.Throws<FormatException>(() => PercentEncoding.Decode(lone));
                continue;
            }

            var text = new Rune(value).ToString();
            var encoded = PercentEncoding.Encode(text);
            if (PercentEncoding.Decode(encoded) != text || encoded.AsSpan().ContainsAnyExceptInRange('%', '~') || FormEncoding.Decode(FormEncoding.Encode([new(text, text)]))[0] != new Parameter(text, text))
            {
                Assert.Fail($"U+{value:X4} does not come back.");
            }
        }
    }

    // Method, scheme and authority count without their case and default port, an empty path as /, the parameters as a bag: nothing else is alike (RFC 5849 section 3.4.1).
    private static readonly Gen<Signed> Request = Gen.Select(Gen.OneOf("GET", "POST", "get"), Gen.OneOf("http", "https"), Gen.OneOf("a.example", "A.example", "a.example:80", "a.example:443", "a.example:8080"),
        Gen.OneOf("", "/", "/a", "/a%26b", "/a&b", "/a?"), Few, (method, scheme, authority, path, parameters) => new Signed(method, scheme, authority, path, parameters));

    private static Gen<Parameter[]> Few => Gen.Select(Gen.OneOf("a", "a=", "a%3D", "b", "=", ""), Gen.OneOf("", "1", "&", "1&b=2", "%26", "=1"), (name, value) => new Parameter(name, value)).Array[0, 3];

    private sealed record Signed(string Method, string Scheme, string Authority, string Path, Parameter[] Parameters)
    {
        public string BaseString => SignatureBaseString.Of(Method, BaseStringUri.Of(Scheme, Authority, Path), Parameters);

        public string Essence
        {
            get
            {
                var port = Scheme == "http" ? ":80" : ":443";
                var authority = Authority.ToLowerInvariant();
                return string.Join('\n', Method.ToUpperInvariant(), Scheme, authority.EndsWith(port, StringComparison.Ordinal) ? authority[..^port.Length] : authority, Path.Length == 0 ? "/" : Path,
                    string.Join('\n', Parameters.Select(p => $"{p.Name.Length}:{p.Name}{p.Value}").Order(StringComparer.Ordinal)));
            }
        }
    }
}
