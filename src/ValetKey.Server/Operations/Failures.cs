using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Data.Sqlite;

namespace ValetKey.Server.Operations;

/// <summary>What an endpoint throws becomes a plain answer: what the client did wrong keeps its status, a busy database asks to come again, the rest is 500 without its inside.</summary>
internal static class Failures
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int Full = 13;

    public static void UseFailures(this IApplicationBuilder app) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        ExceptionHandler = Answer,
        SuppressDiagnosticsCallback = failure => failure.Exception is BadHttpRequestException,      // the client's doing is no error of ours
    });

    private static Task Answer(HttpContext context)
    {
        var (status, what) = context.Features.GetRequiredFeature<IExceptionHandlerFeature>().Error switch
        {
            BadHttpRequestException bad => (bad.StatusCode, bad.Message),
            SqliteException { SqliteErrorCode: Busy or Locked or Full } => (StatusCodes.Status503ServiceUnavailable, "The database cannot take the write now. Try again in a moment; if it stays so, look at the disk's free space."),
            _ => (StatusCodes.Status500InternalServerError, "The server failed at this request. Its log says why."),
        };
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "5";
        }

        return context.Response.WriteAsync(what, context.RequestAborted);
    }
}
