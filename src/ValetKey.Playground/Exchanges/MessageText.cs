using System.Globalization;
using System.Text;

namespace ValetKey.Playground.Exchanges;

/// <summary>Writes messages as they go over the wire, for reading.</summary>
internal static class MessageText
{
    private const int MaxBody = 64 * 1024;

    public static async Task<string> OfAsync(HttpRequestMessage request, CancellationToken stop)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{request.Method} {request.RequestUri!.PathAndQuery} HTTP/{request.Version}\n");
        text.Append(CultureInfo.InvariantCulture, $"Host: {request.RequestUri.Authority}\n");
        Append(text, request.Headers);
        if (request.Content is not null)
        {
            await request.Content.LoadIntoBufferAsync(stop);
            _ = request.Content.Headers.ContentLength;      // known now; reading it puts it among the headers
            Append(text, request.Content.Headers);
            var body = await request.Content.ReadAsStringAsync(stop);
            text.Append('\n').Append(body.Length <= MaxBody ? body : body[..MaxBody] + "\n… (shown up to 64 KiB)");
        }

        return text.ToString().TrimEnd('\n');
    }

    public static string HeadOf(HttpResponseMessage response)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"HTTP/{response.Version} {(int)response.StatusCode} {response.ReasonPhrase}\n");
        Append(text, response.Headers);
        Append(text, response.Content.Headers);
        return text.ToString().TrimEnd('\n');
    }

    private static void Append(StringBuilder text, IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers)
    {
        foreach (var (name, values) in headers)
        {
            foreach (var value in values)
            {
                // One protocol parameter a line: a header of OAuth 1.0 is long and is read piece by piece.
                var shown = name == "Authorization" ? value.Replace("\", ", "\",\n    ", StringComparison.Ordinal) : value;
                text.Append(CultureInfo.InvariantCulture, $"{name}: {shown}\n");
            }
        }
    }
}
