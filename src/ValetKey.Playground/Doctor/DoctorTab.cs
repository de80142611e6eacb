using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ValetKey.Playground.Outgoing;
using ValetKey.Playground.Sessions;
using ValetKey.Playground.Steps;

namespace ValetKey.Playground.Doctor;

/// <summary>The tab of the signature doctor. Nothing is sent from it.</summary>
internal sealed class DoctorTab(OwnOrigins origins, IOptions<PlaygroundOptions> options) : Tab<DoctorState>(origins, options)
{
    public const string Place = "/playground/doctor";

    public override string Path => Place;

    public override DoctorState Of(PlaygroundSession session) => session.Doctor;

    public override void StartOver(PlaygroundSession session) => session.Doctor = new();

    public override IResult Page(HttpContext http, PlaygroundSession session, int status) => Render<DoctorPage>(http, session, status);
}
