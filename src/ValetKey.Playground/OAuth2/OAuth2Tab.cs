using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ValetKey.Playground.Outgoing;
using ValetKey.Playground.Sessions;
using ValetKey.Playground.Steps;

namespace ValetKey.Playground.OAuth2;

/// <summary>The tab OAuth 2.0.</summary>
internal sealed class OAuth2Tab(OwnOrigins origins, IOptions<PlaygroundOptions> options) : Tab<OAuth2State>(origins, options)
{
    public override string Path => "/playground/oauth2";

    public override OAuth2State Of(PlaygroundSession session) => session.OAuth2;

    public override void StartOver(PlaygroundSession session) => session.OAuth2 = new();

    public override IResult Page(HttpContext http, PlaygroundSession session, int status) => Render<OAuth2Page>(http, session, status);
}
