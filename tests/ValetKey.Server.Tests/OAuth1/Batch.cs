using System.Net.Http.Headers;
using ValetKey.OAuth;

namespace ValetKey.Server.Tests.OAuth1;

/// <summary>A program that signs its requests to the test server, and what it is answered.</summary>
internal sealed class Batch(TestServer server, OAuth1Consumer consumer) : IDisposable
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private readonly HttpClient http = server.Client();

    public Batch(TestServer server, string key = Seeds.ConsumerKey, string secret = Seeds.ConsumerSecret, TimeProvider? time = null)
        : this(server, new OAuth1Consumer(key, secret) { Time = time ?? TimeProvider.System })
    {
    }

    public async Task<Answer> Send(string path, OAuth1Token? token = null, HttpMethod? method = null, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(server.Origin, path)) { Content = content };
        await (token is null ? consumer.WithoutToken() : consumer.With(token)).AuthorizeAsync(request, Stop);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await http.SendAsync(request, Stop);
        return new((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop), answer.Headers);
    }

    /// <param name="more">Further parameters, encoded, beginning with an ampersand.</param>
    public async Task<OAuth1Token> RequestToken(string? callback, string more = "") => (await Send(
        $"/accounts/OAuthGetRequestToken?scope={PercentEncoding.Encode(Seeds.UsersScope)}{(callback is null ? "" : "&oauth_callback=" + PercentEncoding.Encode(callback))}{more}",
        method: HttpMethod.Post)).Token;

    public Task<Answer> Exchange(OAuth1Token request, string? verifier) =>
        Send("/accounts/OAuthGetAccessToken" + (verifier is null ? "" : "?oauth_verifier=" + PercentEncoding.Encode(verifier)), request, HttpMethod.Post);

    public void Dispose() => http.Dispose();

    internal sealed record Answer(int Status, string Body, HttpResponseHeaders Headers)
    {
        public string? Problem => OAuthProblem.Read(Status, Body, null)?.Code;

        /// <summary>The token of a body that is one.</summary>
        public OAuth1Token Token
        {
            get
            {
                Assert.StartsWith("oauth_token=", Body, StringComparison.Ordinal);
                var answer = FormEncoding.Decode(Body);
                return new OAuth1Token(answer[0].Value, answer[1].Value);
            }
        }
    }
}
