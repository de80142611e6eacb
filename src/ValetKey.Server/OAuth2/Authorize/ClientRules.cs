using System.Diagnostics.CodeAnalysis;

namespace ValetKey.Server.OAuth2.Authorize;

/// <summary>The rules that settle which client asks and where its answer goes. Until they hold, a refusal is a page and never a redirect.</summary>
internal sealed class ClientRules(Clients clients)
{
    /// <summary>In bytes, decoded.</summary>
    private const int LongestState = 8192;

    public bool TryRead(
        SentParameters sent,
        [NotNullWhen(true)] out RegisteredClient? client,
        [NotNullWhen(true)] out ReturnAddress? address,
        [NotNullWhen(false)] out AuthorizationRefusal.OnPage? refusal)
    {
        address = null;
        if (!TryFind(sent, out client, out refusal))
        {
            return false;
        }

        refusal = Redirect(sent, client) ?? State(sent);
        if (refusal is not null)
        {
            return false;
        }

        var scripted = (sent["response_type"] ?? "").Split(' ').Any(type => type is "token" or "id_token");
        address = new ReturnAddress(sent["redirect_uri"]!, sent.IsRepeated("state") ? null : sent.EncodedOf("state"), scripted);
        return true;
    }

    private bool TryFind(
        SentParameters sent, [NotNullWhen(true)] out RegisteredClient? client, [NotNullWhen(false)] out AuthorizationRefusal.OnPage? refusal)
    {
        var id = sent["client_id"];
        client = id is null || sent.IsRepeated("client_id") ? null : clients.Find(id);
        refusal = client is not null ? null
            : id is null ? new("client_missing", "The client is missing", "The address carries no client_id.", "Send the client id that the console shows for your application.")
            : sent.IsRepeated("client_id") ? new("client_repeated", "Two clients at once", "The address names client_id more than once.", "Send it once.")
            : new("client_unknown", "The client is unknown", $"No client of this server has the id {Printable.Of(id)}.",
                "Compare it with the console, character by character; this server knows its own clients alone.");
        return refusal is null;
    }

    private static AuthorizationRefusal.OnPage? Redirect(SentParameters sent, RegisteredClient client)
    {
        if (!sent.Has("redirect_uri") && sent.Has("redirect_url"))
        {
            return new("redirect_slip", "It is redirect_uri, not redirect_url",
                "The address carries redirect_url. Old articles spell it so, and no server reads it.", "Rename the parameter to redirect_uri.");
        }

        if (sent.IsRepeated("redirect_uri"))
        {
            return new("redirect_repeated", "Two redirect addresses at once", "The address names redirect_uri more than once.", "Send it once.");
        }

        if (sent["redirect_uri"] is not { } redirect)
        {
            return new("redirect_missing", "The redirect address is missing",
                "The address carries no redirect_uri.", $"Send one of those registered for this client: {Listed(RedirectUris.Of(client))}.");
        }

        return RedirectUris.Allows(client, redirect) ? null : new(
            "redirect_uri_mismatch", "This redirect address is not registered",
            $"The client {Printable.Of(client.ClientId)} asked to return to an address that it has not registered (redirect_uri_mismatch).",
            $"Send a registered address exactly as it is registered, or register this one. Registered: {Listed(RedirectUris.Of(client))}.")
            {
                Difference = RedirectUris.Difference(client, redirect),
            };
    }

    private static AuthorizationRefusal.OnPage? State(SentParameters sent) =>
        sent["state"] is { } state && System.Text.Encoding.UTF8.GetByteCount(state) > LongestState
            ? new("state_too_long", "The state is too long", $"state has more than {LongestState} bytes.", "Keep what is long on your side, and send a short key to it.")
            : null;

    private static string Listed(IReadOnlyList<string> registered) =>
        registered is [] ? "none" : string.Join(", ", registered.Take(20).Select(address => Printable.Of(address)));
}
