using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ValetKey.Playground.Outgoing;
using ValetKey.Playground.Sessions;
using ValetKey.Playground.Steps;

namespace ValetKey.Playground.OAuth1;

/// <summary>The tab OAuth 1.0.</summary>
internal sealed class OAuth1Tab(OwnOrigins origins, IOptions<PlaygroundOptions> options) : Tab<OAuth1State>(origins, options)
{
    public const string CallbackPath = "/playground/oauth1/callback";

    public override string Path => "/playground/oauth1";

    public override OAuth1State Of(PlaygroundSession session) => session.OAuth1;

    public override void StartOver(PlaygroundSession session) => session.OAuth1 = new();

    public override IResult Page(HttpContext http, PlaygroundSession session, int status) => Render<OAuth1Page>(http, session, status);
}
