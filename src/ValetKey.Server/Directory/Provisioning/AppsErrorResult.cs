using Microsoft.AspNetCore.Http;
using ValetKey.GData.Provisioning;
using ValetKey.Server.GDataWire;

namespace ValetKey.Server.Directory.Provisioning;

/// <summary>A refusal of the directory on the wire: 400, or 404 for what does not exist.</summary>
internal sealed class AppsErrorResult(DirectoryProblem problem) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var code = AppsErrorCode.Find(problem.Code) ?? AppsErrorCode.UnknownError;
        httpContext.Response.StatusCode = code.Status;
        ResponseHeaders.SetVersion(httpContext.Response, AtomRequest.Read(httpContext));
        // The attribute is there even when it is empty: the first clients look for it without asking.
        return XmlBody.Write(httpContext.Response, "application/xml; charset=UTF-8", writer => AppsError.WriteDocument(writer, code.For(problem.Input)), httpContext.RequestAborted);
    }
}
