using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using ValetKey.Server.Operations;

namespace ValetKey.Server.OAuth2.Token;

/// <summary>An error of the token or revocation endpoint (RFC 6749 §5.2).</summary>
/// <param name="Description">What was wrong and what to do, in printable ASCII without quotation marks.</param>
internal sealed record TokenError(int Status, string Error, string Description) : IResult
{
    public static TokenError UnsupportedMediaType { get; } = new(
        StatusCodes.Status415UnsupportedMediaType, "invalid_request", $"The body is not {FormBody.MediaType} in UTF-8. Send the parameters as such a form.");

    public static TokenError TooLarge { get; } = new(
        StatusCodes.Status413PayloadTooLarge, "invalid_request", $"The body has more than {OperationsFeature.LargestForm} bytes.");

    public static TokenError InvalidRequest(string description) => new(StatusCodes.Status400BadRequest, "invalid_request", description);

    public static TokenError InvalidGrant(string description) => new(StatusCodes.Status400BadRequest, "invalid_grant", description);

    public static TokenError InvalidScope(string description) => new(StatusCodes.Status400BadRequest, "invalid_scope", description);

    public static TokenError InvalidClient(string description) => new(StatusCodes.Status401Unauthorized, "invalid_client", description);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        if (Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers[HeaderNames.WWWAuthenticate] = "Basic realm=\"ValetKey\", charset=\"UTF-8\"";
        }

        return JsonAnswer.Write(httpContext, new TokenErrorBody(Error, Description), OAuth2Json.Default.TokenErrorBody);
    }
}
