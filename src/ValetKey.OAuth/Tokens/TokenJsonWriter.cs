using System.Text.Json;

namespace ValetKey.OAuth;

/// <summary>Writes one token as <see cref="TokenJson"/> documents it: what is missing is left out.</summary>
internal readonly struct TokenJsonWriter(Utf8JsonWriter json)
{
    public void Write(KeptToken kept)
    {
        json.WriteStartObject();
        Text("name", kept.Name);
        Text("provider", kept.Owner?.Provider);
        switch (kept.Token)
        {
            case OAuth1Token token: Write(kept.Owner, token); break;
            case OAuth2Token token: Write(kept.Owner, token); break;
            case StoredToken token: Text("blob", TokenBlob.Write(token)); break;
            default: throw KeptToken.NotKept(kept.Token);
        }

        if (kept.Token is not StoredToken && kept.Token.Scopes.Count > 0)
        {
            json.WriteStartArray("scopes");
            foreach (var scope in kept.Token.Scopes)
            {
                json.WriteStringValue(scope);
            }

            json.WriteEndArray();
        }

        if (kept.IsCurrent)
        {
            json.WriteBoolean("current", true);
        }

        json.WriteEndObject();
    }

    private void Write(TokenOwner? owner, OAuth1Token token)
    {
        Text("consumerKey", owner?.Id);
        Text("consumerSecret", owner?.Secret?.Reveal());
        Text("privateKey", owner?.PrivateKey?.Reveal());
        Text("signatureMethod", owner?.SignatureMethod?.Name);
        Text("token", token.Token);
        Text("tokenSecret", token.TokenSecret.Reveal());
        Text("sessionHandle", token.SessionHandle?.Reveal());
        Time("expiresAt", token.ExpiresAt);
        Time("authorizationExpiresAt", token.AuthorizationExpiresAt);
        if (token.Details.Count > 0)
        {
            json.WriteStartObject("details");
            foreach (var detail in token.Details.DistinctBy(d => d.Name, StringComparer.Ordinal))
            {
                json.WriteString(detail.Name, detail.Value);
            }

            json.WriteEndObject();
        }
    }

    private void Write(TokenOwner? owner, OAuth2Token token)
    {
        Text("clientId", owner?.Id);
        Text("clientSecret", owner?.Secret?.Reveal());
        Text("authorizeUrl", owner?.AuthorizeUrl);
        Text("tokenUrl", owner?.TokenUrl);
        Text("accessToken", token.AccessToken.Reveal());
        Text("refreshToken", token.RefreshToken?.Reveal());
        Text("idToken", token.IdToken?.Reveal());
        Time("expiresAt", token.ExpiresAt);
    }

    private void Text(string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private void Time(string name, DateTimeOffset? time)
    {
        if (time is { } value)
        {
            json.WriteString(name, value.ToUniversalTime());
        }
    }
}
