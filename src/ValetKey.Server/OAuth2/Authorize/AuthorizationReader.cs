using System.Diagnostics.CodeAnalysis;
using ValetKey.Server.Scopes;

namespace ValetKey.Server.OAuth2.Authorize;

/// <summary>Makes an <see cref="AuthorizationRequest"/> of what was sent, or the refusal that belongs to it.</summary>
internal sealed class AuthorizationReader(ClientRules rules)
{
    public bool TryRead(
        string encoded, [NotNullWhen(true)] out AuthorizationRequest? request, [NotNullWhen(false)] out AuthorizationRefusal? refusal, out string clientId)
    {
        request = null;
        clientId = "";
        if (!SentParameters.TryParse(encoded, out var sent))
        {
            refusal = new AuthorizationRefusal.OnPage("malformed", "The address cannot be read",
                "A percent sign in it is not followed by two hexadecimal digits, or what is escaped is no UTF-8, or there are too many parameters.", "Escape each value once, as UTF-8.");
            return false;
        }

        clientId = Printable.Of(sent["client_id"] ?? "");
        if (!rules.TryRead(sent, out var client, out var address, out var onPage))
        {
            refusal = onPage;
            return false;
        }

        if (RequestRules.Broken(sent, client) is var (error, description))
        {
            refusal = new AuthorizationRefusal.ToClient(address, error, description);
            return false;
        }

        refusal = null;
        var prompts = RequestRules.PromptsOf(sent);
        request = new AuthorizationRequest(
            client.ClientId,
            address.RedirectUri,
            ScopeCatalogue.Split(sent["scope"]),
            address.State,
            Offline: sent["access_type"] == "offline",
            ForceConsent: sent["approval_prompt"] == "force" || prompts.Contains("consent", StringComparer.Ordinal),
            SelectAccount: prompts.Contains("select_account", StringComparer.Ordinal),
            Silent: prompts is ["none"],
            IncludeGrantedScopes: sent["include_granted_scopes"] == "true",
            sent["login_hint"],
            sent["hd"] is "*" or "default" ? null : sent["hd"]?.ToLowerInvariant(),
            sent["code_challenge"],
            sent["nonce"]);
        return true;
    }
}
