using System.Text.Json;

namespace ValetKey.OAuth.Tests.OAuth1.Doctor;

public sealed class SignatureDoctorTests
{
    private static readonly DoctorSecrets Secrets = new() { ConsumerSecret = "doctor-consumer", TokenSecret = "doctor-token" };

    public static TheoryData<string> Vectors => SignatureVectorTests.Cases;

    public static TheoryData<string, int> Disagreements => [.. SignatureCase.All.EnumerateArray().SelectMany(c => c.Items("disagreements")
        .Select((d, at) => (Name: c.Text("name")!, at, d)).Where(x => x.d.Text("baseString") is not null || SignatureCase.Named(x.Name).SignatureMethod == SignatureMethod.Plaintext)
        .Select(x => new TheoryDataRow<string, int>(x.Name, x.at)))];

    [Theory, MemberData(nameof(Vectors))]
    public void A_right_signature_is_found_fine(string name)
    {
        var known = SignatureCase.Named(name);
        var diagnosis = SignatureDoctor.Examine(MutationTests.Request(known, known.Signature), MutationTests.Secrets(known), new() { Now = known.Time });

        Assert.Equal((DoctorCause.SignatureFine, Certainty.Known), (diagnosis.Cause, diagnosis.Certainty));
        Assert.Equal(known.BaseString, diagnosis.ServerBaseString);
        Assert.Equal(known.BaseString, diagnosis.ClientBaseString);
        Assert.Null(diagnosis.Difference);
        Assert.Null(diagnosis.Problem);
        Assert.Equal(known.SignatureMethod.IsRsa ? null : known.Signature, diagnosis.RightSignature?.Reveal());
    }

    [Theory, MemberData(nameof(Disagreements))]
    public void The_habits_of_other_libraries_are_known(string name, int at)
    {
        var known = SignatureCase.Named(name);
        var other = SignatureCase.All.Named(name).Items("disagreements").ElementAt(at);
        var baseString = other.Text("baseString") ?? known.BaseString;
        using var key = known.PrivateKey;
        var signature = other.Text("signature") is { } spoilt && known.SignatureMethod == SignatureMethod.Plaintext ? spoilt
            : known.SignatureMethod.IsRsa ? known.SignatureMethod.Sign(baseString, key!)
            : known.SignatureMethod.Sign(baseString, known.ConsumerSecret, known.TokenSecret);

        var diagnosis = SignatureDoctor.Examine(MutationTests.Request(known, signature), MutationTests.Secrets(known));
        Assert.Equal(Certainty.Known, diagnosis.Certainty);
        Assert.NotEqual(DoctorCause.SignatureFine, diagnosis.Cause);
        Assert.Equal(baseString, diagnosis.ClientBaseString);
        if (other.TryGetProperty("firstDifference", out var first) && first.ValueKind == JsonValueKind.Number)
        {
            Assert.Equal(first.GetInt32(), diagnosis.Difference!.Position);
        }
    }

    [Theory]
    [InlineData("body-parameter-missed", BaseStringPart.ParameterName, "tags", ParameterSource.Form)]
    [InlineData("query-parameter-missed", BaseStringPart.ParameterName, "page", ParameterSource.Query)]
    [InlineData("double-encoding", BaseStringPart.ParameterValue, "file", ParameterSource.Query)]
    [InlineData("realm-signed", BaseStringPart.ParameterName, null, null)]
    [InlineData("signature-parameter-signed", BaseStringPart.ParameterName, "oauth_signature_method", ParameterSource.ProtocolParameter)]
    [InlineData("wrong-method", BaseStringPart.Method, null, null)]
    [InlineData("scheme-behind-proxy", BaseStringPart.Scheme, null, null)]
    [InlineData("host-not-lowercased", BaseStringPart.Host, null, null)]
    [InlineData("wrong-port", BaseStringPart.Port, null, null)]
    [InlineData("default-port-included", BaseStringPart.Port, null, null)]
    [InlineData("path-decoded", BaseStringPart.Path, null, null)]
    [InlineData("trailing-slash", BaseStringPart.Path, null, null)]
    [InlineData("unsorted-parameters", BaseStringPart.ParameterName, "a", ParameterSource.Query)]
    public void The_first_difference_names_its_input(string name, BaseStringPart part, string? parameter, ParameterSource? source)
    {
        var difference = DoctorCaseTests.Examined(OAuth.Tests.Vectors.Load("doctor-cases.json").GetProperty("cases").Named(name)).Difference!;
        Assert.Equal((part, parameter, parameter is null ? difference.Source : source), (difference.Part, difference.ServerParameter, difference.Source));
        Assert.NotEmpty(difference.Origin);
    }

    [Fact]
    public void A_clock_that_is_off_stands_beside_the_wrong_signature()
    {
        var known = SignatureCase.Named("rfc5849-1.2-initiate");
        var client = new SloppyClient(known, known.Header) { ConsumerSecret = "", TokenSecret = known.ConsumerSecret.Reveal() };
        var diagnosis = SignatureDoctor.Examine(MutationTests.Request(known, client.Signature()), MutationTests.Secrets(known), new() { Now = known.Time.AddHours(1) });
        Assert.Equal(["secrets-swapped", "clock-skew"], diagnosis.Findings.Select(f => f.Cause.Id));
        Assert.Equal("timestamp_refused", diagnosis.Problem);
    }

    [Fact]
    public void Without_the_consumer_secret_nothing_is_claimed()
    {
        var known = SignatureCase.Named("method-hmac-sha256");
        var diagnosis = SignatureDoctor.Examine(MutationTests.Request(known, known.Signature), new());
        Assert.Equal((DoctorCause.CannotTell, Certainty.Unknown), (diagnosis.Cause, diagnosis.Certainty));
        Assert.Contains("consumer secret", diagnosis.Findings[0].Detail, StringComparison.Ordinal);
        Assert.Equal(known.BaseString, diagnosis.ServerBaseString);
        Assert.Null(diagnosis.RightSignature);
    }

    [Fact]
    public void Without_the_token_secret_an_empty_one_is_at_most_suspected()
    {
        var known = SignatureCase.Named("method-hmac-sha256");
        var client = new SloppyClient(known, known.Header) { TokenSecret = "" };
        var secrets = new DoctorSecrets { ConsumerSecret = known.ConsumerSecret };
        var diagnosis = SignatureDoctor.Examine(MutationTests.Request(known, client.Signature()), secrets);
        Assert.Equal((DoctorCause.TokenSecretOmitted, Certainty.Suspected), (diagnosis.Cause, diagnosis.Certainty));
        Assert.Equal(DoctorCause.CannotTell, SignatureDoctor.Examine(MutationTests.Request(known, known.Signature), secrets).Cause);
    }

    [Fact]
    public void A_signature_of_another_rsa_key_is_known_as_such()
    {
        var known = SignatureCase.Named("method-rsa-sha1");
        using var other = System.Security.Cryptography.RSA.Create(known.PrivateKey!.KeySize);
        var diagnosis = SignatureDoctor.Examine(MutationTests.Request(known, known.SignatureMethod.Sign(known.BaseString, other)), MutationTests.Secrets(known));
        Assert.Equal((DoctorCause.RsaKeyMismatch, Certainty.Known), (diagnosis.Cause, diagnosis.Certainty));
    }

    [Fact]
    public void A_signature_made_with_another_hash_than_it_says_is_known_as_such()
    {
        var known = SignatureCase.Named("method-hmac-sha256");
        var diagnosis = SignatureDoctor.Examine(MutationTests.Request(known, SignatureMethod.HmacSha1.Sign(known.BaseString, known.ConsumerSecret, known.TokenSecret)), MutationTests.Secrets(known));
        Assert.Equal((DoctorCause.MethodMismatch, Certainty.Known), (diagnosis.Cause, diagnosis.Certainty));
    }

    [Fact]
    public void A_signature_method_of_a_providers_own_is_examined_as_well()
    {
        var own = SignatureMethod.Custom("HMAC-SHA384", (text, consumer, token) => Convert.ToBase64String(
            System.Security.Cryptography.HMACSHA384.HashData(System.Text.Encoding.UTF8.GetBytes($"{consumer.Reveal()}+{token.Reveal()}"), System.Text.Encoding.UTF8.GetBytes(text))));
        Parameter[] signed = [new("oauth_consumer_key", "k"), new("oauth_nonce", "n"), new("oauth_signature_method", own.Name), new("oauth_timestamp", "1700000000"), new("oauth_token", "t")];
        Diagnosis Examined(params Parameter[] of) => SignatureDoctor.Examine(
            new("GET", "https://api.example.com/p?a=1", [new("Authorization", new AuthorizationHeader(null,
                [.. signed, new("oauth_signature", own.Sign(SignatureBaseString.Of("GET", "https://api.example.com/p", [.. signed, .. of]), "doctor-consumer", "doctor-token"))]).ToString())]),
            Secrets, new() { SignatureMethods = [.. SignatureMethod.All, own] });

        Assert.True(Examined(new Parameter("a", "1")).IsFine);
        Assert.Equal((DoctorCause.QueryParameterMissed, Certainty.Known), (Examined().Cause, Examined().Certainty));
        Assert.Null(Examined().ServerSigningKey);
    }

    [Theory]
    [InlineData("oauth_problem=signature_invalid&oauth_signature_base_string={0:form}&oauth_problem_advice=x")]
    [InlineData("oauth_problem=signature_invalid\nbase_string:{0}\n")]
    [InlineData("oauth_problem=signature_invalid&debug_sbs={0}")]
    [InlineData("<p>Invalid signature. Expected base string: {0:html}</p>")]
    [InlineData("{\"error\":\"signature_invalid\",\"base_string\":\"{0:json}\",\"percent\":\"100%\"}")]
    [InlineData("100% wrong: oauth_signature_base_string={0:form}")]
    public void The_base_string_of_a_server_is_found_in_its_answer(string form)
    {
        const string Base = "GET&http%3A%2F%2Fapi.example.com%2Fphotos&oauth_consumer_key%3Ddoctor.example.com%26size%3D1";
        var body = form.Replace("{0:form}", PercentEncoding.Encode(Base), StringComparison.Ordinal).Replace("{0:html}", Base.Replace("&", "&amp;", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("{0:json}", Base.Replace("&", "\\u0026", StringComparison.Ordinal), StringComparison.Ordinal).Replace("{0}", Base, StringComparison.Ordinal);
        Assert.Equal(Base, StatedBaseString.Find(body));
    }

    [Fact]
    public void A_server_that_sees_another_host_is_told_from_its_own_base_string()
    {
        var known = SignatureCase.Named("method-hmac-sha256");
        var stated = known.BaseString.Replace("api.example.com", "10.0.0.7%3A8080", StringComparison.Ordinal);
        var diagnosis = SignatureDoctor.Examine(MutationTests.Request(known, known.Signature), MutationTests.Secrets(known), new() { ErrorBody = "base_string:" + stated });
        Assert.Equal((DoctorCause.HostHeaderDiffers, Certainty.Known), (diagnosis.Cause, diagnosis.Certainty));
        Assert.Equal((stated, known.BaseString), (diagnosis.ServerBaseString, diagnosis.ClientBaseString));
        Assert.Equal(BaseStringPart.Host, diagnosis.Difference!.Part);
    }

    [Fact]
    public void A_trusted_proxy_gives_the_address_that_is_signed()
    {
        var proxied = OAuth.Tests.Vectors.Load("doctor-cases.json").GetProperty("cases").Named("scheme-behind-proxy");
        var request = proxied.GetProperty("request");
        var diagnosis = SignatureDoctor.Examine(
            new("GET", request.Text("url")!, [.. request.Fields("headers")]), Secrets, new() { ForwardedHeaders = [new("Forwarded", "proto=https;host=api.example.com")], ProxyTrusted = true });
        Assert.True(diagnosis.IsFine);
    }

    [Theory]
    [InlineData("", "not-signed")]
    [InlineData("OAuth oauth_consumer_key=k", "header-malformed")]
    [InlineData("OAuth oauth_consumer_key=\"k\", oauth_signature_method=\"HMAC-SHA1\", oauth_signature=\"x\"", "parameter-absent")]
    [InlineData("OAuth oauth_consumer_key=\"k\", oauth_consumer_key=\"k\", oauth_nonce=\"n\", oauth_timestamp=\"1\", oauth_signature_method=\"HMAC-SHA1\", oauth_signature=\"x\"", "parameter-rejected")]
    [InlineData("OAuth oauth_consumer_key=\"k\", oauth_nonce=\"n\", oauth_timestamp=\"1\", oauth_version=\"1.0a\", oauth_signature_method=\"HMAC-SHA1\", oauth_signature=\"x\"", "version-rejected")]
    [InlineData("OAuth oauth_consumer_key=\"k\", oauth_nonce=\"n\", oauth_timestamp=\"1\", oauth_signature_method=\"HMAC-MD4\", oauth_signature=\"x\"", "signature-method-unknown")]
    public void What_can_be_read_off_the_request_is_known(string header, string cause)
    {
        var diagnosis = SignatureDoctor.Examine(new("GET", "https://api.example.com/photos", header.Length == 0 ? [] : [new("Authorization", header)]), Secrets);
        Assert.Equal((cause, Certainty.Known), (diagnosis.Cause.Id, diagnosis.Certainty));
        Assert.NotNull(diagnosis.Problem);
    }

    [Fact]
    public void The_list_of_causes_has_each_id_once_and_all_of_the_known_cases()
    {
        Assert.Equal(DoctorCause.All.Count, DoctorCause.All.Select(c => c.Id).Distinct().Count());
        Assert.Subset(DoctorCause.All.Select(c => c.Id).ToHashSet(),
            OAuth.Tests.Vectors.Load("doctor-cases.json").GetProperty("cases").EnumerateArray().Select(c => c.Text("cause")!).ToHashSet());
        Assert.Equal(typeof(DoctorCause).GetProperties().Count(p => p.PropertyType == typeof(DoctorCause)), DoctorCause.All.Count);
        Assert.All(Mistake.All, mistake => Assert.Contains(mistake.Cause, DoctorCause.All));
    }

    [Fact]
    public void A_body_that_was_taken_for_a_name_is_not_repeated()
    {
        var body = $"{{\"password\":\"{new string('x', 80)}\"}}";
        var known = SignatureCase.Named("path-plus");
        var client = new SloppyClient(known, known.Header);
        client.Parameters.Add((body, "", 'n', ""));
        var request = MutationTests.Request(known, client.Signature()) with { Body = body };
        var diagnosis = SignatureDoctor.Examine(request with { Headers = [.. request.Headers, new("Content-Type", "application/json")] }, MutationTests.Secrets(known));
        Assert.Equal((DoctorCause.JsonBodySigned, Certainty.Known), (diagnosis.Cause, diagnosis.Certainty));
        Assert.DoesNotContain("xxxx", diagnosis.Findings[0].Detail + diagnosis.Difference!.Origin, StringComparison.Ordinal);
    }

    [Fact]
    public void Work_is_bounded_for_a_large_request()
    {
        var form = string.Join('&', Enumerable.Range(0, 900).Select(i => $"p{i}={new string('ä', 100)}"));
        var known = SignatureCase.Named("method-hmac-sha256");
        var diagnosis = SignatureDoctor.Examine(
            new("POST", "https://api.example.com/x", [new("Authorization", known.Header!), new("Content-Type", "application/x-www-form-urlencoded")], form), MutationTests.Secrets(known));
        Assert.Equal(DoctorCause.CannotTell, diagnosis.Cause);
        Assert.Contains("so large", diagnosis.Findings[0].Detail, StringComparison.Ordinal);
        Assert.InRange(diagnosis.Tried, 1, 100);
    }
}
