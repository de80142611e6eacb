namespace ValetKey.OAuth.Tests.OAuth2;

public sealed class RedirectResultTests
{
    [Theory]
    [InlineData("?code=a&code=b")]
    [InlineData("?code=a&state=s&state=s")]
    [InlineData("?code=a#code=b")]
    [InlineData("?code=%zz")]
    [InlineData("?code=%ff")]
    public void Of_a_repeated_or_malformed_parameter_is_refused(string redirect) =>
        Assert.Equal("malformed_redirect", Assert.IsType<RedirectResult.Failed>(RedirectResult.Read(redirect, null)).Error.Code);

    [Theory]
    [InlineData("?error=access_denied&state=other")]
    [InlineData("?error=access_denied")]
    public void Of_a_decline_counts_only_with_its_state(string redirect) =>
        Assert.Equal("state_mismatch", Assert.IsType<RedirectResult.Failed>(RedirectResult.Read(redirect, "mine")).Error.Code);

    [Theory]
    [InlineData("?code=a&iss=https%3A%2F%2Fevil.example")]
    [InlineData("?code=a&iss=https%3A%2F%2Flogin.example%2F")]
    [InlineData("?code=a")]
    public void Of_another_issuer_is_refused(string redirect) =>
        Assert.Equal("issuer_mismatch", Assert.IsType<RedirectResult.Failed>(RedirectResult.Read(redirect, null, "https://login.example")).Error.Code);

    [Fact]
    public void Of_the_expected_issuer_is_taken() =>
        Assert.IsType<RedirectResult.Code>(RedirectResult.Read("?code=a&iss=https%3A%2F%2Flogin.example", null, "https://login.example"));

    [Fact]
    public void Of_nothing_misses_its_code() =>
        Assert.Equal("missing_code", Assert.IsType<RedirectResult.Failed>(RedirectResult.Read(null, null)).Error.Code);
}
