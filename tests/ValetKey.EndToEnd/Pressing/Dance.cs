using ValetKey.OAuth;

namespace ValetKey.EndToEnd.Pressing;

/// <summary>Tokens as any user gets them: asked for by the client library, allowed on the pages.</summary>
internal static class Dance
{
    private const string Callback = "http://127.0.0.1:8099/callback";       // nobody listens: the visitor reads the address and does not go there

    /// <summary>The demo batch job.</summary>
    public static OAuth1Consumer BatchJob { get; } = new(Demo.ConsumerKey, Demo.ConsumerSecret);

    /// <summary>An access token of the demo batch job that the administrator allowed, for users.</summary>
    public static async Task<OAuth1Token> OAuth1Async(Uri origin, HttpClient http, CancellationToken stop)
    {
        var flow = new OAuth1Flow(BatchJob, OAuth1Endpoints.At(origin), http);
        var requested = await flow.RequestTokenAsync([Demo.UserScope], Callback, stop: stop);
        using var admin = new Visitor(Demo.AdminEmail, Demo.AdminPassword);
        var answered = await admin.AnswerAsync(flow.AuthorizeUrl(requested), Decision.Allow, stop);
        var allowed = Assert.IsType<OAuth1Redirect.Allowed>(OAuth1Redirect.Parse(answered.SentTo!));
        return await flow.AccessTokenAsync(requested, allowed.Verifier, stop);
    }

    /// <summary>The demo web application.</summary>
    public static OAuth2Client WebApplication(Uri origin, HttpClient http) =>
        new(Demo.WebClientId, Demo.WebClientSecret, Demo.WebRedirectUri, [Demo.CalendarScope], OAuth2Endpoints.At(origin), http);

    /// <summary>The address that Liz is sent back to after she allowed the calendar.</summary>
    public static async Task<string> OAuth2Async(AuthorizationRequest request, CancellationToken stop)
    {
        using var liz = new Visitor(Demo.LizEmail, Demo.LizPassword);
        return (await liz.AnswerAsync(new Uri(request.Url), Decision.Allow, stop)).SentTo!.AbsoluteUri;
    }
}
