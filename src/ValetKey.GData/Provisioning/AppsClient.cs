using ValetKey.GData.Atom;
using ValetKey.GData.Protocol;
using ValetKey.OAuth;

namespace ValetKey.GData.Provisioning;

/// <summary>The users of a domain (Provisioning API 2.0), for its administrators. Thread-safe.</summary>
public sealed class AppsClient : IDisposable
{
    private static readonly GDataService Users = new(new Uri("https://apps-apis.google.com"), ProtocolVersion.V2)
    {
        Scope = new Uri("https://apps-apis.google.com/a/feeds/user/"),
        ToException = AppsException.OfAnswer,
    };

    private readonly GDataClient _client;
    private readonly Uri _feed;

    /// <summary>A client for the users of a domain.</summary>
    /// <param name="domain">As <c>example.com</c>.</param>
    /// <param name="authorizer">Puts an administrator's credentials on each request.</param>
    /// <param name="http">Sends them; an own one when <c>null</c>. One from outside should follow no redirects.</param>
    /// <param name="hosts">Where Google is; <see cref="GoogleHosts.Default"/> when <c>null</c>.</param>
    public AppsClient(string domain, IRequestAuthorizer authorizer, HttpClient? http = null, GoogleHosts? hosts = null)
    {
        _feed = new(Users.Origin, $"/a/feeds/{Segment(domain, nameof(domain))}/user/2.0");
        _client = new(Users, authorizer, http, hosts);
    }

    /// <summary>The program's name and version for <c>User-Agent</c>, as <c>batch-job/1.2</c>.</summary>
    public string? ApplicationName { get => _client.ApplicationName; init => _client.ApplicationName = value; }

    /// <summary>Fetches a user.</summary>
    /// <exception cref="AppsException">There is none of this name: 1301.</exception>
    /// <exception cref="GDataException">The API refused otherwise.</exception>
    public Task<UserEntry> RetrieveUserAsync(string userName, CancellationToken stop = default) => _client.GetEntryAsync<UserEntry>(AddressOf(userName), stop);

    /// <summary>Fetches all users, by name, in pages of 100 as they are asked for.</summary>
    /// <exception cref="GDataException">The API refused.</exception>
    public IAsyncEnumerable<UserEntry> RetrieveUsersAsync(CancellationToken stop = default) => _client.GetEntriesAsync<UserEntry>(_feed, stop);

    /// <summary>Fetches one page of users, 100 at most. Its <c>next</c> link, if there is one, names the user that the page after it starts with.</summary>
    /// <param name="startUsername">The first user of the page; the first of all when <c>null</c>.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="GDataException">The API refused.</exception>
    public Task<Feed<UserEntry>> RetrievePageOfUsersAsync(string? startUsername = null, CancellationToken stop = default) =>
        _client.GetFeedAsync<UserEntry>(new GDataQuery().With("startUsername", startUsername).On(_feed), stop);

    /// <summary>Creates a user. Login with name and password, and both names, are required.</summary>
    /// <exception cref="AppsException">1300 when the name is taken, 1400 to 1405 for a value that cannot be taken.</exception>
    /// <exception cref="GDataException">The API refused otherwise.</exception>
    public Task<UserEntry> CreateUserAsync(UserEntry user, CancellationToken stop = default) => _client.InsertAsync(_feed, WithKind(user), stop);

    /// <summary>Changes a user to what the entry says; another <see cref="Login.UserName"/> renames. An entry that was fetched is changed only while nobody else changed it; one without a tag in any state.</summary>
    /// <param name="user">The entry that was fetched, changed by <c>with</c>.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The user as it is now.</returns>
    /// <exception cref="ArgumentException">The entry has neither edit link nor user name.</exception>
    /// <exception cref="AppsException">A value cannot be taken, or there is no such user.</exception>
    /// <exception cref="GDataException">The API refused otherwise; 412 when somebody else changed the user.</exception>
    public Task<UserEntry> UpdateUserAsync(UserEntry user, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        var address = user.Links.Find(LinkRelation.Edit) is { } edit && Uri.TryCreate(_feed, edit.Href, out var link) ? link
            : user.Login.UserName is { } name ? AddressOf(name)
            : throw new ArgumentException("The entry has neither an edit link nor a user name; fetch the user first.", nameof(user));
        return _client.UpdateAsync(address, WithKind(user), stop);
    }

    /// <summary>Deletes a user, in whatever state.</summary>
    /// <exception cref="AppsException">There is none of this name: 1301.</exception>
    /// <exception cref="GDataException">The API refused otherwise.</exception>
    public Task DeleteUserAsync(string userName, CancellationToken stop = default) => _client.DeleteAsync(AddressOf(userName), etag: null, stop);

    /// <summary>Keeps a user from signing in. Data and address stay.</summary>
    /// <exception cref="GDataException">As <see cref="UpdateUserAsync"/>.</exception>
    public Task<UserEntry> SuspendUserAsync(string userName, CancellationToken stop = default) => SetSuspendedAsync(userName, suspended: true, stop);

    /// <summary>Lets a suspended user sign in again.</summary>
    /// <exception cref="GDataException">As <see cref="UpdateUserAsync"/>.</exception>
    public Task<UserEntry> RestoreUserAsync(string userName, CancellationToken stop = default) => SetSuspendedAsync(userName, suspended: false, stop);

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<UserEntry> SetSuspendedAsync(string userName, bool suspended, CancellationToken stop)
    {
        var user = await RetrieveUserAsync(userName, stop).ConfigureAwait(false);
        return await UpdateUserAsync(user with { Login = user.Login with { Suspended = suspended } }, stop).ConfigureAwait(false);
    }

    private Uri AddressOf(string userName) => new(_feed, $"{_feed.AbsolutePath}/{Segment(userName, nameof(userName))}");

    private static UserEntry WithKind(UserEntry user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.Categories.Any(c => c.Scheme == Category.KindScheme) ? user : user with { Categories = user.Categories.Add(UserEntry.Kind) };
    }

    // A dot alone would be another path, escaped or not.
    private static string Segment(string name, string parameter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name, parameter);
        return name is "." or ".." ? throw new ArgumentException($"'{name}' is no name.", parameter) : Uri.EscapeDataString(name);
    }
}
