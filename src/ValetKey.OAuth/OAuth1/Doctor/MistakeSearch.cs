namespace ValetKey.OAuth;

/// <summary>Tries the known mistakes on a request, singly and then in pairs, until the received signature comes out.</summary>
internal sealed class MistakeSearch(SigningPlan right, IReadOnlyList<SignatureEvidence> evidence)
{
    private const int MostTries = 12_000;
    private const long MostCharacters = 10_000_000;     // of all base strings together: less than a second of work
    private const int MostAlternatives = 8;

    private readonly string _rightBase = right.BaseString();
    private readonly string _rightKey = right.Key;
    private long _characters;

    /// <summary>Signatures compared.</summary>
    public int Tried { get; private set; }

    /// <summary>Whether it stopped before it had tried everything.</summary>
    public bool IsCutShort => Tried >= MostTries || _characters >= MostCharacters;

    /// <summary>All explanations of the least number of causes, the plainest first; empty where there is none.</summary>
    public IReadOnlyList<Explained> Run()
    {
        if (evidence.Count == 0)
        {
            return [];
        }

        List<Explained> found = [.. Fitting(_rightBase, _rightKey, right).Select(e => new Explained([], e, _rightBase, _rightKey))];
        if (!found.Exists(e => e.Causes.Count == 0))
        {
            found.AddRange(Singles());
        }

        var least = found.Count == 0 ? 2 : found.Min(e => e.Causes.Count);
        found = [.. found.Where(e => e.Causes.Count == least)];

        // Where the signature covers the base string, one and the same signature means one and the same base string, so that pairs have nothing to add.
        return Distinct(least == 2 && found.TrueForAll(e => !e.Evidence.CoversBaseString) ? found.Concat(Pairs()) : found);
    }

    private IEnumerable<Explained> Singles() => Mistake.All.SelectMany(mistake => Tries(mistake, right, _rightBase, _rightKey, alone: true))
        .SelectMany(t => Fitting(t.BaseString, t.Key, t.Variant.Plan).Select(e => (t.Variant.AloneOnly, Hit: new Explained([(t.Mistake.Cause, t.Variant.Detail)], e, t.BaseString, t.Key))))
        .OrderBy(found => found.AloneOnly)
        .Select(found => found.Hit);

    private List<Explained> Pairs()
    {
        var found = new List<Explained>();
        foreach (var first in Mistake.All.SelectMany(mistake => Tries(mistake, right, _rightBase, _rightKey, alone: false)).ToList())
        {
            foreach (var second in Mistake.All.Where(m => m.Cause != first.Mistake.Cause && IsAfter(first.Mistake, m)))
            {
                foreach (var both in Tries(second, first.Variant.Plan, first.BaseString, first.Key, alone: false))
                {
                    if (IsCutShort)
                    {
                        return found;
                    }

                    found.AddRange(Fitting(both.BaseString, both.Key, both.Variant.Plan).Where(e => e.Causes.Count == 0).Select(e => new Explained(
                        [(first.Mistake.Cause, first.Variant.Detail), (second.Cause, both.Variant.Detail)], e, both.BaseString, both.Key)));
                }
            }
        }

        return found;
    }

    // The variants that change something, with what they sign. One of them twice is left out.
    private IEnumerable<(Mistake Mistake, Variant Variant, string BaseString, string Key)> Tries(Mistake mistake, SigningPlan before, string baseString, string key, bool alone)
    {
        var seen = new HashSet<(string, string)> { (baseString, key) };
        foreach (var variant in mistake.Variants(before).Where(v => alone || !v.AloneOnly))
        {
            if (IsCutShort)
            {
                yield break;
            }

            if (!ReferenceEquals(variant.Plan, before) && Signed(variant.Plan) is var (changed, changedKey) && seen.Add((changed, changedKey)))
            {
                yield return (mistake, variant, changed, changedKey);
            }
        }
    }

    private (string BaseString, string Key) Signed(SigningPlan plan)
    {
        var baseString = plan.BaseString();
        _characters += baseString.Length;
        return (baseString, plan.Key);
    }

    // Something that was cut counts only where it does not fit as a whole.
    private List<SignatureEvidence> Fitting(string baseString, string key, SigningPlan plan)
    {
        Tried++;
        List<SignatureEvidence> fitting = [.. evidence.Where(e => e.Fits(baseString, key, plan))];
        return fitting.Count < 2 ? fitting : [.. fitting.Where(e => e.Causes.Count == fitting[0].Causes.Count && (!e.IsBeginning || fitting[0].IsBeginning))];
    }

    // Within a stage either mistake can come first; a later stage never does.
    private static bool IsAfter(Mistake first, Mistake second) => second.Stage >= first.Stage;

    private static List<Explained> Distinct(IEnumerable<Explained> found) =>
        [.. found.DistinctBy(e => string.Join('+', e.Causes.Select(c => c.Id).Order(StringComparer.Ordinal)), StringComparer.Ordinal).Take(MostAlternatives)];
}
