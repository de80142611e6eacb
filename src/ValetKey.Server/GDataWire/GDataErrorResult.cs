using System.Text;
using Microsoft.AspNetCore.Http;
using ValetKey.GData.Protocol;

namespace ValetKey.Server.GDataWire;

/// <summary>A refusal on the wire: plain text in version 1, the document of errors from version 2 on.</summary>
internal sealed class GDataErrorResult(GDataError error) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (AtomRequest.Read(httpContext), httpContext.Response);
        response.StatusCode = error.Status;
        ResponseHeaders.SetVersion(response, request);
        if (request.Version.HasETags)
        {
            await XmlBody.Write(response, GDataError.MediaType + "; charset=UTF-8", writer => GDataError.WriteDocument(writer, error), httpContext.RequestAborted);
        }
        else
        {
            response.ContentType = "text/plain; charset=UTF-8";
            var place = error.Location is null ? "" : $" ({error.LocationType} {error.Location})";
            await response.WriteAsync(error.Reason + place, Encoding.UTF8, httpContext.RequestAborted);
        }
    }
}
