using System.Text.RegularExpressions;

namespace ValetKey.Architecture;

/// <summary>A type is named for what it is.</summary>
public sealed partial class TypeNames
{
    [Fact]
    public void Say_more_than_helper_manager_util_or_common() => Breaches.None(Code.Types.Where(type => SaysNothing().IsMatch(type.Name)).Select(type => type.FullName));

    [Theory]
    [InlineData("UrlHelper")]
    [InlineData("TokenManager`1")]
    [InlineData("StringUtils")]
    [InlineData("Common")]
    public void Are_refused_when_they_say_nothing(string name) => Assert.Matches(SaysNothing(), name);

    [GeneratedRegex(@"(Helpers?|Managers?|Utils?|Utility|Utilities|Common)(`\d+)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SaysNothing();
}
