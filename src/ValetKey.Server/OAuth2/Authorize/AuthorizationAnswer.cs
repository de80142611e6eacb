using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using ValetKey.Server.Accounts;
using ValetKey.Server.Operations;

namespace ValetKey.Server.OAuth2.Authorize;

/// <summary>The answers of the authorization endpoint: back to the client, or a page.</summary>
internal static class AuthorizationAnswer
{
    /// <summary>303 to the client; a page that shows the code where no browser can be sent (Google's oob).</summary>
    public static IResult Code(HttpContext http, ReturnAddress address, string code) => address.IsOutOfBand
        ? AccountPages.SuccessCode(code, "code", "Google has retired codes that people carry: a new application listens on a loopback address instead.")
        : SeeOther(http, address.With(Origin.Of(http.Request), ("code", code)));

    public static IResult Error(HttpContext http, ReturnAddress address, string error, string description) => address.IsOutOfBand
        ? new RazorComponentResult<OutOfBandErrorPage>(new { Error = error, Description = description })
        : SeeOther(http, address.With(Origin.Of(http.Request), ("error", error), ("error_description", description)));

    public static IResult Refused(HttpContext http, AuthorizationRefusal refusal) => refusal switch
    {
        AuthorizationRefusal.ToClient refused => Error(http, refused.Address, refused.Error, refused.Description),
        AuthorizationRefusal.OnPage { Difference: { } difference } page => new RazorComponentResult<RedirectRefusedPage>(
            new { page.Title, page.What, page.Mend, Difference = difference }) { StatusCode = StatusCodes.Status400BadRequest },
        _ => Page((AuthorizationRefusal.OnPage)refusal),
    };

    private static RazorComponentResult Page(AuthorizationRefusal.OnPage page) =>
        AccountPages.Refusal(StatusCodes.Status400BadRequest, page.Title, page.What, page.Mend);

    /// <summary>303, so that a form's body is never sent on (RFC 9700 §4.12).</summary>
    public static IResult SeeOther(HttpContext http, string address)
    {
        http.Response.Headers.Location = address;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
