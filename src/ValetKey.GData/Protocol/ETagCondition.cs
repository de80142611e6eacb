namespace ValetKey.GData.Protocol;

/// <summary>Whether a conditional request is done or refused (RFC 9110 §13.1): the rule for each version of the protocol, once.</summary>
public static class ETagCondition
{
    /// <summary>Whether a GET is answered with 304: one of the tags is that of the current state, weakly compared, or <c>*</c> stands there.</summary>
    /// <param name="ifNoneMatch">The header's value; <c>null</c> without one.</param>
    /// <param name="current">The tag of what is there.</param>
    public static bool IsNotModified(string? ifNoneMatch, ETag? current) => ifNoneMatch is not null && current is not null
        && (ifNoneMatch.Trim() == "*" || TagsOf(ifNoneMatch).Exists(current.WeaklyMatches));

    /// <summary>Whether a PUT, PATCH or DELETE may go on; otherwise it is answered with 412.</summary>
    /// <param name="version">Version 1 knows no <c>If-Match</c>: there the edit link carries the version. From 2 on it must be there.</param>
    /// <param name="ifMatch">The header's value; <c>null</c> without one. <c>*</c> stands for any state.</param>
    /// <param name="current">The tag of what is there, compared strongly; <c>null</c> when there is nothing.</param>
    public static bool MayWrite(ProtocolVersion version, string? ifMatch, ETag? current)
    {
        ArgumentNullException.ThrowIfNull(version);
        return ifMatch is null
            ? !version.HasETags
            : current is not null && (ifMatch.Trim() == "*" || TagsOf(ifMatch).Exists(current.StronglyMatches));
    }

    // A comma may stand inside the quotes, so tags end at their closing quote. What is no tag matches nothing.
    private static List<ETag> TagsOf(string header)
    {
        var tags = new List<ETag>();
        for (var rest = header.AsSpan(); !rest.IsEmpty;)
        {
            rest = rest.TrimStart(" \t,");
            var open = rest.IndexOf('"');
            var length = open < 0 ? -1 : rest[(open + 1)..].IndexOf('"');
            if (length < 0)
            {
                break;
            }

            if (ETag.TryParse(rest[..(open + length + 2)].ToString(), null, out var tag))
            {
                tags.Add(tag);
            }

            rest = rest[(open + length + 2)..];
        }

        return tags;
    }
}
