using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ValetKey.Pages;

/// <summary>The headers that keep a page safe: nothing from elsewhere, no inline script, no framing, no referrer, no cache.</summary>
public static class PageHeaders
{
    private const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>
    /// Sets the headers on every answer of an endpoint or group, refusals included. Browsers hold each redirect that follows a form
    /// against <c>form-action</c>: a page whose form ends in a redirect to a client's callback (sign-in, consent) passes
    /// <see cref="FormsGo.Anywhere"/>, all others keep <see cref="FormsGo.ToThisOrigin"/>.
    /// </summary>
    public static TBuilder WithPageHeaders<TBuilder>(this TBuilder endpoints, FormsGo forms = FormsGo.ToThisOrigin) where TBuilder : IEndpointConventionBuilder
    {
        // Around the whole endpoint and not a filter, since filters do not run when the binding of a form refuses it.
        endpoints.Finally(endpoint =>
        {
            var handle = endpoint.RequestDelegate;
            endpoint.RequestDelegate = handle is null ? null : http =>
            {
                Set(http.Response, forms);
                return handle(http);
            };
        });
        return endpoints;
    }

    /// <summary>Sets the headers on one answer, for a page that middleware writes, such as an error page.</summary>
    public static void Set(HttpResponse response, FormsGo forms = FormsGo.ToThisOrigin)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = forms == FormsGo.Anywhere ? Policy : Policy + "; form-action 'self'";
        headers.XFrameOptions = "DENY";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-cache, no-store";
    }
}
