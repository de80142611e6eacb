namespace ValetKey.OAuth;

/// <summary>An address that a user is sent to with parameters in its query (RFC 6749 §3.1, RFC 5849 §2.2).</summary>
public static class AuthorizationUrl
{
    /// <summary>Adds parameters to an endpoint. Each name is sent once: the endpoint's own query wins, then the last of the parameters; a fragment stays at the end.</summary>
    /// <param name="endpoint">Absolute.</param>
    /// <param name="parameters">Decoded; an empty value is sent as empty.</param>
    public static Uri Of(Uri endpoint, IEnumerable<Parameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(parameters);
        var own = endpoint.Query.TrimStart('?');
        var taken = FormEncoding.Decode(own).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        var added = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in parameters.Where(p => !taken.Contains(p.Name)))
        {
            added[parameter.Name] = parameter.Value;
        }

        var query = string.Join('&', added.Select(p => $"{PercentEncoding.Encode(p.Key)}={PercentEncoding.Encode(p.Value)}").Prepend(own).Where(part => part.Length > 0));
        return new($"{endpoint.GetLeftPart(UriPartial.Path)}{(query.Length == 0 ? "" : "?")}{query}{endpoint.Fragment}");
    }
}
