using CsCheck;

namespace ValetKey.OAuth.Tests.OAuth1;

public sealed class IsSignedTests
{
    private static readonly OAuth1Consumer Consumer = new("example.com", "se/cret");
    private static readonly OAuth1Token Token = new("1/AbC-dEf", "to&ken");
    private static readonly Checks Server = new(Consumer, [Token]);

    [Fact]
    public async Task Agrees_with_the_whole_verification() => await Gen.Select(Any.SignatureMethod, Any.Transmission, Any.Parameters, Any.Parameters, Gen.Bool, Gen.Int[0, 4]).SampleAsync(
        async (method, transmission, query, form, hasToken, mutation) =>
        {
            OAuth1Token? token = hasToken ? Token : null;
            var consumer = Consumer with { SignatureMethod = method, Transmission = transmission };
            using var request = new HttpRequestMessage(HttpMethod.Post, "http://127.0.0.1:8080/r?" + FormEncoding.Encode(query));
            if (form.Length > 0)
            {
                request.Content = FormContent.Of(form);
            }

            await (token is null ? consumer.WithoutToken() : consumer.With(token)).AuthorizeAsync(request, TestContext.Current.CancellationToken);
            var received = Mutated(await Checks.Received(request), mutation);
            Assert.Equal(await Server.ProblemOf(received) is null, Server.IsSigned(received, token));
        }, iter: 400);

    [Theory]
    [InlineData("OAuth realm=\"a\", ")]
    [InlineData("oauth \t,, ")]
    public void Reads_the_header_in_all_its_forms(string start)
    {
        var header = Consumer.With(Token).HeaderFor("GET", "http://127.0.0.1/r?a=b");
        Assert.True(Server.IsSigned(new("GET", "http", "127.0.0.1", "/r?a=b", start + header["OAuth ".Length..]), Token));
    }

    [Theory]
    [InlineData("/r?a=b&oauth_nonce=x")]
    [InlineData("/r?a=b&oauth_token=x")]
    [InlineData("/r?a=c")]
    [InlineData("/r?a=b;c=d")]
    [InlineData("/r?a=b&%6Fauth_version=1.0")]
    [InlineData("/r?a=b#c")]
    [InlineData("r?a=b")]
    [InlineData("/r?a=%zz")]
    public void Refuses_what_is_not_what_was_signed(string target) =>
        Assert.False(Server.IsSigned(new("GET", "http", "127.0.0.1", target, Consumer.With(Token).HeaderFor("GET", "http://127.0.0.1/r?a=b")), Token));

    [Fact]
    public void Refuses_another_token_another_consumer_and_none()
    {
        var signed = new ReceivedRequest("GET", "http", "127.0.0.1", "/r", Consumer.With(Token).HeaderFor("GET", "http://127.0.0.1/r"));
        Assert.False(Server.IsSigned(signed, null));
        Assert.False(Server.IsSigned(signed, Token with { Token = "1/other" }));
        Assert.False(Server.IsSigned(signed, Token with { TokenSecret = "other" }));
        Assert.False(Server.IsSigned(signed with { Authorization = null }, Token));
        Assert.False(Server.IsSigned(new("GET", "http", "127.0.0.1", "/r", new OAuth1Consumer("other.example.com", "se/cret").With(Token).HeaderFor("GET", "http://127.0.0.1/r")), Token));
    }

    [Fact]
    public void Takes_no_memory_for_a_plain_request()
    {
        var signed = new ReceivedRequest("GET", "http", "127.0.0.1", "/r?q=a%20b&c=d", Consumer.With(Token).HeaderFor("GET", "http://127.0.0.1/r?q=a%20b&c=d"));
        var token = new VerifiedToken(Token.Token, Token.TokenSecret, Consumer.Key, OAuth1TokenState.Access);
        var verifier = new RequestVerifier(new MemoryVerifierStore(), new MemoryNonceStore(TimeProvider.System, TimeSpan.FromMinutes(5)), new(), TimeProvider.System);
        Assert.True(verifier.IsSigned(signed, Server.Consumer, token));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            verifier.IsSigned(signed, Server.Consumer, token);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Signing_takes_the_memory_of_its_header()
    {
        var credentials = Consumer.With(Token);
        var header = credentials.HeaderFor("GET", "http://127.0.0.1/r?q=a%20b&c=d");
        for (var i = 0; i < 100; i++)
        {
            credentials.HeaderFor("GET", "http://127.0.0.1/r?q=a%20b&c=d");     // the random bytes of a batch are fetched into the same place
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        credentials.HeaderFor("GET", "http://127.0.0.1/r?q=a%20b&c=d");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 2 * header.Length + 64);
    }

    private static ReceivedRequest Mutated(ReceivedRequest request, int mutation) => mutation switch
    {
        1 => request with { Method = "PUT" },
        2 => request with { RawTarget = request.RawTarget + "&x" },
        3 => request with { Authorization = request.Authorization?.Replace('A', 'B') },
        4 => request with { Authority = "127.0.0.1:8081" },
        _ => request,
    };
}
