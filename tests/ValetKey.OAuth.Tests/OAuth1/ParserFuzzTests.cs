using System.Globalization;
using System.Text;

namespace ValetKey.OAuth.Tests.OAuth1;

/// <summary>Hostile input for the readers of header, form, target and redirect. <c>FUZZ_COUNT</c> sets how many, <c>FUZZ_SEED</c> repeats a run; <c>eng/fuzz.sh</c> sets both.</summary>
public sealed class ParserFuzzTests
{
    private static readonly string[] Seeds =
    [
        "OAuth realm=\"Photos\", oauth_consumer_key=\"dpf43f3p2l4k3l03\", oauth_token=\"1%2FAbC\", oauth_signature_method=\"HMAC-SHA1\", oauth_timestamp=\"1700000000\", oauth_nonce=\"kllo\", oauth_version=\"1.0\", oauth_signature=\"tR3%2BTy81lMeYAr%2FFid0kMTYa%2FWM%3D\"",
        "OAuth realm=\"a\\\"b\\\\\" , ,oauth_token=\"\"",
        "a=b&c=d+e&f=%C3%A9&%F0%9F%94%91=&=&&g",
        "/r?a=b%20c&oauth_token=x#f",
        "http://user@example.com:80/a/../b?x=%7E",
        "?oauth_token=4%2Fabc&oauth_verifier=v&denied=x&oauth_problem=permission_denied",
        "oauth_problem=timestamp_refused&oauth_acceptable_timestamps=1-2&oauth_problem_advice=a",
        "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----",
    ];

    private static readonly string[] Pieces = ["%", "%2", "%00", "%zz", "%ff", "%C0%AF", "\"", "\\", ",", "=", "&", ";", "+", " ", "\t", "\0", "\r\n", "é", "\ud800", "\udc00", "🔑", "oauth_", "OAuth ", "realm=", "/", "?", "#", "://", "@", "-", "0"];

    [Fact]
    public void No_input_brings_another_exception_than_the_documented_one()
    {
        var count = Setting("FUZZ_COUNT") ?? 1_000_000;
        var seed = Setting("FUZZ_SEED") ?? 20_070_404;
        var random = new Fuzz((ulong)seed);
        var verifier = new RequestVerifier(new MemoryVerifierStore(), new MemoryNonceStore(TimeProvider.System, TimeSpan.FromMinutes(5)), new(), TimeProvider.System);
        var consumer = new VerifiedConsumer("dpf43f3p2l4k3l03", "s", [], SignatureMethod.All, Enabled: true) { MayActAlone = true };
        for (var at = 0; at < count; at++)
        {
            var input = random.Mutated(Seeds[random.Below(Seeds.Length)]);
            try
            {
                Read(input, at, verifier, consumer);
            }
            catch (Exception unexpected) when (unexpected is not OperationCanceledException)
            {
                Assert.Fail($"FUZZ_SEED={seed}, input {at}: {Escaped(input)}\n{unexpected}");
            }
        }
    }

    // Each input goes to the reader that it fits and, in turn, to another one.
    private static void Read(string input, int at, RequestVerifier verifier, VerifiedConsumer consumer)
    {
        if (AuthorizationHeader.TryParse(input, out var header, out var whyNot))
        {
            Assert.True(header.Parameters.Any(p => p.Name.Any(char.IsSurrogate)) || AuthorizationHeader.TryParse(header.ToString(), out _, out _));
        }
        else
        {
            Assert.NotEmpty(whyNot);
        }

        Documented<FormatException>(() => FormEncoding.Decode(input));
        switch (at % 5)
        {
            case 0:
                Documented<FormatException>(() => PercentEncoding.Decode(input));
                break;
            case 1:
                verifier.IsSigned(new("GET", "http", "example.com", "/r?a=b", input), consumer, null);
                verifier.IsSigned(new("POST", "http", "example.com", input, Seeds[0], "application/x-www-form-urlencoded", input), consumer, null);
                break;
            case 2:
                OAuth1Redirect.Parse(input);
                break;
            case 3:
                OAuthProblem.Read(401, input, input);
                break;
            default:
                Documented<ArgumentException>(() => new OAuth1Consumer("k", "s").WithoutToken().HeaderFor("GET", input));
                break;
        }
    }

    private static void Documented<TException>(Action read) where TException : Exception
    {
        try
        {
            read();
        }
        catch (TException)
        {
            // Refused, which is an answer.
        }
    }

    private static long? Setting(string name) => long.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string Escaped(string input) => string.Concat(input.Select(c => c is >= ' ' and <= '~' ? c.ToString() : $"\\u{(int)c:X4}"));

    /// <summary>Pseudo-random changes that a seed repeats on every machine.</summary>
    private sealed class Fuzz(ulong seed)
    {
        private ulong _state = seed;

        public int Below(int limit)
        {
            _state = _state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407;      // Knuth's linear congruence
            return (int)((_state >> 33) % (ulong)limit);
        }

        public string Mutated(string original)
        {
            var text = new StringBuilder(original);
            for (var changes = Below(6); changes >= 0; changes--)
            {
                var at = Below(text.Length + 1);
                switch (Below(5))
                {
                    case 0:
                        text.Insert(at, Pieces[Below(Pieces.Length)]);
                        break;
                    case 1:
                        text.Remove(at, Math.Min(Below(8), text.Length - at));
                        break;
                    case 2 when at < text.Length:
                        text[at] = (char)(Below(4) == 0 ? Below(0x10000) : Below(0x80));
                        break;
                    case 3:
                        text.Length = at;
                        break;
                    default:
                        var from = Below(text.Length + 1);
                        text.Insert(at, text.ToString(from, Math.Min(Below(20), text.Length - from)));
                        break;
                }
            }

            return text.ToString();
        }
    }
}
