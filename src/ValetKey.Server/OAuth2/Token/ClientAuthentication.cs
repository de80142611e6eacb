using System.Text;
using Microsoft.AspNetCore.Http;
using ValetKey.OAuth;

namespace ValetKey.Server.OAuth2.Token;

/// <summary>Which client calls, and the proof of it (RFC 6749 §2.3): Basic or the body, never both; a public client names itself alone.</summary>
internal sealed class ClientAuthentication(Clients clients)
{
    private const string Basic = "Basic ";

    /// <summary>An unknown client and a wrong secret get one answer.</summary>
    private static readonly TokenError Wrong = TokenError.InvalidClient(
        "No client has this id and this secret. Send client_id and client_secret in the body, or by HTTP Basic, as the console shows them; a client without a secret sends none.");

    public (RegisteredClient? Client, TokenError? Refused) Authenticate(HttpRequest request, SentParameters sent)
    {
        var header = request.Headers.Authorization;
        var byQuery = request.Query.ContainsKey("client_secret");
        var methods = header.Count + (sent.Has("client_secret") ? 1 : 0) + (sent.Has("client_assertion") ? 1 : 0) + (byQuery ? 1 : 0);
        if (methods > 1)
        {
            return (null, TokenError.InvalidRequest("The client authenticates itself in more than one way. Send its secret by HTTP Basic or in the body, not both."));
        }

        if (byQuery)
        {
            return (null, TokenError.InvalidClient("client_secret is in the query, where logs keep it. Send it in the body or by HTTP Basic, and make a new one."));
        }

        return sent.Has("client_assertion") ? (null, TokenError.InvalidClient("Assertions are not taken from this client. Send its secret by HTTP Basic or in the body."))
            : header.Count == 1 ? ByBasic(header.ToString(), sent["client_id"])
            : ByBody(sent);
    }

    private (RegisteredClient? Client, TokenError? Refused) ByBasic(string header, string? idInBody)
    {
        if (Decode(header) is not { } credentials || credentials.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon))
        {
            return (null, TokenError.InvalidClient("The Authorization header is not Basic with base64 of id:secret."));
        }

        var (id, secret) = (credentials[..colon], credentials[(colon + 1)..]);
        return idInBody is not null && idInBody != id && idInBody != FormDecoded(id)
            ? (null, TokenError.InvalidRequest("client_id in the body names another client than the Authorization header."))
            : Proven(id, secret) is { } asSent ? (asSent, null)
            : Proven(FormDecoded(id), FormDecoded(secret)) is { } decoded ? (decoded, null)     // §2.3.1 has both encoded; most clients don't
            : (null, Wrong);
    }

    private (RegisteredClient? Client, TokenError? Refused) ByBody(SentParameters sent)
    {
        if (sent["client_id"] is not { } id)
        {
            return (null, TokenError.InvalidClient("client_id is missing. Send it in the body with client_secret, or both by HTTP Basic."));
        }

        var client = sent.Has("client_secret") ? Proven(id, sent["client_secret"] ?? "") : clients.Find(id) is { IsPublic: true } open ? open : null;
        return client is null ? (null, Wrong) : (client, null);
    }

    private RegisteredClient? Proven(string id, string secret) => clients.Find(id) is { } client && client.HasSecret(secret) ? client : null;

    private static string? Decode(string header)
    {
        if (!header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var encoded = header.AsSpan(Basic.Length).Trim();
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64Chars(encoded, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : null;
    }

    private static string FormDecoded(string text)
    {
        try
        {
            return FormEncoding.Decode("x=" + text.Replace("&", "%26", StringComparison.Ordinal))[0].Value;
        }
        catch (FormatException)
        {
            return text;        // it was never encoded
        }
    }
}
