using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ValetKey.Server.OAuth2;

namespace ValetKey.Server.Tests.OAuth2;

public sealed class OAuth2OptionsTests
{
    [Theory]
    [InlineData("RequestLifetime", "00:00:01", "write a quarter of an hour as 00:15:00")]
    [InlineData("CodeLifetime", "01:00:00", "write five minutes as 00:05:00")]
    [InlineData("AccessTokenLifetime", "2.00:00:00", "write one hour as 01:00:00")]
    [InlineData("RefreshLeeway", "-00:00:01", "write ten seconds as 00:00:10")]
    public void Out_of_range_are_refused_with_a_sentence_that_shows_the_right_form(string name, string value, string words)
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Read(name, value));
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_an_unknown_name_are_refused() => Assert.Contains("CodeLifetme", Assert.Throws<InvalidOperationException>(() => Read("CodeLifetme", "00:01:00")).Message, StringComparison.Ordinal);

    [Fact]
    public void Within_range_are_taken() => Assert.Equal(TimeSpan.FromMinutes(1), Read("CodeLifetime", "00:01:00").CodeLifetime);

    private static OAuth2Options Read(string name, string value)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>("OAuth2:" + name, value)]).Build());
        services.AddOAuth2();
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<OAuth2Options>>().Value;
    }
}
