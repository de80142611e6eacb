using System.Text;

namespace ValetKey.OAuth;

/// <summary>One user sent to consent; to be kept on the server, for this browser, until the redirect comes back.</summary>
/// <param name="Url">Where to send the browser.</param>
/// <param name="State">Comes back with the answer, and binds it to the browser that was sent away (RFC 6749 §10.12).</param>
/// <param name="CodeVerifier">Goes with the exchange (RFC 7636); <c>null</c> where PKCE is off.</param>
public sealed record AuthorizationRequest(string Url, string State, Secret? CodeVerifier)
{
    // Who knows the state can forge an answer.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Url = ").Append(new Uri(Url).GetLeftPart(UriPartial.Path));
        return true;
    }
}
