using System.Text;
using ValetKey.Cli.Parsing;
using ValetKey.OAuth;

namespace ValetKey.Cli.Signing;

/// <summary>A request by options that curl has.</summary>
internal static class RequestOptions
{
    private const string Form = "application/x-www-form-urlencoded";

    private static readonly Option Method = new("--request", "The HTTP method; GET, or POST with a body, unless said otherwise", "METHOD", "-X");
    private static readonly Option Header = new("--header", "A header; may repeat", "'NAME: VALUE'", "-H");
    private static readonly Option Data = new("--data", "The body, or @FILE without its line ends; several are joined by &", "TEXT", "-d");
    private static readonly Option DataRaw = new("--data-raw", "As --data, without a meaning of @", "TEXT");
    private static readonly Option DataBinary = new("--data-binary", "The body, or @FILE byte for byte", "TEXT");
    private static readonly Option DataEncoded = new("--data-urlencode", "A part of a form, encoded here: NAME=VALUE", "TEXT");

    public static IReadOnlyList<Option> All { get; } = [Method, Header, Data, DataRaw, DataBinary, DataEncoded];

    /// <summary>The request, not signed. Its address is sent and signed as it is written; only characters that no address can hold are escaped.</summary>
    /// <exception cref="CliException">No http or https address, no such header, no such file.</exception>
    public static async Task<HttpRequestMessage> ReadAsync(Invocation invocation, CancellationToken stop)
    {
        var body = await BodyAsync(invocation, stop);
        var request = new HttpRequestMessage(MethodOf(invocation, body), AddressOf(invocation.Arguments.Words[0]));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
        }

        foreach (var line in invocation.Arguments.Values(Header))
        {
            Add(request, line);
        }

        if (request.Content is { Headers.ContentType: null } content && !content.Headers.NonValidated.Contains("Content-Type"))
        {
            content.Headers.ContentType = new(Form);
        }

        return request;
    }

    private static HttpMethod MethodOf(Invocation invocation, byte[]? body)
    {
        try
        {
            return new(invocation.Arguments.Value(Method) ?? (body is null ? "GET" : "POST"));
        }
        catch (FormatException)
        {
            throw CliException.Usage($"'{invocation.Arguments.Value(Method)}' is no HTTP method.", "Write it as -X PUT.");
        }
    }

    private static Uri AddressOf(string text)
    {
        var address = Escaped(text.Split('#')[0]);
        return Uri.TryCreate(address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }, out var uri) && uri is { Scheme: "http" or "https", UserInfo: "" } ? uri
            : throw CliException.Usage($"'{text}' is no address that can be called.", "Write it whole, as https://api.example.com/path?name=value.");
    }

    private static string Escaped(string address)
    {
        if (!address.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            return address;
        }

        var hostEnd = address.IndexOf("://", StringComparison.Ordinal) is var at and >= 0 ? address.IndexOfAny(['/', '?'], at + 3) : 0;
        return hostEnd < 0 ? address
            : address[..hostEnd] + string.Concat(address[hostEnd..].EnumerateRunes().Select(r => r.Value is >= '!' and <= '~' ? r.ToString() : PercentEncoding.Encode(r.ToString())));
    }

    private static void Add(HttpRequestMessage request, string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var (name, value) = colon > 0 ? (line[..colon].Trim(), line[(colon + 1)..].Trim()) : throw CliException.Usage($"-H is '{line}'.", "Write it as -H 'Accept: application/json'.");
        if (name.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
        {
            throw CliException.Usage("Authorization is what is made here.", "Leave it out; --realm and --oauth put more into it.");
        }

        if (!request.Headers.TryAddWithoutValidation(name, value) && !(request.Content ??= new ByteArrayContent([])).Headers.TryAddWithoutValidation(name, value))
        {
            throw CliException.Usage($"'{name}' is no header.", "Write it as -H 'Accept: application/json'.");
        }
    }

    private static async Task<byte[]?> BodyAsync(Invocation invocation, CancellationToken stop)
    {
        List<byte[]> parts = [];
        foreach (var (option, value) in invocation.Arguments.Given)
        {
            if (option == Data)
            {
                parts.Add(value.StartsWith('@') ? [.. (await invocation.Shell.ReadBytesAsync(value[1..], stop)).Where(b => b is not ((byte)'\r' or (byte)'\n' or 0))] : Encoding.UTF8.GetBytes(value));
            }
            else if (option == DataBinary)
            {
                parts.Add(value.StartsWith('@') ? await invocation.Shell.ReadBytesAsync(value[1..], stop) : Encoding.UTF8.GetBytes(value));
            }
            else if (option == DataRaw)
            {
                parts.Add(Encoding.UTF8.GetBytes(value));
            }
            else if (option == DataEncoded)
            {
                var equals = value.IndexOf('=', StringComparison.Ordinal);
                parts.Add(Encoding.UTF8.GetBytes(equals <= 0 ? PercentEncoding.Encode(value[(equals + 1)..]) : $"{value[..equals]}={PercentEncoding.Encode(value[(equals + 1)..])}"));
            }
        }

        return parts.Count == 0 ? null : [.. parts.SelectMany((part, at) => at == 0 ? part : part.Prepend((byte)'&'))];
    }
}
