using CsCheck;

namespace ValetKey.OAuth.Tests.OAuth1.Doctor;

public sealed class DoctorInputTests
{
    private const string Header = "OAuth oauth_consumer_key=\"k\", oauth_signature=\"s%3D\"";

    [Theory]
    [InlineData("curl -X POST 'https://h/p?a=1' -H 'Authorization: OAuth x=\"y\"' -d 'b=2' -d c=3", "POST", "https://h/p?a=1", "b=2&c=3")]
    [InlineData("curl https://h/p?a=1&b=2", "GET", "https://h/p?a=1&b=2", null)]
    [InlineData("$ curl --url https://h/p \\\n  --request PUT \\\n  --data-raw 'a=1'", "PUT", "https://h/p", "a=1")]
    [InlineData("curl -sSL -XDELETE \"https://h/a b\\\"c\"", "DELETE", "https://h/a b\"c", null)]
    [InlineData("curl -G https://h/p -d a=1 --data-urlencode 'b=x y&z'", "GET", "https://h/p?a=1&b=x%20y%26z", null)]
    [InlineData("curl --get 'https://h/p?q=1#f' -d a=1", "GET", "https://h/p?q=1&a=1#f", null)]
    [InlineData("curl https://h/p --data-raw $'t=it\\'s\\u0021\\x41\\n' --compressed", "POST", "https://h/p", "t=it's!A\n")]
    [InlineData("curl https://h/p --data-urlencode '=a b' --data-urlencode 'c d'", "POST", "https://h/p", "a%20b&c%20d")]
    [InlineData("curl ^\"https://h/p?a=1^&b=2^\" ^\r\n  -H ^\"x: y^\" ^\r\n  --data-raw ^\"a=^\\^\"1^\\^\"^\"", "POST", "https://h/p?a=1&b=2", "a=\"1\"")]
    [InlineData("curl.exe h.example/p -I", "HEAD", "http://h.example/p", null)]
    [InlineData("curl -o out.txt -m 5 -x proxy:8080 https://h/p -k", "GET", "https://h/p", null)]
    [InlineData("curl --json '{\"a\":1}' https://h/p", "POST", "https://h/p", "{\"a\":1}")]
    public void A_curl_command_is_read_as_the_shell_and_curl_do(string text, string method, string url, string? body)
    {
        var request = DoctorInput.Read(text);
        Assert.Equal((method, url, body), (request.Method, request.Url, request.Body));
        Assert.False(request.SchemeIsAssumed);
    }

    [Fact]
    public void A_curl_command_keeps_headers_and_gets_those_that_curl_adds()
    {
        var request = DoctorInput.Read("curl https://h/p -u me:pw -A agent -H 'X-One: 1' -d a=1");
        Assert.Equal(["Authorization", "User-Agent", "X-One", "Content-Type"], request.Headers.Select(h => h.Name));
        Assert.Equal("application/x-www-form-urlencoded", request.Header("content-type"));
    }

    [Fact]
    public void A_curl_form_with_parts_is_multipart()
    {
        var request = DoctorInput.Read("curl https://h/p -F 'title=Tea & cake' -F file=@secret.txt");
        Assert.StartsWith("multipart/form-data", request.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Contains("Tea & cake", request.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Raw_http_is_read_with_folded_headers_and_its_body()
    {
        var request = DoctorInput.Read("\nPOST /v1/a?b=1 HTTP/1.1\r\nHost: api.shop.example\r\nAuthorization: OAuth oauth_consumer_key=\"k\",\r\n oauth_nonce=\"n\"\r\n\r\nstatus=Tea%20%26%20cake\r\n");
        Assert.Equal(("POST", "https://api.shop.example/v1/a?b=1", "status=Tea%20%26%20cake"), (request.Method, request.Url, request.Body));
        Assert.Equal("OAuth oauth_consumer_key=\"k\", oauth_nonce=\"n\"", request.Header("authorization"));
        Assert.True(request.SchemeIsAssumed);
    }

    [Fact]
    public void Raw_http_in_absolute_form_says_its_scheme()
    {
        var request = DoctorInput.Read($"GET http://127.0.0.1:8080/p HTTP/1.1\nHost: other\nAuthorization: {Header}\n\n");
        Assert.Equal("http://127.0.0.1:8080/p", request.Url);
        Assert.False(request.SchemeIsAssumed);
    }

    [Fact]
    public void What_curl_says_of_its_work_is_raw_http() => Assert.Equal("https://h.example/p",
        DoctorInput.Read("* Connected\n> GET /p HTTP/2\n> Host: h.example\n> Authorization: OAuth a=\"b\"\n> \n< HTTP/2 401\n").Url);

    [Theory]
    [InlineData("GET https://h/p\nAuthorization: " + Header)]
    [InlineData("Authorization: " + Header + "\nGET https://h/p")]
    [InlineData(Header + "\nhttps://h/p")]
    [InlineData("GET\nhttps://h/p\n" + Header)]
    public void A_header_with_method_and_address_is_enough(string text)
    {
        var request = DoctorInput.Read(text);
        Assert.Equal(("GET", "https://h/p", Header), (request.Method, request.Url, request.Header("Authorization")));
    }

    [Fact]
    public void Of_a_har_file_the_first_signed_entry_is_read_and_the_caller_may_pick()
    {
        const string Har = """
            {"log":{"entries":[
              {"request":{"method":"GET","url":"https://h/first","headers":[]}},
              {"request":{"method":"POST","url":"https://h/second","headers":[{"name":":authority","value":"h"},{"name":"Authorization","value":"OAuth a=\"b\""}],
                "postData":{"mimeType":"application/x-www-form-urlencoded","params":[{"name":"a","value":"x y"}]}}}]}}
            """;
        var request = DoctorInput.Read(Har);
        Assert.Equal(("POST", "https://h/second", "a=x+y"), (request.Method, request.Url, request.Body));
        Assert.Equal(["Authorization", "Content-Type"], request.Headers.Select(h => h.Name));
        Assert.Equal("https://h/first", DoctorInput.ReadAll(Har)[0].Url);
    }

    [Fact]
    public void One_entry_of_a_har_or_its_request_is_enough()
    {
        Assert.Equal("https://h/p", DoctorInput.Read("""{"request":{"method":"GET","url":"https://h/p","headers":[]}}""").Url);
        Assert.Equal("https://h/p", DoctorInput.Read("""{"method":"GET","url":"https://h/p"}""").Url);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    [InlineData("hello world")]
    [InlineData("curl")]
    [InlineData("curl -X")]
    [InlineData("curl 'https://h/marked-secret-text")]
    [InlineData("curl \"https://h/marked-secret-text")]
    [InlineData("curl $'https://h/marked-secret-text")]
    [InlineData("curl https://h/ -d @marked-secret-text")]
    [InlineData("curl https://h/ --data-urlencode name@marked-secret-text")]
    [InlineData("curl -T marked-secret-text https://h/")]
    [InlineData("GET /p HTTP/1.1\nmarked-secret-text\n")]
    [InlineData("GET /p HTTP/1.1\nX: marked-secret-text\n")]
    [InlineData("{\"log\":{\"entries\":[]},\"a\":\"marked-secret-text\"}")]
    [InlineData("{\"method\":\"GET\",\"marked-secret-text")]
    [InlineData("[1,2,\"marked-secret-text\"]")]
    [InlineData("{\"method\":\"GET\",\"url\":\"\\ud800marked-secret-text\"}")]
    [InlineData("GET https://h/\0marked-secret-text")]
    public void What_is_no_request_is_refused_with_what_to_do_and_without_its_contents(string text)
    {
        var refusal = Assert.Throws<FormatException>(() => DoctorInput.Read(text));
        Assert.DoesNotContain("marked-secret-text", refusal.ToString(), StringComparison.Ordinal);
        Assert.True(refusal.Message.Length > 30, refusal.Message);
    }

    [Theory]
    [InlineData("curl '")]
    [InlineData("{")]
    [InlineData("[")]
    [InlineData("GET https://h/ HTTP/1.1\nA: ")]
    [InlineData("")]
    public void A_text_of_ten_megabytes_is_refused_at_once(string start) => Assert.Throws<FormatException>(() => DoctorInput.Read(start + new string('[', 10_000_000)));

    [Fact]
    public void Deep_json_is_refused() => Assert.Throws<FormatException>(() => DoctorInput.Read(new string('[', 100_000)));

    [Fact]
    public void Whatever_is_pasted_is_read_and_examined_or_refused_as_documented()
    {
        var secrets = new DoctorSecrets { ConsumerSecret = "s", TokenSecret = "t" };
        var pieces = Gen.OneOf(
            Any.Text, Any.Broken,
            Gen.OneOf<string>((string[])["curl ", "'", "\"", "$'", "\\", "^", "-d ", "-H ", "--data-urlencode ", "\n", "\r\n", " ", "{", "}", "\"request\":", "GET ", "https://h/", "?", "#", "&", "=", "%", "%zz", "OAuth ",
                "Authorization: OAuth oauth_consumer_key=\"k\", oauth_nonce=\"n\", oauth_timestamp=\"1\", oauth_signature_method=\"HMAC-SHA1\", oauth_signature=\"YWJjZGVmZ2hpamtsbW5vcHFyc3Q%3D\"",
                "\\ud800", "\\u", "\\x", "\\777", "@", " HTTP/1.1", "Host: h\n", ":", "[::1]", "é"]));
        pieces.Array[0, 12].Select(string.Concat).Sample(text =>
        {
            DoctorRequest request;
            try
            {
                request = DoctorInput.Read(text);
            }
            catch (FormatException)
            {
                return;
            }

            Assert.NotEmpty(SignatureDoctor.Examine(request, secrets).Findings);
        }, iter: 3000);
    }

    [Fact]
    public void A_scheme_that_is_not_said_is_found_out()
    {
        var known = SignatureCase.Named("port-8080");
        var target = known.Url["http://api.example.com:8080".Length..];
        var request = DoctorInput.Read($"GET {target} HTTP/1.1\nHost: api.example.com:8080\nAuthorization: {known.Header}\n");
        Assert.True(request.SchemeIsAssumed);
        Assert.True(SignatureDoctor.Examine(request, MutationTests.Secrets(known)).IsFine);
    }
}
