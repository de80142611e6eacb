using ValetKey.OAuth;

namespace ValetKey.GData.Tests;

/// <summary>A request as it reached <see cref="StubGoogle"/>.</summary>
internal sealed class Sent(HttpRequestMessage request, string? body)
{
    public string Method { get; } = request.Method.Method;

    public string Address { get; } = request.RequestUri!.AbsoluteUri;

    public string? Body { get; } = body;

    public string Scope { get; } = RequestScope.Of(request).AbsoluteUri;

    public string? Authorization { get; } = request.Headers.Authorization?.ToString();

    public string UserAgent { get; } = request.Headers.UserAgent.ToString();

    public string? Header(string name) => request.Headers.TryGetValues(name, out var values) ? string.Join(", ", values)
        : request.Content?.Headers.TryGetValues(name, out values) == true ? string.Join(", ", values) : null;
}
