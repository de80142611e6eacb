using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ValetKey.OAuth.Tests.OAuth1;

/// <summary>One case of oauth1-signatures.json, as the two sides see it.</summary>
internal sealed class SignatureCase(JsonElement json)
{
    public static JsonElement All { get; } = Vectors.Load("oauth1-signatures.json").GetProperty("cases");

    public static SignatureCase Named(string name) => new(All.Named(name));

    public string Method => json.Text("method")!;

    public string Url => json.Text("url")!;

    public string? Header => Expected.Text("authorizationHeader");

    public string Signature => Expected.Text("signature")!;

    public string BaseString => Expected.Text("baseString")!;

    public string? SigningKey => Expected.Text("signingKey");

    public string? ContentType => json.Fields("headers").Where(h => h.Name == "Content-Type").Select(h => h.Value).FirstOrDefault();

    public string? Form => json.Text("bodyForm");

    public string? Body => json.Text("body");

    public bool HasNonce => json.Text("nonce") is not null;

    public IReadOnlyList<Parameter> Extra => [.. json.Fields("additionalOAuthParameters")];

    public SignatureMethod SignatureMethod => SignatureMethod.Parse(json.Text("signatureMethod")!, null);

    public Secret ConsumerSecret => json.Text("consumerSecret") ?? "";

    public Secret TokenSecret => json.Text("tokenSecret") ?? "";

    public OAuth1Token? Token => json.Text("token") is { } token ? new(token, TokenSecret) : null;

    public ParameterTransmission Transmission => Enum.Parse<ParameterTransmission>(json.Text("parametersIn")!, ignoreCase: true);

    private JsonElement Expected => json.GetProperty("expected");

    public string ConsumerKey => json.Text("consumerKey")!;

    public DateTimeOffset Time => DateTimeOffset.FromUnixTimeSeconds(long.Parse(json.Text("timestamp") ?? "1700000000", System.Globalization.CultureInfo.InvariantCulture));

    public OAuth1Consumer Consumer
    {
        get
        {
            var consumer = PrivateKey is { } key ? new OAuth1Consumer(ConsumerKey, key) : new OAuth1Consumer(ConsumerKey, ConsumerSecret);
            return consumer with
            {
                SignatureMethod = SignatureMethod,
                Transmission = Transmission,
                Realm = json.Text("realm"),
                Timestamp = json.Text("timestamp"),
                Nonce = json.Text("nonce"),
                Version = json.Text("version"),
            };
        }
    }

    public RSA? PrivateKey => json.Text("privateKeyPem") is { } file ? RsaKey.ReadPrivate(File.ReadAllText(Vectors.PathOf(file))) : null;

    /// <summary>The request before it was signed.</summary>
    public HttpRequestMessage Unsigned()
    {
        var url = Transmission == ParameterTransmission.Query ? Url[..Url.IndexOf("&oauth_", StringComparison.Ordinal)] : Url;
        var form = Transmission == ParameterTransmission.Body ? Form![..Form!.IndexOf("&oauth_", StringComparison.Ordinal)] : Form;
        var request = new HttpRequestMessage(new HttpMethod(Method), new Uri(url, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if ((form ?? Body) is { } body)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType ?? "application/x-www-form-urlencoded");
        }

        return request;
    }

    /// <summary>The request as it arrives.</summary>
    public ReceivedRequest Received()
    {
        var scheme = Url[..Url.IndexOf("://", StringComparison.Ordinal)];
        var rest = Url[(scheme.Length + 3)..].Split('#')[0];
        var end = rest.IndexOfAny(['/', '?']);
        var target = end < 0 ? "/" : rest[end] == '?' ? "/" + rest[end..] : rest[end..];
        return new(Method, scheme, end < 0 ? rest : rest[..end], target, Header, ContentType, Form, Body is null ? null : Encoding.UTF8.GetBytes(Body));
    }
}
