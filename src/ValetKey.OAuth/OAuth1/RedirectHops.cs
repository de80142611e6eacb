using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace ValetKey.OAuth;

/// <summary>The redirects of one request: which are followed, and as what (RFC 9110 §15.4).</summary>
internal sealed class RedirectHops(HttpRequestMessage request)
{
    private readonly List<Uri> _been = [];

    /// <summary>Where an answer sends the request; <c>null</c> where it is no redirect, or one that is not followed.</summary>
    public (Uri There, HttpStatusCode Status)? Next(HttpResponseMessage answer)
    {
        if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308) || answer.Headers.Location is not { } location || request.RequestUri is not { } here)
        {
            return null;
        }

        var there = location.IsAbsoluteUri ? location : new Uri(here, location);
        var leaves = !IsSameOrigin(here, there);
        var isFollowed = there.Scheme is "http" or "https"
            && !(here.Scheme == "https" && there.Scheme == "http")
            && (BecomesGet(answer.StatusCode) || request.Content is null || !leaves && CanReplay(request.Content));
        return isFollowed ? (there, answer.StatusCode) : null;
    }

    /// <summary>Turns the request to the next hop.</summary>
    /// <returns>Whether that is the same origin, where it may be signed.</returns>
    /// <exception cref="HttpRequestException">One too many.</exception>
    public bool Go((Uri There, HttpStatusCode Status) next, int most)
    {
        var here = request.RequestUri!;
        _been.Add(here);
        if (_been.Count > most)
        {
            throw new HttpRequestException(string.Create(CultureInfo.InvariantCulture,
                $"More than {most} redirects: {string.Join(" -> ", _been.Append(next.There).Select(hop => hop.GetLeftPart(UriPartial.Path)))}."));
        }

        if (BecomesGet(next.Status))
        {
            request.Method = request.Method == HttpMethod.Head ? HttpMethod.Head : HttpMethod.Get;
            request.Content = null;
            request.Headers.TransferEncodingChunked = null;
        }

        request.RequestUri = next.There;
        if (IsSameOrigin(here, next.There))
        {
            return true;
        }

        request.Headers.Authorization = null;
        request.Headers.ProxyAuthorization = null;
        request.Headers.Host = null;
        request.Headers.Remove("Cookie");
        return false;
    }

    /// <summary>Whether a body can be sent a second time: it lies in memory, or is written anew each time.</summary>
    public static bool CanReplay(HttpContent? content) => content switch
    {
        null or ByteArrayContent or ReadOnlyMemoryContent or JsonContent => true,
        MultipartContent parts => parts.All(CanReplay),
        _ => false,
    };

    // 303 for all but HEAD; 301 and 302 for POST, as every client does it.
    private bool BecomesGet(HttpStatusCode status) => status == HttpStatusCode.SeeOther
        || status is HttpStatusCode.Moved or HttpStatusCode.Found && request.Method == HttpMethod.Post;

    private static bool IsSameOrigin(Uri a, Uri b) => a.Scheme == b.Scheme && a.IdnHost.Equals(b.IdnHost, StringComparison.OrdinalIgnoreCase) && a.Port == b.Port;
}
