namespace ValetKey.OAuth.Tests.OAuth1;

public sealed class OAuthProblemTests
{
    public static TheoryData<string, int> Vocabulary => new()
    {
        { "version_rejected", 400 }, { "parameter_absent", 400 }, { "parameter_rejected", 400 }, { "timestamp_refused", 401 }, { "nonce_used", 401 },
        { "signature_method_rejected", 400 }, { "signature_invalid", 401 }, { "consumer_key_unknown", 401 }, { "consumer_key_rejected", 401 }, { "token_used", 401 },
        { "token_expired", 401 }, { "token_revoked", 401 }, { "token_rejected", 401 }, { "verifier_invalid", 401 }, { "permission_denied", 401 },
    };

    private static IEnumerable<OAuthProblem> All =>
    [
        OAuthProblem.VersionRejected(), OAuthProblem.ParameterAbsent("a&b", "c"), OAuthProblem.ParameterRejected("Why.", "d"), OAuthProblem.TimestampRefused(1000, 2000, 1700, 2300),
        OAuthProblem.NonceUsed(), OAuthProblem.SignatureMethodRejected("Why."), OAuthProblem.SignatureInvalid(), OAuthProblem.ConsumerKeyUnknown(), OAuthProblem.ConsumerKeyRejected(),
        OAuthProblem.TokenUsed(), OAuthProblem.TokenExpired(), OAuthProblem.TokenRevoked(), OAuthProblem.TokenRejected(), OAuthProblem.VerifierInvalid(), OAuthProblem.PermissionDenied("Why."),
    ];

    [Theory, MemberData(nameof(Vocabulary))]
    public void Comes_back_from_its_body_and_from_its_header(string code, int status)
    {
        var problem = All.Single(p => p.Code == code);
        Assert.Equal(status, problem.Status);
        var (fromBody, fromHeader) = (OAuthProblem.Read(status, problem.ToForm(), null)!, OAuthProblem.Read(status, "", problem.ToWwwAuthenticate("a \"b\""))!);
        Assert.Equal((code, status, problem.Mend), (fromBody.Code, fromBody.Status, fromBody.Mend));
        Assert.Equal(code, fromHeader.Code);
        Assert.Equal(problem.Details, fromBody.Details);
        Assert.Equal(problem.Details, fromHeader.Details);
    }

    [Fact]
    public void Names_absent_parameters_joined_and_encoded_twice() =>
        Assert.Equal("oauth_problem=parameter_absent&oauth_parameters_absent=a%2526b%26c", OAuthProblem.ParameterAbsent("a&b", "c").ToForm().Split("&oauth_problem_advice")[0]);

    [Fact]
    public void Of_a_timestamp_has_the_numbers()
    {
        var problem = OAuthProblem.TimestampRefused(1000, 2000, 1700, 2300);
        Assert.Equal("oauth_timestamp is -1000 s from this server's clock; -300 s to +300 s are allowed.", problem.Meaning);
        Assert.Equal("1700-2300", problem.Detail("oauth_acceptable_timestamps"));
    }

    [Fact]
    public void Keeps_the_base_string_out_of_the_header() =>
        Assert.DoesNotContain("GET", OAuthProblem.SignatureInvalid().With("oauth_signature_base_string", "GET&x").ToWwwAuthenticate("r"), StringComparison.Ordinal);

    [Theory]
    [InlineData("", null)]
    [InlineData("<p>oauth_problem=%zz", null)]
    [InlineData("error=1", "Bearer realm=\"x\"")]
    public void Is_none_where_nothing_names_one(string body, string? header) => Assert.Null(OAuthProblem.Read(401, body, header));

    [Fact]
    public void Of_another_servers_words_is_kept_as_it_is() =>
        Assert.Equal(("additional_authorization_required", 401), OAuthProblem.Read(401, "oauth_problem=additional_authorization_required", null) is { } p ? (p.Code, p.Status) : default);
}
