namespace ValetKey.Playground.Steps;

/// <summary>A request that an API is known to answer, to be filled into the builder.</summary>
/// <param name="Id">Names it in the form.</param>
/// <param name="Api">The group that it is shown in.</param>
/// <param name="Name">What it does, as people call it.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">With <c>{domain}</c> and <c>{user}</c> to be filled in.</param>
/// <param name="Scopes">Any of these opens it.</param>
internal sealed record KnownOperation(string Id, string Api, string Name, string Method, string Path, IReadOnlyList<string> Scopes)
{
    public string Version { get; init; } = "";

    public string Body { get; init; } = "";

    /// <summary>Whether a scope opens it; one that ends in <c>readonly</c> opens reading alone.</summary>
    public bool IsOpenedBy(string scope)
    {
        var readOnly = scope.EndsWith("readonly", StringComparison.Ordinal);
        var bare = readOnly ? scope[..^"readonly".Length].TrimEnd('#', '.') : scope;
        return (!readOnly || Method == "GET") && Scopes.Contains(bare, StringComparer.Ordinal);
    }

    public void FillIn(RequestDraft draft, string origin, PlaygroundOptions options)
    {
        draft.Method = Method;
        draft.Url = origin + Path.Replace("{domain}", Uri.EscapeDataString(options.Domain), StringComparison.Ordinal)
            .Replace("{user}", Uri.EscapeDataString(options.UserName), StringComparison.Ordinal);
        draft.Version = Version;
        draft.ContentType = "application/atom+xml";
        draft.Body = Body;
    }
}
