using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ValetKey.Server.Accounts;

/// <summary>Every form that changes something carries a token bound to the browser and to who is signed in.</summary>
internal static class FormToken
{
    /// <summary>Refuses a form without its token with a page that says which cookie is missing, instead of a bare 400.</summary>
    public static TBuilder WithFormToken<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilter(async (invocation, next) =>
        {
            var http = invocation.HttpContext;
            if (!http.Request.HasFormContentType)
            {
                return AccountPages.Refusal(StatusCodes.Status415UnsupportedMediaType, "This is not a form",
                    "The page takes application/x-www-form-urlencoded alone.", "Send the form that the page shows.");
            }

            return await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
                ? await next(invocation)
                : AccountPages.Refusal(StatusCodes.Status400BadRequest, "This form has expired",
                    "It came without its token, or from another browser, or another account has signed in since. The cookie valetkey-form, which goes with it, may be blocked.",
                    "Allow cookies for this address, go back, reload the page and send it again.");
        });
}
