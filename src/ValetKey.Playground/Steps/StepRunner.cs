using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using ValetKey.Playground.Outgoing;
using ValetKey.Playground.Sessions;

namespace ValetKey.Playground.Steps;

/// <summary>Runs a step: checks the form, opens the session, takes over what was typed, acts, saves, and sends the browser back to the page.</summary>
internal sealed class StepRunner(
    IAntiforgery antiforgery, SessionStore sessions, SessionLocks locks, OwnOrigins origins, OutgoingTransport transport, IOptions<PlaygroundOptions> options, TimeProvider time)
{
    private const long MaxForm = 1024 * 1024;

    /// <param name="http">The request.</param>
    /// <param name="at">Where the page is opened again, and where notices are shown.</param>
    /// <param name="tab">The tab that the step belongs to.</param>
    /// <param name="take">The step itself; it may return an address to send the browser to.</param>
    public async Task<IResult> RunAsync<TTab>(HttpContext http, StepName at, Tab<TTab> tab, Func<StepContext<TTab>, CancellationToken, Task<string?>> take) where TTab : TabState
    {
        var stop = http.RequestAborted;
        try
        {
            if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            {
                limit.MaxRequestBodySize = MaxForm;
            }

            var form = new PostedForm(await http.Request.ReadFormAsync(stop));      // first, or a form too long would count as one without its token
            await antiforgery.ValidateRequestAsync(http);
            var handle = SessionCookie.HandleOf(http.Request);
            using var entered = handle is null ? null : await locks.EnterAsync(handle, stop);
            var session = handle is null ? null : await sessions.FindAsync(handle, stop);
            if (session is null)
            {
                handle = SessionCookie.Issue(http);         // never a handle that the browser brought along
                session = new();
            }

            var state = tab.Of(session);
            state.Notice = null;
            state.Read(form);

            // What has begun is finished and kept, even if the browser has left meanwhile: a token is issued once.
            var result = await TakeAsync(http, at, tab, session, form, take, CancellationToken.None);
            await sessions.SaveAsync(handle!, session, CancellationToken.None);
            return result;
        }
        catch (AntiforgeryValidationException)
        {
            return RefusedPage.Of(StatusCodes.Status400BadRequest, "This page is out of date", "The form was not sent by the page that this server gave you, or it is too old.", "Open the page anew and try again.");
        }
        catch (BadHttpRequestException error)
        {
            return RefusedPage.Of(error.StatusCode, "The form was not taken", error.Message, "Shorten what you typed and send it again.");
        }
    }

    private async Task<IResult> TakeAsync<TTab>(
        HttpContext http, StepName at, Tab<TTab> tab, PlaygroundSession session, PostedForm form, Func<StepContext<TTab>, CancellationToken, Task<string?>> take, CancellationToken stop)
        where TTab : TabState
    {
        var state = tab.Of(session);
        try
        {
            var context = new StepContext<TTab>(at, tab, session, form, OriginOf(http), transport.Wire, options.Value, time);
            return new SeeOther(await take(context, stop) ?? tab.Address(at));
        }
        catch (OutgoingRefusedException refused)
        {
            state.Notice = new(at, IsAlarm: true, $"Not sent. {refused.Message}", $"Rule: {refused.Rule}.");
            return tab.Page(http, session, refused.Status);
        }
        catch (Exception error) when (error is HttpRequestException or TimeoutException)
        {
            state.Notice = new(at, IsAlarm: true, $"No answer: {error.Message}", "See the exchange for what was sent.");
            return new SeeOther(tab.Address(at));
        }
    }

    private Origin OriginOf(HttpContext http) => Origin.TryOf(http.Request, out var own) && origins.TryFind(own, out _) ? own
        : throw new OutgoingRefusedException("own origin", $"This page was opened at {http.Request.Scheme}://{http.Request.Host}, which is none of this server's own addresses: {string.Join(", ", origins.All.Select(o => o.Origin))}.");
}
