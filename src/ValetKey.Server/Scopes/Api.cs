namespace ValetKey.Server.Scopes;

/// <summary>What a scope opens. Each API knows the address that its resources had at Google, since a scope is a prefix of it (wire contract §4).</summary>
internal sealed class Api
{
    private readonly Func<string, IEnumerable<Uri>> addresses;

    private Api(string name, string preferredScope, Func<string, IEnumerable<Uri>> addresses)
    {
        Name = name;
        PreferredScope = preferredScope;
        this.addresses = addresses;
    }

    public static Api Users { get; } = new("Provisioning: users", "https://apps-apis.google.com/a/feeds/user/", AtProvisioning);

    public static Api Calendar { get; } = new("Calendar", "https://www.google.com/calendar/feeds/", path => [new Uri("https://www.google.com" + path)]);

    public static Api Documents { get; } = new("Documents List", "https://docs.google.com/feeds/", path => [new Uri("https://docs.google.com" + path)]);

    public string Name { get; }

    /// <summary>The scope that a refusal names as the one to ask for.</summary>
    public string PreferredScope { get; }

    /// <summary>The addresses at Google that a request path of this server stands for.</summary>
    public IEnumerable<Uri> AddressesOf(string path) => addresses(path);

    public override string ToString() => Name;

    /// <summary>Provisioning paths name the domain before the kind, and the scopes name the kind alone: both spellings count.</summary>
    private static IEnumerable<Uri> AtProvisioning(string path)
    {
        const string root = "/a/feeds/";
        yield return new Uri("https://apps-apis.google.com" + path);
        var afterDomain = path.IndexOf('/', root.Length);
        if (afterDomain > 0)
        {
            yield return new Uri("https://apps-apis.google.com/a/feeds" + path[afterDomain..]);
        }
    }
}
