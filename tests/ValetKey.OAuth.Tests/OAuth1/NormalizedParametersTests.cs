using CsCheck;

namespace ValetKey.OAuth.Tests.OAuth1;

public sealed class NormalizedParametersTests
{
    [Fact]
    public void Are_sorted_by_encoded_name_then_by_encoded_value() => Assert.Equal(                     // RFC 5849 §3.4.1.3.2
        "a3=2%20q&a3=a&c%40=&c2=", NormalizedParameters.Of([new("c2", ""), new("a3", "a"), new("c@", ""), new("a3", "2 q")]));

    [Fact]
    public void Are_empty_for_none() => Assert.Equal("", NormalizedParameters.Of([]));

    [Fact]
    public void Do_not_depend_on_the_order_of_arrival() => Any.Parameters
        .SelectMany(sent => Gen.Shuffle(sent), (sent, shuffled) => (sent, shuffled))
        .Sample(p => NormalizedParameters.Of(p.sent) == NormalizedParameters.Of(p.shuffled));

    [Fact]
    public void Say_the_same_only_of_the_same_parameters() => Gen.Select(Any.Parameters, Any.Parameters)
        .Sample((a, b) => NormalizedParameters.Of(a) == NormalizedParameters.Of(b)
            == Sorted(a).SequenceEqual(Sorted(b)));

    private static IOrderedEnumerable<Parameter> Sorted(Parameter[] parameters) =>
        parameters.OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Value, StringComparer.Ordinal);
}
