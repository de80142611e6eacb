using System.Text.Json;

namespace ValetKey.OAuth.Tests.Tokens;

public sealed class TokenJsonTests
{
    private static readonly JsonElement Blobs = Vectors.Load("token-blobs.json").GetProperty("cases");

    public static TheoryData<string> Cases => Vectors.Names(Blobs);

    [Theory, MemberData(nameof(Cases))]
    public void Carries_the_storage_strings_of_the_python_library_there_and_back(string name)
    {
        var blob = Blobs.Named(name).Text("blob")!;
        var kept = TokenJson.Read(TokenJson.Write([KeptToken.Of(TokenBlob.Read(blob))]));
        Assert.Equal(blob, TokenBlob.Write(Assert.Single(kept).ToStored()));
    }

    [Fact]
    public void Is_written_as_it_is_documented() => Assert.Equal("""
        {
          "tokens": [
            {
              "name": "batch",
              "consumerKey": "example.com",
              "consumerSecret": "consumer secret",
              "signatureMethod": "HMAC-SHA256",
              "token": "1/token",
              "tokenSecret": "token secret",
              "scopes": [
                "https://apps-apis.google.com/a/feeds/user/"
              ]
            },
            {
              "name": "web",
              "provider": "shop.example",
              "clientId": "id",
              "accessToken": "a",
              "expiresAt": "2026-01-31T12:00:00+00:00",
              "current": true
            }
          ]
        }
        """, TokenJson.Write(
        [
            new(new OAuth1Token("1/token", "token secret") { Scopes = ["https://apps-apis.google.com/a/feeds/user/"] })
            {
                Name = "batch", Owner = new("example.com") { Secret = "consumer secret", SignatureMethod = SignatureMethod.HmacSha256 },
            },
            new(new OAuth2Token("a", null, new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero), [])) { Name = "web", IsCurrent = true, Owner = new("id") { Provider = "shop.example" } },
        ]));

    [Theory]
    [InlineData("""{"token":"t","tokenSecret":"s"}""")]
    [InlineData("""[{"oauth_token":"t","oauth_token_secret":"s"}]""")]
    [InlineData("""{"tokens":[{"Token":"t","TokenSecret":"s","more":1}]}""")]
    public void Is_taken_in_the_forms_that_people_have(string json)
    {
        var token = Assert.IsType<OAuth1Token>(Assert.Single(TokenJson.Read(json)).Token);
        Assert.Equal(("t", "s"), (token.Token, token.TokenSecret.Reveal()));
    }

    [Fact]
    public void Is_taken_from_a_token_answer_of_OAuth_2()
    {
        var token = Assert.IsType<OAuth2Token>(TokenJson.Read("""{"access_token":"a","token_type":"Bearer","refresh_token":"r","scope":"email profile"}""")[0].Token);
        Assert.Equal(("a", "r", "email profile"), (token.AccessToken.Reveal(), token.RefreshToken!.Reveal(), string.Join(' ', token.Scopes)));
    }

    [Theory]
    [InlineData("marked-secret-text", "no JSON")]
    [InlineData("\"marked-secret-text\"", "neither a token nor a list")]
    [InlineData("""[{"token":"marked-secret-text"}]""", "Token 1 of the JSON has no tokenSecret")]
    [InlineData("""[{"token":"t","tokenSecret":""},{"tokenSecret":"marked-secret-text"}]""", "Token 2")]
    [InlineData("""[{"token":"t","tokenSecret":["marked-secret-text"]}]""", "tokensecret that is no text")]
    [InlineData("""[{"name":"marked secret text","token":"t","tokenSecret":""}]""", "name")]
    [InlineData("""[{"accessToken":"t","expiresAt":"marked-secret-text"}]""", "expiresat")]
    [InlineData("""[{"blob":"marked-secret-text"}]""", "marker")]
    [InlineData("""[{"token":"\ud800","tokenSecret":"marked-secret-text"}]""", "surrogate")]
    public void Is_refused_with_the_place_and_without_the_contents(string json, string why)
    {
        var thrown = Assert.Throws<FormatException>(() => TokenJson.Read(json));
        Assert.Contains(why, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("marked", thrown.Message, StringComparison.Ordinal);
    }
}
