namespace ValetKey.OAuth.Tests.Tokens;

public sealed class MemoryTokenStoreTests
{
    private readonly MemoryTokenStore _store = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://www.google.com/calendar/feeds/", "https://www.google.com/calendar/feeds/default", true)]
    [InlineData("https://www.google.com/calendar/feeds/", "http://www.google.com/calendar/feeds/default", true)]
    [InlineData("http://www.google.com/calendar/feeds", "https://WWW.google.com/calendar/feeds/", true)]
    [InlineData("https://www.google.com/calendar/feeds/", "https://www.google.com/calendar/feeds", true)]
    [InlineData("https://apps-apis.google.com/a/feeds/user/#readonly", "https://apps-apis.google.com/a/feeds/user/x", true)]
    [InlineData("https://www.google.com/", "https://www.google.com/anything", true)]
    [InlineData("https://www.google.com/calendar/feeds/", "https://www.google.com/calendar/feeds.evil/", false)]
    [InlineData("https://www.google.com/calendar/feeds", "https://www.google.com/calendar/feedsx", false)]
    [InlineData("https://www.google.com/calendar/feeds/", "https://www.google.com/Calendar/feeds/", false)]
    [InlineData("https://www.google.com/calendar/feeds/", "https://www.google.com/calendar/feeds/../x", false)]
    [InlineData("https://www.google.com/calendar/feeds/", "https://www.google.com:444/calendar/feeds/", false)]
    [InlineData("https://www.google.com/calendar/feeds/", "https://www.google.com.evil.example/calendar/feeds/", false)]
    [InlineData("email", "https://www.google.com/calendar/feeds/", false)]
    public void Scope_covers_what_lies_below_it(string scope, string address, bool covered) => Assert.Equal(covered, ScopeUrl.Covers(scope, new Uri(address)));

    [Fact]
    public async Task Takes_the_token_with_the_longest_scope()
    {
        await AddAsync("wide", "https://apps-apis.google.com/a/feeds/");
        await AddAsync("narrow", "https://apps-apis.google.com/a/feeds/user/");
        await AddAsync("other", "https://docs.google.com/feeds/");
        Assert.Equal("narrow", await FindAsync("https://apps-apis.google.com/a/feeds/user/2.0/liz"));
        Assert.Equal("wide", await FindAsync("https://apps-apis.google.com/a/feeds/nickname/2.0"));
    }

    [Fact]
    public async Task Takes_the_current_token_first_where_it_covers_the_address()
    {
        await AddAsync("narrow", "https://apps-apis.google.com/a/feeds/user/");
        await _store.SetCurrentAsync(new OAuth1Token("wide", "") { Scopes = ["https://apps-apis.google.com/a/feeds/"] }, Stop);
        await AddAsync("other", "https://docs.google.com/feeds/");
        Assert.Equal("wide", await FindAsync("https://apps-apis.google.com/a/feeds/user/2.0/liz"));
        Assert.Equal("other", await FindAsync("https://docs.google.com/feeds/default"));
    }

    [Fact]
    public async Task Falls_back_to_a_token_that_names_no_scopes()
    {
        await _store.AddAsync(new OAuth1Token("pasted", ""), Stop);
        await AddAsync("docs", "https://docs.google.com/feeds/");
        Assert.Equal("docs", await FindAsync("https://docs.google.com/feeds/default"));
        Assert.Equal("pasted", await FindAsync("https://apps-apis.google.com/a/feeds/user/2.0/liz"));
    }

    [Fact]
    public async Task Says_which_scopes_are_at_hand_where_none_covers()
    {
        await AddAsync("docs", "https://docs.google.com/feeds/");
        await AddAsync("calendar", "https://www.google.com/calendar/feeds/");
        var thrown = await Assert.ThrowsAsync<NoTokenForScopeException>(() => FindAsync("https://apps-apis.google.com/a/feeds/user/?secret=1"));
        Assert.Equal(["https://docs.google.com/feeds/", "https://www.google.com/calendar/feeds/"], thrown.ScopesAtHand);
        Assert.Contains("https://docs.google.com/feeds/, https://www.google.com/calendar/feeds/", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_the_two_protocols_apart()
    {
        await _store.AddAsync(new OAuth2Token("bearer", null, null, ["https://docs.google.com/feeds/"]), Stop);
        await Assert.ThrowsAsync<NoTokenForScopeException>(() => FindAsync("https://docs.google.com/feeds/"));
    }

    [Fact]
    public async Task Replaces_a_token_of_the_same_scopes_and_forgets_one_that_is_removed()
    {
        await AddAsync("first", "https://docs.google.com/feeds/");
        await AddAsync("second", "https://docs.google.com/feeds/");
        Assert.Equal("second", await FindAsync("https://docs.google.com/feeds/"));
        await _store.RemoveAsync(Assert.Single(await _store.ListAsync(Stop)), Stop);
        Assert.Empty(await _store.ListAsync(Stop));
    }

    [Fact]
    public async Task Signs_each_request_with_the_token_of_its_scope()
    {
        await AddAsync("docs", "https://docs.google.com/feeds/");
        await AddAsync("users", "https://apps-apis.google.com/a/feeds/user/");
        var credentials = new OAuth1Consumer("example.com", "secret").With(_store);
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1:8080/a/feeds/example.com/user/2.0/liz");
        RequestScope.Set(request, new Uri("https://apps-apis.google.com/a/feeds/user/"));
        await credentials.AuthorizeAsync(request, Stop);
        Assert.Contains("oauth_token=\"users\"", request.Headers.Authorization!.ToString(), StringComparison.Ordinal);
    }

    private Task AddAsync(string token, string scope) => _store.AddAsync(new OAuth1Token(token, "") { Scopes = [scope] }, Stop);

    private async Task<string> FindAsync(string address) => (await _store.FindAsync<OAuth1Token>(new Uri(address), Stop)).Token;
}
