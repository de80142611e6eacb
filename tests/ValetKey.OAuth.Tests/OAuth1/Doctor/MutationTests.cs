using System.Text.RegularExpressions;

namespace ValetKey.OAuth.Tests.OAuth1.Doctor;

/// <summary>Thousands of wrong signatures made from the right ones, and the share of them whose cause is named exactly.</summary>
public sealed partial class MutationTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<string> Names = [.. SignatureCase.All.EnumerateArray().Select(c => c.Text("name")!)];

    [Fact]
    public void Each_single_mistake_is_named()
    {
        var score = new Score();
        foreach (var name in Names)
        {
            foreach (var mutation in Mutation.All)
            {
                score.Add(name, Try(name, mutation));
            }
        }

        output.WriteLine(score.ToString());
        Assert.True(score.Count > 2500, score.ToString());
        Assert.Empty(score.WronglyCertain);
        Assert.True(score.Exact == score.Count, score.ToString());
    }

    [Fact]
    public void Nearly_each_pair_of_mistakes_is_named()
    {
        const int Tries = 1000;
        var random = new Random(5849);      // the same pairs in each run
        var made = Names.ToDictionary(name => name, name => Mutation.All.Where(m => Changes(name, m)).ToList(), StringComparer.Ordinal);
        var score = new Score();
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var name = Names[random.Next(Names.Count)];
            var (first, second) = (random.Next(made[name].Count), random.Next(made[name].Count));
            if (first != second)
            {
                score.Add(name, Try(name, made[name][Math.Min(first, second)], made[name][Math.Max(first, second)]));
            }
        }

        output.WriteLine(score.ToString());
        Assert.Empty(score.WronglyCertain);
        Assert.True(score.Exact >= score.Count * 0.95, score.ToString());
    }

    private static bool Changes(string name, Mutation mutation)
    {
        var known = SignatureCase.Named(name);
        var client = new SloppyClient(known, known.Header);
        mutation.Make(client);
        return client.Spoil(client.Signature()) != known.Signature;
    }

    private static Attempt? Try(string name, params Mutation[] mutations)
    {
        var known = SignatureCase.Named(name);
        string Sent(SloppyClient client) => client.Spoil(client.Signature());
        SloppyClient Client(IEnumerable<Mutation> made)
        {
            var sloppy = new SloppyClient(known, known.Header);
            foreach (var mutation in made)
            {
                mutation.Make(sloppy);
            }

            return sloppy;
        }

        // A mistake that changes nothing, here or beside the other one, is none.
        var client = Client(mutations);
        var sent = Sent(client);
        if (sent == known.Signature || mutations.Length > 1 && mutations.Any(m => Sent(Client([m])) == sent))
        {
            return null;
        }

        var diagnosis = SignatureDoctor.Examine(Request(known, sent), Secrets(known));
        string[] expected = [.. mutations.Select(m => m.Id).Order(StringComparer.Ordinal)];
        bool IsExpected(IEnumerable<DoctorCause> causes) => causes.Select(c => c.Id).Order(StringComparer.Ordinal).SequenceEqual(expected);
        var found = diagnosis.Findings.Select(f => f.Cause).ToList();
        var isRsa = known.SignatureMethod.IsRsa;
        var isPlain = known.SignatureMethod == SignatureMethod.Plaintext;
        var isTrue = (isPlain || diagnosis.ClientBaseString == client.BaseString()) && (isRsa || diagnosis.ClientSigningKey?.Reveal() == client.Key);
        return new(
            string.Join('+', expected),
            string.Join('+', found.Select(c => c.Id)),
            IsExpected(found) || diagnosis.Alternatives.Any(IsExpected),
            diagnosis.Certainty == Certainty.Known && !isTrue && !IsExpected(found) && !diagnosis.Alternatives.Any(IsExpected),
            isTrue && diagnosis.Certainty == Certainty.Known);
    }

    internal static DoctorRequest Request(SignatureCase known, string signature)
    {
        var encoded = SloppyClient.Rfc3986(signature);
        string With(string text) => InForm().Replace(text, "oauth_signature=" + encoded);
        List<Parameter> headers = [];
        if (known.Header is { } header)
        {
            headers.Add(new("Authorization", InHeader().Replace(header, $"oauth_signature=\"{encoded}\"")));
        }

        if ((known.Form ?? known.Body) is not null)
        {
            headers.Add(new("Content-Type", known.ContentType ?? "application/x-www-form-urlencoded"));
        }

        return new(known.Method, With(known.Url), headers, known.Form is null ? known.Body : With(known.Form));
    }

    internal static DoctorSecrets Secrets(SignatureCase known) => known.SignatureMethod.IsRsa
        ? new() { RsaKey = known.PrivateKey }
        : new() { ConsumerSecret = known.ConsumerSecret, TokenSecret = known.TokenSecret };

    [GeneratedRegex("(?<=^|[?&])oauth_signature=[^&#]*")]
    private static partial Regex InForm();

    [GeneratedRegex("oauth_signature=\"[^\"]*\"")]
    private static partial Regex InHeader();

    private sealed record Attempt(string Expected, string Found, bool IsExact, bool IsWronglyCertain, bool HasTheBytes);

    private sealed class Score
    {
        private readonly List<(string Name, Attempt Attempt)> _attempts = [];

        public int Count => _attempts.Count;

        public int Exact => _attempts.Count(a => a.Attempt.IsExact);

        public IEnumerable<string> WronglyCertain => _attempts.Where(a => a.Attempt.IsWronglyCertain).Select(a => $"{a.Name}: {a.Attempt}");

        public void Add(string name, Attempt? attempt)
        {
            if (attempt is not null)
            {
                _attempts.Add((name, attempt));
            }
        }

        public override string ToString() =>
            $"{Exact} of {Count} wrong signatures named exactly ({100.0 * Exact / Count:0.00} %), {_attempts.Count(a => a.Attempt.HasTheBytes)} with the very bytes that were signed, {WronglyCertain.Count()} wrongly certain.\n"
            + string.Join('\n', _attempts.Where(a => !a.Attempt.IsExact).GroupBy(a => (a.Attempt.Expected, a.Attempt.Found)).OrderByDescending(g => g.Count()).Take(60)
                .Select(g => $"{g.Count()} × {g.Key.Expected} was found as {g.Key.Found}, as in {g.First().Name}"));
    }
}
