using System.Text.Json;

namespace ValetKey.OAuth.Tests.Tokens;

public sealed class TokenBlobTests
{
    private static readonly JsonElement File = Vectors.Load("token-blobs.json");

    public static TheoryData<string> Cases => Vectors.Names(File.GetProperty("cases"));

    public static TheoryData<string> Lists => Vectors.Names(File.GetProperty("lists"));

    public static TheoryData<string> ReadOnly => Vectors.Names(File.GetProperty("readOnly"));

    public static TheoryData<string> Malformed => Vectors.Names(File.GetProperty("malformed"));

    [Theory, MemberData(nameof(Cases))]
    public void Is_read_as_the_python_library_wrote_it(string name)
    {
        var json = File.GetProperty("cases").Named(name);
        AssertFields(json.GetProperty("fields"), TokenBlob.Read(json.Text("blob")!));
    }

    [Theory, MemberData(nameof(Cases))]
    public void Is_written_as_the_python_library_writes_it(string name)
    {
        var json = File.GetProperty("cases").Named(name);
        Assert.Equal(json.Text("blob"), TokenBlob.Write(TokenBlob.Read(json.Text("blob")!)));
        var from = json.TryGetProperty("writtenFrom", out var written) ? written : json.GetProperty("fields");
        Assert.Equal(json.Text("blob"), TokenBlob.Write(Made(json.Text("marker")!, from)));
    }

    [Theory, MemberData(nameof(Lists))]
    public void Of_several_tokens_is_read_and_written(string name)
    {
        var json = File.GetProperty("lists").Named(name);
        var tokens = TokenBlob.ReadAll(json.Text("blob")!);
        Assert.Equal(json.GetProperty("count").GetInt32(), tokens.Count);
        Assert.Equal(string.Join('\n', json.Items("blobs").Select(b => b.GetString())), string.Join('\n', tokens.Select(TokenBlob.Write)));
        Assert.Equal(json.Text("blob"), TokenBlob.Write(tokens));
    }

    [Theory, MemberData(nameof(ReadOnly))]
    public void Of_another_writer_is_read_and_written_in_the_one_form(string name)
    {
        var json = File.GetProperty("readOnly").Named(name);
        var token = TokenBlob.Read(json.Text("blob")!);
        AssertFields(json.GetProperty("fields"), token);
        Assert.Equal(json.Text("rewritten"), TokenBlob.Write(token));
    }

    [Theory, MemberData(nameof(Malformed))]
    public void That_is_malformed_is_refused_by_its_marker_and_without_its_contents(string name)
    {
        var json = File.GetProperty("malformed").Named(name);
        var isList = json.TryGetProperty("list", out var list) && list.GetBoolean();
        var thrown = Assert.Throws<FormatException>(() => isList ? TokenBlob.ReadAll(json.Text("blob")!).Count : TokenBlob.Read(json.Text("blob")!).Marker.Length);
        Assert.Contains(json.Text("expectedMarkerInError")!, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(json.Text("mustNotAppearInError")!, thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Carries_an_oauth_2_token_there_and_back()
    {
        var token = new OAuth2Token("ya29.a~b", "1//r", null, ["https://docs.google.com/feeds/", "https://www.google.com/calendar/feeds/"]);
        var client = new OAuth2Client("id", "secret", "http://127.0.0.1/cb", token.Scopes, OAuth2Endpoints.At(new Uri("http://127.0.0.1:8080")));
        Assert.Equal(
            "2o|||https%3A%2F%2Fdocs.google.com%2Ffeeds%2F+https%3A%2F%2Fwww.google.com%2Fcalendar%2Ffeeds%2F||||ya29.a%7Eb|1%2F%2Fr",
            TokenBlob.Write(token));
        var blob = TokenBlob.Write(token, client, "agent");
        var (again, stored) = (TokenBlob.ReadOAuth2(blob), Assert.IsType<StoredToken.OAuth2>(TokenBlob.Read(blob)));
        Assert.Equal((token.AccessToken, token.RefreshToken, "agent"), (again.AccessToken, again.RefreshToken, stored.UserAgent));
        Assert.Equal(token.Scopes, again.Scopes);
        Assert.Equal((client.ClientId, client.ClientSecret, client.Endpoints), (stored.ToClient().ClientId, stored.ToClient().ClientSecret, stored.ToClient().Endpoints));
    }

    [Fact]
    public void Carries_an_oauth_1_token_with_its_consumer()
    {
        var blob = TokenBlob.Write(new OAuth1Token("1/t", "ts"), new OAuth1Consumer("example.com", "secret"));
        Assert.Equal("1h|example.com|secret|1%2Ft|ts|3||", blob);
        var (consumer, token) = TokenBlob.ReadOAuth1(blob);
        Assert.Equal(("example.com", "secret", "1/t", "ts"), (consumer.Key, consumer.Secret.Reveal(), token.Token, token.TokenSecret.Reveal()));
    }

    [Fact]
    public void Of_an_rsa_consumer_has_its_private_key()
    {
        var (consumer, _) = TokenBlob.ReadOAuth1(File.GetProperty("cases").Named("1r-access").Text("blob")!);
        Assert.Equal(2048, consumer.PrivateKey!.KeySize);
    }

    [Theory]
    [InlineData("1h|k|s|t|ts|1||")]
    [InlineData("2o|id|s|scope|ua|a|t|at|rt")]
    public void Of_another_kind_is_no_access_token_of_oauth_1(string blob) => Assert.Throws<FormatException>(() => TokenBlob.ReadOAuth1(blob));

    [Fact]
    public void With_a_mebibyte_of_stray_percents_is_read() =>
        Assert.IsType<StoredToken.ClientLogin>(TokenBlob.Read("1c|" + new string('%', 1024 * 1024 - 3)));

    private static void AssertFields(JsonElement expected, StoredToken token)
    {
        foreach (var field in expected.EnumerateObject())
        {
            var actual = token switch
            {
                StoredToken.ClientLogin t => Values(("token", t.Token)),
                StoredToken.AuthSub t => Values(("token", t.Token), ("scopes", t.Scopes)),
                StoredToken.SecureAuthSub t => Values(("token", t.Token), ("rsaPrivateKey", t.RsaPrivateKey), ("scopes", t.Scopes)),
                StoredToken.TwoLeggedHmac t => Values(("consumerKey", t.ConsumerKey), ("consumerSecret", t.ConsumerSecret), ("requestorId", t.RequestorId)),
                StoredToken.TwoLeggedRsa t => Values(("consumerKey", t.ConsumerKey), ("rsaPrivateKey", t.RsaPrivateKey), ("requestorId", t.RequestorId)),
                StoredToken.OAuth1Hmac t => Values(("consumerKey", t.ConsumerKey), ("consumerSecret", t.ConsumerSecret), ("token", t.Token), ("tokenSecret", t.TokenSecret), ("state", t.State), ("callback", t.Callback), ("verifier", t.Verifier)),
                StoredToken.OAuth1Rsa t => Values(("consumerKey", t.ConsumerKey), ("rsaPrivateKey", t.RsaPrivateKey), ("token", t.Token), ("tokenSecret", t.TokenSecret), ("state", t.State), ("callback", t.Callback), ("verifier", t.Verifier)),
                StoredToken.OAuth2 t => Values(("clientId", t.ClientId), ("clientSecret", t.ClientSecret), ("scope", t.Scope), ("userAgent", t.UserAgent), ("authUri", t.AuthUri), ("tokenUri", t.TokenUri), ("accessToken", t.AccessToken), ("refreshToken", t.RefreshToken)),
                _ => throw new InvalidOperationException(token.Marker),
            };
            Assert.Equal(Text(field.Value), actual[field.Name]);
        }
    }

    private static Dictionary<string, string?> Values(params (string Name, object? Value)[] fields) => fields.ToDictionary(f => f.Name, f => f.Value switch
    {
        Secret secret => secret.Reveal(),
        IReadOnlyList<string> list => string.Join('\n', list),
        StoredTokenState state => $"{(int)state}",
        var text => (string?)text,
    }, StringComparer.Ordinal);

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Array => string.Join('\n', value.EnumerateArray().Select(v => v.GetString())),
        _ => value.ToString(),
    };

    private static StoredToken Made(string marker, JsonElement json)
    {
        string? Field(string name) => json.Text(name);
        Secret? Hidden(string name) => json.Text(name) is { } text ? new Secret(text) : null;
        string[] scopes = [.. json.Items("scopes").Select(s => s.GetString()!)];
        var state = json.TryGetProperty("state", out var number) ? (StoredTokenState)number.GetInt32() : default;
        return marker switch
        {
            "1c" => new StoredToken.ClientLogin(Hidden("token")),
            "1a" => new StoredToken.AuthSub(Hidden("token"), scopes),
            "1s" => new StoredToken.SecureAuthSub(Hidden("token"), Hidden("rsaPrivateKey"), scopes),
            "1htl" => new StoredToken.TwoLeggedHmac(Field("consumerKey"), Hidden("consumerSecret"), Field("requestorId")),
            "1rtl" => new StoredToken.TwoLeggedRsa(Field("consumerKey"), Hidden("rsaPrivateKey"), Field("requestorId")),
            "1h" => new StoredToken.OAuth1Hmac(Field("consumerKey"), Hidden("consumerSecret"), Field("token"), Hidden("tokenSecret"), state, Field("callback"), Hidden("verifier")),
            "1r" => new StoredToken.OAuth1Rsa(Field("consumerKey"), Hidden("rsaPrivateKey"), Field("token"), Hidden("tokenSecret"), state, Field("callback"), Hidden("verifier")),
            _ => new StoredToken.OAuth2(Field("clientId"), Hidden("clientSecret"), Field("scope"), Field("userAgent"), Field("authUri"), Field("tokenUri"), Hidden("accessToken"), Hidden("refreshToken")),
        };
    }
}
