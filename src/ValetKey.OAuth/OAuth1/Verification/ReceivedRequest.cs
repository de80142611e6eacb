using System.Text;

namespace ValetKey.OAuth;

/// <summary>A request as it arrived, without any web framework in it.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Scheme">The effective scheme: that of the connection, or of a trusted proxy.</param>
/// <param name="Authority">The effective <c>Host</c>, with its port if the client sent one.</param>
/// <param name="RawTarget">The request target byte for byte: origin-form (<c>/path?query</c>) or absolute-form, whose scheme and authority then win.</param>
/// <param name="Authorization">The value of <c>Authorization</c>, or <c>null</c>.</param>
/// <param name="ContentType">The value of <c>Content-Type</c>, or <c>null</c>.</param>
/// <param name="FormBody">The raw body where it is <c>application/x-www-form-urlencoded</c>; else <c>null</c>.</param>
/// <param name="Body">The body's bytes, needed only where <c>oauth_body_hash</c> is to be checked; <c>null</c> counts as an empty body.</param>
public sealed record ReceivedRequest(
    string Method,
    string Scheme,
    string Authority,
    string RawTarget,
    string? Authorization,
    string? ContentType = null,
    string? FormBody = null,
    ReadOnlyMemory<byte>? Body = null)
{
    // The header, the query and the body may hold secrets.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("Method = ").Append(Method).Append(", Scheme = ").Append(Scheme).Append(", Authority = ").Append(Authority);
        return true;
    }
}
