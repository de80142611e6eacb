using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using ValetKey.OAuth;

namespace ValetKey.Server.OAuth1;

/// <summary>Credentials on the wire: form-encoded, in this order and with nothing after it, since old clients match it with a regular expression.</summary>
internal sealed class TokenAnswer(string token, string secret, bool callbackConfirmed = false) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/x-www-form-urlencoded";
        httpContext.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return httpContext.Response.WriteAsync(
            $"oauth_token={PercentEncoding.Encode(token)}&oauth_token_secret={PercentEncoding.Encode(secret)}{(callbackConfirmed ? "&oauth_callback_confirmed=true" : "")}",
            httpContext.RequestAborted);
    }
}
