using RestSharp;
using RestSharp.Authenticators;
using RestSharp.Authenticators.OAuth;
using ValetKey.EndToEnd.Pressing;
using ValetKey.EndToEnd.Processes;

namespace ValetKey.EndToEnd;

/// <summary>RestSharp, unmodified, against a running server: request token, consent, access token, then a user is read.</summary>
public sealed class FromRestSharp(DemoServer demo)
{
    private const string Callback = "http://127.0.0.1:8099/ready?keep=this";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(OAuthSignatureMethod.HmacSha1)]
    [InlineData(OAuthSignatureMethod.HmacSha256)]
    [InlineData(OAuthSignatureMethod.PlainText)]
    public async Task The_three_legged_dance_reads_a_user(OAuthSignatureMethod method)
    {
        var first = OAuth1Authenticator.ForRequestToken(Demo.ConsumerKey, Demo.ConsumerSecret, method);
        first.CallbackUrl = Callback;
        var temporary = await TokenAsync(first,
            new RestRequest("/accounts/OAuthGetRequestToken", Method.Post).AddParameter("scope", Demo.UserScope));
        using var admin = new Visitor(Demo.AdminEmail, Demo.AdminPassword);
        var page = new Uri(demo.Origin, $"/accounts/OAuthAuthorizeToken?oauth_token={Uri.EscapeDataString(temporary["oauth_token"])}");
        var answered = await admin.AnswerAsync(page, Decision.Allow, Stop);
        var verifier = Form(answered.SentTo!.Query.TrimStart('?'))["oauth_verifier"];
        var second = OAuth1Authenticator.ForAccessToken(Demo.ConsumerKey, Demo.ConsumerSecret, temporary["oauth_token"], temporary["oauth_token_secret"], method);
        second.Verifier = verifier;
        var access = await TokenAsync(second, new RestRequest("/accounts/OAuthGetAccessToken", Method.Post));

        using var client = Client(OAuth1Authenticator.ForProtectedResource(
            Demo.ConsumerKey, Demo.ConsumerSecret, access["oauth_token"], access["oauth_token_secret"], method));
        var user = await client.ExecuteAsync(new RestRequest("/a/feeds/example.com/user/2.0/liz").AddQueryParameter("v", "2.0"), Stop);
        Assert.True(user.IsSuccessful, user.Content);
        Assert.Contains("familyName=\"Bennet\"", user.Content, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyDictionary<string, string>> TokenAsync(IAuthenticator authenticator, RestRequest request)
    {
        using var client = Client(authenticator);
        var answer = await client.ExecuteAsync(request, Stop);
        Assert.True(answer.IsSuccessful, answer.Content);
        return Form(answer.Content!);
    }

    private RestClient Client(IAuthenticator authenticator) => new(new RestClientOptions(demo.Origin) { Authenticator = authenticator });

    private static Dictionary<string, string> Form(string text) => text.Split('&').Select(pair => pair.Split('='))
        .ToDictionary(pair => Uri.UnescapeDataString(pair[0]), pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal);
}
