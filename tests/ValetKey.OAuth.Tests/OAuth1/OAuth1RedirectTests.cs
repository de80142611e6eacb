namespace ValetKey.OAuth.Tests.OAuth1;

public sealed class OAuth1RedirectTests
{
    [Theory]
    [InlineData("http://127.0.0.1/cb?x=1&oauth_token=4%2Fabc&oauth_verifier=v%2Be")]
    [InlineData("?oauth_verifier=v%2Be&oauth_token=4%2Fabc")]
    public void With_a_verifier_is_allowed(string redirect) =>
        Assert.Equal(new OAuth1Redirect.Allowed("4/abc", "v+e"), OAuth1Redirect.Parse(redirect));

    [Theory]
    [InlineData("?oauth_token=4%2Fabc&oauth_problem=permission_denied")]
    [InlineData("?oauth_token=4%2Fabc&oauth_problem=user_refused&oauth_verifier=v")]
    [InlineData("?denied=4%2Fabc")]
    public void Of_a_user_who_declined_is_a_value(string redirect) =>
        Assert.Equal(new OAuth1Redirect.Denied("4/abc"), OAuth1Redirect.Parse(new Uri("http://127.0.0.1/cb" + redirect)));

    [Theory]
    [InlineData("http://127.0.0.1/cb", "parameter_absent")]
    [InlineData("?oauth_token=4%2Fabc", "parameter_absent")]
    [InlineData("?oauth_token=%zz", "parameter_rejected")]
    [InlineData("?oauth_token=t&oauth_problem=token_expired", "token_expired")]
    public void Of_anything_else_says_what_is_wrong(string redirect, string problem) =>
        Assert.Equal(problem, Assert.IsType<OAuth1Redirect.Failed>(OAuth1Redirect.Parse(redirect)).Problem.Code);
}
