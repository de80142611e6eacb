using System.Globalization;
using System.Text.Json;

namespace ValetKey.OAuth;

/// <summary>Reads one token as <see cref="TokenJson"/> documents it. Errors name the token's number and the field, never a value.</summary>
internal sealed class TokenJsonReader
{
    private readonly Dictionary<string, JsonElement> _fields = new(StringComparer.Ordinal);
    private readonly int _number;

    public TokenJsonReader(JsonElement json, int number)
    {
        _number = number;
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Wrong("is no object");
        }

        foreach (var field in json.EnumerateObject())
        {
            _fields[field.Name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant()] = field.Value;
        }
    }

    public KeptToken Read()
    {
        var kept = Text("blob") is { } blob ? KeptToken.Of(TokenBlob.Read(blob))
            : _fields.ContainsKey("accesstoken") ? OAuth2()
            : _fields.ContainsKey("token") || _fields.ContainsKey("oauthtoken") ? OAuth1()
            : throw Wrong("has neither token and tokenSecret, nor accessToken, nor blob");
        try
        {
            return kept with { Name = Text("name"), IsCurrent = _fields.TryGetValue("current", out var current) && current.ValueKind == JsonValueKind.True };
        }
        catch (ArgumentException name)
        {
            throw Wrong($"has a name that is none: {name.Message}");
        }
    }

    private KeptToken OAuth1() => new(new OAuth1Token(Text("token", "oauthtoken")!, Secret("tokensecret", "oauthtokensecret") ?? throw Wrong("has no tokenSecret (write \"\" where there is none)"))
    {
        Scopes = Scopes(),
        SessionHandle = Secret("sessionhandle", "oauthsessionhandle"),
        ExpiresAt = Time("expiresat"),
        AuthorizationExpiresAt = Time("authorizationexpiresat"),
        Details = Details(),
    })
    {
        Owner = Text("consumerkey", "oauthconsumerkey") is not { Length: > 0 } key ? null : new(key)
        {
            Secret = Secret("consumersecret", "oauthconsumersecret"),
            PrivateKey = Secret("privatekey"),
            SignatureMethod = Method(),
            Provider = Text("provider"),
        },
    };

    private KeptToken OAuth2() => new(new OAuth2Token(Secret("accesstoken")!, Secret("refreshtoken"), Time("expiresat"), Scopes()) { IdToken = Secret("idtoken") })
    {
        Owner = Text("clientid") is not { Length: > 0 } id ? null : new(id)
        {
            Secret = Secret("clientsecret"),
            Provider = Text("provider"),
            AuthorizeUrl = Text("authorizeurl"),
            TokenUrl = Text("tokenurl"),
        },
    };

    private SignatureMethod? Method() => Text("signaturemethod") is not { } name ? null
        : SignatureMethod.TryParse(name, null, out var method) ? method
        : throw Wrong($"has a signatureMethod that is none of {string.Join(", ", SignatureMethod.All)}");

    private Secret? Secret(params ReadOnlySpan<string> names) => Text(names) is { } text ? new Secret(text) : null;

    private string? Text(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_fields.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null)
            {
                return value.ValueKind == JsonValueKind.String ? value.GetString() : throw Wrong($"has a {name} that is no text");
            }
        }

        return null;
    }

    private DateTimeOffset? Time(string name) => Text(name) is not { } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time
        : throw Wrong($"has an {name} that is no time; write it as 2026-01-31T12:00:00Z");

    // A list of texts, or one text with spaces between, as token answers have it.
    private string[] Scopes() => _fields.TryGetValue("scopes", out var list) && list.ValueKind == JsonValueKind.Array
        ? [.. list.EnumerateArray().Select(scope => scope.ValueKind == JsonValueKind.String ? scope.GetString()! : throw Wrong("has scopes that are no text"))]
        : Text("scopes", "scope")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private IReadOnlyList<Parameter> Details() => !_fields.TryGetValue("details", out var details) || details.ValueKind != JsonValueKind.Object ? []
        : [.. details.EnumerateObject().Select(d => new Parameter(d.Name, d.Value.ValueKind == JsonValueKind.String ? d.Value.GetString()! : throw Wrong("has details that are no text")))];

    private FormatException Wrong(string what) => new(string.Create(CultureInfo.InvariantCulture, $"Token {_number} of the JSON {what}."));
}
