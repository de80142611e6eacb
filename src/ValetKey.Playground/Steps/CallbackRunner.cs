using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using ValetKey.Playground.Sessions;

namespace ValetKey.Playground.Steps;

/// <summary>Reads the answer that a browser brings back into its own session, and clears it from the address bar.</summary>
internal sealed class CallbackRunner(SessionStore sessions, SessionLocks locks)
{
    public async Task<IResult> RunAsync<TTab>(HttpContext http, Tab<TTab> tab, Action<TTab, string> read, CancellationToken stop) where TTab : TabState
    {
        if (SessionCookie.HandleOf(http.Request) is not { } handle)
        {
            return NoSession(tab.Path);
        }

        using var entered = await locks.EnterAsync(handle, stop);
        if (await sessions.FindAsync(handle, stop) is not { } session)
        {
            return NoSession(tab.Path);
        }

        var state = tab.Of(session);
        state.Notice = null;
        read(state, http.Request.QueryString.Value ?? "");
        await sessions.SaveAsync(handle, session, stop);
        return new SeeOther(tab.Address(StepName.Token));
    }

    private static RazorComponentResult NoSession(string back) => RefusedPage.Of(StatusCodes.Status400BadRequest, "This answer belongs to no session",
        $"An answer of the consent page came without the cookie {SessionCookie.Name}, or more than an hour after the last step. Nothing was exchanged.",
        "Open the Playground, and go through the steps in one browser. If it happens again, allow cookies for this server.", back);
}
