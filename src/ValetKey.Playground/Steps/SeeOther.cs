using Microsoft.AspNetCore.Http;

namespace ValetKey.Playground.Steps;

/// <summary>303: what was posted is done, and the browser shows another page, by GET.</summary>
internal sealed class SeeOther(string location) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = location;
        return Task.CompletedTask;
    }
}
