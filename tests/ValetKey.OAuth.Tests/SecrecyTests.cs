namespace ValetKey.OAuth.Tests;

public sealed class SecrecyTests
{
    private const string Marked = "marked-secret-text";
    private static readonly Secret Hidden = Marked;

    /// <summary>An object of each public type that can hold a secret, holding one wherever it can.</summary>
    private static readonly Dictionary<Type, object> Holders = new object[]
    {
        Hidden,
        new Parameter(ProtocolParameter.TokenSecret, Marked),
        new OAuth1Consumer("k", Hidden),
        new OAuth1Token("t", Hidden),
        new OAuth1Consumer("k", Hidden).With(new OAuth1Token("t", Hidden)),
        new OAuth1RequestToken("t", Hidden, true),
        new OAuth1Result.Granted(new("t", Hidden) { SessionHandle = Hidden, Details = [new("s", Marked)] }),
        new OAuth1Handler(new OAuth1Consumer("k", Hidden).With(new OAuth1Token("t", Hidden))),
        new MemoryPendingRequestTokens(TimeProvider.System),
        new OAuth1Flow(new("k", Hidden), OAuth1Endpoints.Google),
        new OAuth1Redirect.Allowed("t", Marked),
        (new OAuth1Consumer("k", Hidden) { SignatureMethod = SignatureMethod.Plaintext }).WithoutToken().Explain(new(HttpMethod.Get, "http://127.0.0.1/")),
        new ReceivedRequest("GET", "http", "h", "/?s=" + Marked, "OAuth oauth_signature=\"" + Marked + "\"", null, Marked),
        new VerifiedConsumer("k", Hidden, [], [], true),
        new VerifiedToken("t", Hidden, "k", OAuth1TokenState.Access),
        new OAuth1Verification.Verified(new("k", Hidden, [], [], true), new("t", Hidden, "k", OAuth1TokenState.Access), [new("s", Marked)]),
        new OAuth1Verification.Refused(OAuthProblem.SignatureInvalid().With("oauth_signature_base_string", Marked), "k", Marked),
        OAuthProblem.SignatureInvalid().With("oauth_signature_base_string", Marked),
        new OAuth1Exception(OAuthProblem.SignatureInvalid().With("oauth_signature_base_string", Marked), 401),
        new DoctorRequest("GET", "http://h/?s=" + Marked, [new("Authorization", Marked)], Marked),
        new DoctorSecrets { ConsumerSecret = Hidden, TokenSecret = Hidden },
        new ServerView { ErrorBody = Marked, BaseString = Marked, ForwardedHeaders = [new("Forwarded", Marked)], OtherHosts = [Marked] },
        new BaseStringDifference(0, Marked, Marked, BaseStringPart.Method, null, null, null),
        SignatureDoctor.Examine(
            new("GET", "http://127.0.0.1/", [new("Authorization", $"OAuth oauth_consumer_key=\"k\", oauth_signature_method=\"PLAINTEXT\", oauth_signature=\"{Marked}%26{Marked}\"")]),
            new() { ConsumerSecret = Hidden, TokenSecret = Hidden }),
        new OAuth2Client("id", Hidden),
        new OAuth2Token(Hidden, Hidden, null, []) { IdToken = Hidden },
        new OAuth2Client("id", Hidden).With(new OAuth2Token(Hidden, Hidden, null, [])),
        new AuthorizationRequest("http://127.0.0.1/auth?state=" + Marked, Marked, Hidden),
        new OAuth2Result.Granted(new(Hidden, Hidden, null, [])),
        new RedirectResult.Code(Hidden, null),
        new RedirectResult.Token(Hidden, null, null, [], null),
        new StoredToken.ClientLogin(Hidden),
        new StoredToken.AuthSub(Hidden, []),
        new StoredToken.SecureAuthSub(Hidden, Hidden, []),
        new StoredToken.TwoLeggedHmac("k", Hidden, null),
        new StoredToken.TwoLeggedRsa("k", Hidden, null),
        new StoredToken.OAuth1Hmac("k", Hidden, "t", Hidden, StoredTokenState.Access, null, Hidden),
        new StoredToken.OAuth1Rsa("k", Hidden, "t", Hidden, StoredTokenState.Access, null, Hidden),
        new StoredToken.OAuth2("id", Hidden, null, null, null, null, Hidden, Hidden),
        new NoTokenForScopeException(new Uri("http://127.0.0.1/?s=" + Marked), []),
        new MemoryTokenStore(),
        new EncryptedFileTokenStore("/no/such/folder/tokens.vk", TokenStoreKey.Passphrase(Hidden)),
        new TokenOwner("k") { Secret = Hidden, PrivateKey = Hidden, TokenUrl = "http://127.0.0.1/?s=" + Marked },
        new KeptToken(new OAuth1Token(Marked, Hidden)) { Owner = new("k") { Secret = Hidden } },
        new MemoryNonceStore(TimeProvider.System, TimeSpan.FromMinutes(5)),
        new MemoryPendingAuthorizations(TimeProvider.System),
    }.ToDictionary(holder => holder.GetType());

    /// <summary>Public types that are given nothing secret; and the header, which is the text for the wire and says so.</summary>
    private static readonly Type[] Harmless =
    [
        typeof(AuthorizationHeader), typeof(SignatureMethod), typeof(OAuth1Endpoints), typeof(OAuth2Endpoints), typeof(OAuth2Options), typeof(OAuth1VerifierOptions),
        typeof(RequestVerifier), typeof(UsedNonce), typeof(ExplainedParameter), typeof(OAuth1Redirect.Denied), typeof(OAuth1Result.Declined), typeof(OAuth1Result.Failed), typeof(OAuth1Provider), typeof(LoopbackCallback),
        typeof(OAuth1Redirect.Failed), typeof(OAuth2Error), typeof(OAuth2Exception), typeof(DoctorCause), typeof(Finding), typeof(SeenNonce),
        typeof(OAuth2Result.Declined), typeof(OAuth2Result.Failed), typeof(RedirectResult.Declined), typeof(RedirectResult.Failed), typeof(TokenStoreException),
    ];

    public static TheoryData<string> Types => [.. typeof(Secret).Assembly.GetExportedTypes().Where(t => t is { IsEnum: false, IsInterface: false, IsAbstract: false }).Select(t => t.FullName!)];

    [Theory, MemberData(nameof(Types))]
    public void No_type_prints_a_secret(string name)
    {
        var type = typeof(Secret).Assembly.GetType(name)!;
        if (Harmless.Contains(type))
        {
            return;
        }

        Assert.True(Holders.TryGetValue(type, out var holder), $"Say in this test whether {name} can hold a secret.");
        Assert.DoesNotContain(Marked, holder.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_error_of_a_caller_repeats_what_it_was_given()
    {
        Action[] mistakes =
        [
            () => PercentEncoding.Encode(Marked + "\ud800"),
            () => PercentEncoding.Decode(Marked + "%zz"),
            () => FormEncoding.Decode($"a={Marked}%ff"),
            () => SignatureMethod.Parse(Marked, null),
            () => RsaKey.ReadPrivate($"-----BEGIN PRIVATE KEY-----\n{Marked}\n-----END PRIVATE KEY-----"),
            () => TokenBlob.Read(Marked),
            () => TokenBlob.Read("9z|" + Marked),
            () => TokenBlob.Read($"1h|k|{Marked}%ff|t|ts|3||"),
            () => TokenBlob.ReadOAuth2($"1h|k|{Marked}|t|ts|3||"),
            () => Pkce.Challenge(Marked),
        ];
        foreach (var mistake in mistakes)
        {
            Assert.DoesNotContain(Marked, Assert.ThrowsAny<Exception>(mistake).ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Secrets_are_equal_by_their_text()
    {
        Assert.Equal(Hidden, new Secret(Marked));
        Assert.Equal(Hidden.GetHashCode(), new Secret(Marked).GetHashCode());
        Assert.NotEqual(Hidden, new Secret(Marked + "x"));
        Assert.False(Hidden.Equals(null));
        Assert.Equal("•••", $"{Hidden}");
    }
}
