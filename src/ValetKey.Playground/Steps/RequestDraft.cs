using System.Net.Http.Headers;
using System.Text;
using ValetKey.Playground.Outgoing;

namespace ValetKey.Playground.Steps;

/// <summary>The request that is being put together under "Use it".</summary>
public sealed class RequestDraft
{
    internal const string UserAgent = "ValetKey-Playground";
    internal static readonly IReadOnlyList<string> Versions = ["", "1.0", "2.0", "3.0"];

    public string Method { get; set; } = "GET";

    public string Url { get; set; } = "";

    /// <summary>The value of <c>GData-Version</c>; empty sends none.</summary>
    public string Version { get; set; } = "";

    public string ContentType { get; set; } = "application/atom+xml";

    /// <summary>One a line, <c>Name: value</c>.</summary>
    public string Headers { get; set; } = "";

    public string Body { get; set; } = "";

    internal void Read(PostedForm form)
    {
        Method = form.Text("method", 20) ?? Method;
        Url = form.Text("url", 20_000)?.Trim() ?? Url;
        Version = form.Text("gdata_version", 10) ?? Version;
        ContentType = form.Text("content_type", 200)?.Trim() ?? ContentType;
        Headers = form.Text("headers", 20_000) ?? Headers;
        Body = form.Text("body", 512 * 1024) ?? Body;
    }

    /// <exception cref="OutgoingRefusedException">Which rule the request breaks.</exception>
    internal HttpRequestMessage ToRequest(Origin own)
    {
        var request = new HttpRequestMessage(OutgoingMethod.Parse(Method), OutgoingUrl.Parse(Url, own));
        if (!Versions.Contains(Version, StringComparer.Ordinal))
        {
            throw new OutgoingRefusedException("header", "GData-Version is 1.0, 2.0 or 3.0, or is left out.");
        }

        if (Version.Length > 0)
        {
            request.Headers.Add("GData-Version", Version);
        }

        if (request.Method != HttpMethod.Get && Body.Length > 0)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.TryParse(ContentType, out var type) && ContentType.All(char.IsAscii) ? type
                : throw new OutgoingRefusedException("header", "Content-Type is a media type such as application/atom+xml.");
        }

        request.Headers.UserAgent.ParseAdd(UserAgent);
        foreach (var (name, value) in OutgoingHeaders.Parse(Headers))
        {
            if (!request.Headers.TryAddWithoutValidation(name, value) && request.Content?.Headers.TryAddWithoutValidation(name, value) != true)
            {
                throw new OutgoingRefusedException("header", $"{name} describes a body, and this request has none.");
            }
        }

        return request;
    }
}
