using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ValetKey.Playground.Sessions;

namespace ValetKey.Playground.Steps;

/// <summary>The buttons that both tabs have, apart from those of their flow. They are plain request delegates: the compiler makes none for a generic handler.</summary>
internal static class SharedSteps
{
    /// <summary>Maps a tab's page and the buttons that both tabs have.</summary>
    public static void MapTab<TTab>(this RouteGroupBuilder tab) where TTab : TabState
    {
        tab.MapPage<TTab>();
        tab.MapStep<TTab>("start-over", StepName.Scopes, StartOver);
        tab.MapStep<TTab>("save", StepName.Scopes, Save);
        tab.MapStep<TTab>("add-scope", StepName.Scopes, AddScope);
        tab.MapStep<TTab>("remove-scope", StepName.Scopes, RemoveScope);
        tab.MapStep<TTab>("operation", StepName.Use, FillInOperation);
        tab.MapStep<TTab>("follow", StepName.Use, FollowLink);
        tab.MapStep<TTab>("clear", StepName.Use, Clear);
    }

    /// <summary>Maps a tab's page alone.</summary>
    public static void MapPage<TTab>(this RouteGroupBuilder tab) where TTab : TabState =>
        tab.MapGet("", Show<TTab>);

    /// <summary>Maps the button whose <c>formaction</c> ends in this name.</summary>
    public static void MapStep<TTab>(this RouteGroupBuilder tab, string name, StepName at, Func<StepContext<TTab>, CancellationToken, Task<string?>> take) where TTab : TabState =>
        tab.MapPost(name, async http =>
            await (await http.RequestServices.GetRequiredService<StepRunner>().RunAsync(http, at, http.RequestServices.GetRequiredService<Tab<TTab>>(), take)).ExecuteAsync(http));

    private static async Task Show<TTab>(HttpContext http) where TTab : TabState
    {
        var sessions = http.RequestServices.GetRequiredService<SessionStore>();
        var session = SessionCookie.HandleOf(http.Request) is { } handle ? await sessions.FindAsync(handle, http.RequestAborted) : null;
        await http.RequestServices.GetRequiredService<Tab<TTab>>().Page(http, session ?? new(), StatusCodes.Status200OK).ExecuteAsync(http);
    }

    // The Enter key: an address typed into the filter is an own scope, words are a filter.
    private static Task<string?> Save<TTab>(StepContext<TTab> step, CancellationToken stop) where TTab : TabState =>
        step.Tab.ScopeText.Contains("://", StringComparison.Ordinal) ? AddScope(step, stop) : Done();

    private static Task<string?> AddScope<TTab>(StepContext<TTab> step, CancellationToken stop) where TTab : TabState
    {
        var text = step.Tab.ScopeText;
        if (!ScopeValue.IsValid(text))
        {
            step.Warn(text.Length == 0 ? "Type the scope to add." : "A scope has no blanks, quotes or letters outside ASCII.", "A scope looks like https://www.google.com/calendar/feeds/.");
        }
        else
        {
            step.Tab.Scopes = [.. step.Tab.Scopes.Append(text).Distinct(StringComparer.Ordinal)];
            step.Tab.ScopeText = "";
        }

        return Done();
    }

    private static Task<string?> RemoveScope<TTab>(StepContext<TTab> step, CancellationToken stop) where TTab : TabState
    {
        step.Tab.Scopes = [.. step.Tab.Scopes.Where(scope => scope != step.Form.Line("remove", 500))];
        return Done();
    }

    private static Task<string?> FillInOperation<TTab>(StepContext<TTab> step, CancellationToken stop) where TTab : TabState
    {
        KnownOperations.All.FirstOrDefault(o => o.Id == step.Form.Line("operation", 50))?.FillIn(step.Tab.Draft, step.Own.ToString(), step.Options);
        return Done();
    }

    private static Task<string?> FollowLink<TTab>(StepContext<TTab> step, CancellationToken stop) where TTab : TabState
    {
        if (step.Form.Text("follow", 20_000) is { } link)
        {
            (step.Tab.Draft.Method, step.Tab.Draft.Url, step.Tab.Draft.Body) = ("GET", Outgoing.OutgoingUrl.Parse(link, step.Own).AbsoluteUri, "");
            step.Say("The link stands in the request. Press Execute to send it.");
        }

        return Done();
    }

    private static Task<string?> Clear<TTab>(StepContext<TTab> step, CancellationToken stop) where TTab : TabState
    {
        step.Tab.Log.Clear();
        return Done();
    }

    private static Task<string?> StartOver<TTab>(StepContext<TTab> step, CancellationToken stop) where TTab : TabState
    {
        step.StartOver();
        return Done();
    }

    private static Task<string?> Done() => Task.FromResult<string?>(null);
}
