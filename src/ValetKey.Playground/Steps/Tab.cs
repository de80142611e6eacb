using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using ValetKey.Playground.Outgoing;
using ValetKey.Playground.Sessions;

namespace ValetKey.Playground.Steps;

/// <summary>A tab of the Playground: where it is, what it holds, how it is shown.</summary>
internal abstract class Tab<TTab>(OwnOrigins origins, IOptions<PlaygroundOptions> options) where TTab : TabState
{
    public abstract string Path { get; }

    public abstract TTab Of(PlaygroundSession session);

    /// <summary>Empties the tab.</summary>
    public abstract void StartOver(PlaygroundSession session);

    public abstract IResult Page(HttpContext http, PlaygroundSession session, int status);

    /// <summary>The page, opened at a step.</summary>
    public string Address(StepName at) => $"{Path}#{at.ToString().ToLower(CultureInfo.InvariantCulture)}";

    protected RazorComponentResult Render<TPage>(HttpContext http, PlaygroundSession session, int status) where TPage : IComponent
    {
        var known = Origin.TryOf(http.Request, out var own) && origins.TryFind(own, out _);
        return new RazorComponentResult<TPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["State"] = Of(session),
            ["Frame"] = new PageFrame(Path, known ? own!.ToString() : null, options.Value, [.. origins.All.Select(o => o.Origin.ToString())]),
        })
        {
            StatusCode = status,
        };
    }
}
