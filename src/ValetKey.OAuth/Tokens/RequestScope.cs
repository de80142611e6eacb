namespace ValetKey.OAuth;

/// <summary>Which scope a request falls under, where its own address does not tell: APIs whose paths are not below their scope, or another host than the provider's.</summary>
public static class RequestScope
{
    private static readonly HttpRequestOptionsKey<Uri> Key = new("ValetKey.OAuth.RequestScope");

    /// <summary>Says that a token for <paramref name="scopeUrl"/> is good for this request.</summary>
    public static void Set(HttpRequestMessage request, Uri scopeUrl)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(scopeUrl);
        request.Options.Set(Key, scopeUrl);
    }

    /// <summary>What was set, or else the request's own address.</summary>
    /// <exception cref="ArgumentException">Neither is there.</exception>
    public static Uri Of(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Options.TryGetValue(Key, out var scope) ? scope
            : request.RequestUri ?? throw new ArgumentException("The request has no address.", nameof(request));
    }
}
