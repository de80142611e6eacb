using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using ValetKey.OAuth;

namespace ValetKey.Playground.Tests.Provider;

/// <summary>A small provider of both protocols with Google's paths. It really verifies what it is sent, and counts it.</summary>
internal sealed class FakeProvider
{
    public const string ConsumerKey = "example.com";
    public const string ConsumerSecret = "demo-consumer-secret";
    public const string ClientId = "demo-client-id";
    public const string ClientSecret = "demo-client-secret-value";

    private readonly FakeTokens _tokens = new();
    private readonly RequestVerifier _verifier;

    public FakeProvider(TimeProvider time) => _verifier = new(_tokens,
        new MemoryNonceStore(time, TimeSpan.FromMinutes(5)) { RefuseBefore = DateTimeOffset.UnixEpoch }, new OAuth1VerifierOptions(), time);

    /// <summary>What arrived, as <c>METHOD path</c>.</summary>
    public List<string> Received { get; } = [];

    /// <summary>The raw headers of the last request.</summary>
    public IHeaderDictionary LastHeaders { get; private set; } = new HeaderDictionary();

    public string LastBody { get; private set; } = "";

    public FakeTokens Tokens => _tokens;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/accounts/OAuthGetRequestToken", http => OAuth1Async(http, OAuth1Endpoint.RequestToken, verified => _tokens.NewRequestToken(verified.Find("oauth_callback")!)));
        routes.MapPost("/accounts/OAuthGetAccessToken", http => OAuth1Async(http, OAuth1Endpoint.AccessToken, verified => _tokens.NewAccessToken(verified.Token!)));
        routes.MapPost("/o/oauth2/token", TokenAsync);
        routes.Map("/a/feeds/{**rest}", http => ResourceAsync(http, "application/atom+xml; charset=UTF-8", AtomOf(http)));
        routes.Map("/calendar/feeds/{**rest}", http => ResourceAsync(http, "application/json", $$$"""{"feed":{"title":{"$t":"Calendars"},"link":[{"rel":"self","href":"{{{OriginOf(http)}}}/calendar/feeds/default/allcalendars/full?alt=json"}]}}"""));
    }

    private async Task OAuth1Async(HttpContext http, OAuth1Endpoint endpoint, Func<OAuth1Verification.Verified, string> answer)
    {
        await NoteAsync(http);
        switch (await _verifier.VerifyAsync(ReceivedOf(http), endpoint, http.RequestAborted))
        {
            case OAuth1Verification.Verified verified:
                await WriteAsync(http, 200, "application/x-www-form-urlencoded", answer(verified));
                break;
            case OAuth1Verification.Refused refused:
                await WriteAsync(http, refused.Problem.Status, "application/x-www-form-urlencoded", refused.Problem.ToForm());
                break;
        }
    }

    private async Task TokenAsync(HttpContext http)
    {
        await NoteAsync(http);
        var form = FormEncoding.Decode(LastBody).ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        var answer = form["client_secret"] == ClientSecret ? _tokens.Grant(form) : null;
        await WriteAsync(http, answer is null ? 400 : 200, "application/json", answer ?? """{"error":"invalid_grant","error_description":"The code is used, expired or of another client."}""");
    }

    private async Task ResourceAsync(HttpContext http, string type, string body)
    {
        await NoteAsync(http);
        var authorization = http.Request.Headers.Authorization.ToString();
        if (authorization.StartsWith("Bearer ", StringComparison.Ordinal))
        {
            var isGood = _tokens.IsGood(authorization["Bearer ".Length..]);
            await WriteAsync(http, isGood ? 200 : 401, isGood ? type : "text/plain", isGood ? body : "invalid_token");
            return;
        }

        switch (await _verifier.VerifyAsync(ReceivedOf(http), OAuth1Endpoint.Resource, http.RequestAborted))
        {
            case OAuth1Verification.Verified:
                await WriteAsync(http, 200, type, body);
                break;
            case OAuth1Verification.Refused refused:
                await WriteAsync(http, refused.Problem.Status, "application/x-www-form-urlencoded", refused.Problem.ToForm());
                break;
        }
    }

    private async Task NoteAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        LastBody = await reader.ReadToEndAsync(http.RequestAborted);
        LastHeaders = new HeaderDictionary(http.Request.Headers.ToDictionary(h => h.Key, h => h.Value, StringComparer.OrdinalIgnoreCase));
        Received.Add($"{http.Request.Method} {http.Features.Get<IHttpRequestFeature>()!.RawTarget}");
    }

    private ReceivedRequest ReceivedOf(HttpContext http) => new(
        http.Request.Method,
        http.Request.Scheme,
        http.Request.Host.Value!,
        http.Features.Get<IHttpRequestFeature>()!.RawTarget,
        http.Request.Headers.Authorization.Count > 0 ? http.Request.Headers.Authorization.ToString() : null,
        http.Request.ContentType,
        http.Request.HasFormContentType ? LastBody : null);

    private static async Task WriteAsync(HttpContext http, int status, string type, string body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        await http.Response.WriteAsync(body, http.RequestAborted);
    }

    private static string OriginOf(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}";

    private static string AtomOf(HttpContext http) =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <entry xmlns="http://www.w3.org/2005/Atom" xmlns:apps="http://schemas.google.com/apps/2006" xmlns:gd="http://schemas.google.com/g/2005">
          <id>{OriginOf(http)}/a/feeds/example.com/user/2.0/liz</id>
          <title type="text">liz</title>
          <link rel="edit" type="application/atom+xml" href="{OriginOf(http)}/a/feeds/example.com/user/2.0/liz"/>
          <apps:login userName="liz" suspended="false" admin="false"/>
          <apps:name familyName="Bennet" givenName="Liz"/>
          <apps:quota limit="25600"/>
          <gd:feedLink rel="http://schemas.google.com/apps/2006#user.nicknames" href="{OriginOf(http)}/a/feeds/example.com/nickname/2.0?username=liz&amp;v=2"/>
        </entry>
        """;
}
