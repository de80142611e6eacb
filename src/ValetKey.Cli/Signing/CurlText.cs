using System.Text;

namespace ValetKey.Cli.Signing;

/// <summary>A request as a curl command that sends the very same bytes, quoted for a POSIX shell.</summary>
internal static class CurlText
{
    public static async Task<string> OfAsync(HttpRequestMessage request, CancellationToken stop)
    {
        var body = request.Content is null ? null : Encoding.UTF8.GetString(await request.Content.ReadAsByteArrayAsync(stop));
        var address = request.RequestUri!.AbsoluteUri;
        var text = new StringBuilder("curl");
        var method = request.Method.Method.ToUpperInvariant();
        text.Append(method == (body is null ? "GET" : "POST") ? "" : method == "HEAD" ? " --head" : $" -X {Quoted(method)}");
        text.Append(address.AsSpan().ContainsAny("[]{}") ? " --globoff" : "").Append(address.Contains("/.", StringComparison.Ordinal) ? " --path-as-is" : "");
        foreach (var header in request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default))
        {
            if (!header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                text.Append(" -H ").Append(Quoted($"{header.Key}: {header.Value}"));
            }
        }

        return text.Append(body is null ? "" : $" --data-raw {Quoted(body)}").Append(' ').Append(Quoted(address)).ToString();
    }

    private static string Quoted(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || "-._/:@%+=,".Contains(c, StringComparison.Ordinal)) ? text
        : $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
