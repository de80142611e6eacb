using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ValetKey.Server.Operations;

/// <summary>Answers what no route does, for everybody and before anyone is asked who they are: 404 in words, 405 with <c>Allow</c>.</summary>
internal static class NothingHere
{
    public static void UseNothingHere(this IApplicationBuilder app) => app.Use(next => context => context.GetEndpoint() switch
    {
        null => NotFound(context),
        { Metadata.Count: 0, RequestDelegate: { } otherMethods } => NotAllowed(context, otherMethods),
        _ => next(context),
    });

    /// <summary>Routing's own answer: the path is there, the method is not.</summary>
    private static async Task NotAllowed(HttpContext context, RequestDelegate otherMethods)
    {
        await otherMethods(context);
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync($"This address takes {context.Response.Headers.Allow}.", context.RequestAborted);
    }

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(
            $"Nothing is served at {context.Request.Path.ToUriComponent()}. The paths are those of Google's servers; the Playground is at /playground/.",
            context.RequestAborted);
    }
}
