using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ValetKey.OAuth;

namespace ValetKey.AspNetCore;

/// <summary>What OAuth 1.0 knows of a request.</summary>
public static class OAuth1HttpContext
{
    /// <summary>The verified request behind <c>HttpContext.User</c>; <c>null</c> where it was not authenticated by a signature.</summary>
    public static OAuth1Verification.Verified? GetOAuth1(this HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Features.Get<OAuth1Verification.Verified>();
    }

    /// <summary>
    /// Verifies a request by hand, for addresses that are no protected resources: where request tokens are given and exchanged.
    /// Each call takes the request's nonce, so a request is verified once.
    /// </summary>
    /// <param name="http">The request; a form in it can be read again afterwards.</param>
    /// <param name="endpoint">What kind of address it came to.</param>
    /// <param name="scheme">Whose options hold.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="BadHttpRequestException">413: the body is larger than the options allow.</exception>
    public static async Task<OAuth1Verification> VerifyOAuth1Async(
        this HttpContext http, OAuth1Endpoint endpoint, string scheme = OAuth1Defaults.AuthenticationScheme, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(http);
        var options = OptionsOf(http, scheme);
        return await VerifyAsync(http, options, await ReceivedRequests.Read(http.Request, options, stop), endpoint, stop);
    }

    internal static OAuth1AuthenticationOptions OptionsOf(HttpContext http, string scheme) =>
        http.RequestServices.GetRequiredService<IOptionsMonitor<OAuth1AuthenticationOptions>>().Get(scheme);

    internal static Task<OAuth1Verification> VerifyAsync(
        HttpContext http, OAuth1AuthenticationOptions options, ReceivedRequest received, OAuth1Endpoint endpoint, CancellationToken stop) => options
            .VerifierOver(http.RequestServices.GetRequiredService<IOAuth1VerifierStore>(), http.RequestServices.GetRequiredService<INonceStore>())
            .VerifyAsync(received, endpoint, stop);
}
