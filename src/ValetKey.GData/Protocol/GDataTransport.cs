using System.Net;
using ValetKey.OAuth;

namespace ValetKey.GData.Protocol;

/// <summary>Signs and sends: fresh credentials once after a 401, redirects on the same server, and never a credential to another one.</summary>
internal sealed class GDataTransport(GDataService service, IRequestAuthorizer authorizer, HttpClient http, GoogleHosts hosts)
{
    private const int MaxHops = 5;

    private static readonly string OwnName = $"ValetKey/{typeof(GDataTransport).Assembly.GetName().Version?.ToString(3)}";

    private readonly Uri _origin = hosts.Locate(service.Origin);
    private volatile string? _session;

    /// <summary>The program's name, before ours in <c>User-Agent</c>.</summary>
    /// <exception cref="ArgumentException">It cannot stand in a header.</exception>
    public string? ApplicationName
    {
        get;
        set
        {
            using var probe = new HttpRequestMessage();
            field = value is null || probe.Headers.UserAgent.TryParseAdd(value) ? value
                : throw new ArgumentException($"'{value}' is no name and version for User-Agent; write them as batch-job/1.2.", nameof(value));
        }
    }

    /// <summary>Where an address of a document is really to be found.</summary>
    /// <exception cref="ArgumentException">It leads to another server.</exception>
    public Uri Locate(Uri address)
    {
        var located = Follow(address);
        return IsHere(located) ? located
            : throw new ArgumentException($"{located.GetLeftPart(UriPartial.Path)} is not at {_origin.GetLeftPart(UriPartial.Authority)}, where this client's credentials may go.", nameof(address));
    }

    /// <summary>Where an address is really to be found, be it here or not.</summary>
    public Uri Follow(Uri address) => hosts.Locate(address);

    public bool IsHere(Uri address) => address.IsAbsoluteUri && address.Scheme == _origin.Scheme && address.Host == _origin.Host && address.Port == _origin.Port;

    /// <summary>The answer, whatever its status; its body is not read yet.</summary>
    /// <exception cref="GDataException">More than five redirects, or one to another server.</exception>
    public async Task<HttpResponseMessage> SendAsync(GDataRequest request, CancellationToken stop)
    {
        var address = WithSession(Locate(request.Address));
        var hops = new List<Uri>();
        for (var mayRefresh = true; ;)
        {
            using var message = Prepare(request, address);
            await authorizer.AuthorizeAsync(message, stop).ConfigureAwait(false);
            var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, stop).ConfigureAwait(false);
            try
            {
                if (answer.RequestMessage?.RequestUri is { } end && !IsHere(end))
                {
                    throw Foreign(answer, end);
                }

                if (IsRedirect(answer.StatusCode) && answer.Headers.Location is { } location)
                {
                    hops.Add(address);
                    address = Next(answer, new Uri(address, location), hops);
                }
                else if (answer.StatusCode == HttpStatusCode.Unauthorized && mayRefresh && await authorizer.RefreshAsync(message, stop).ConfigureAwait(false))
                {
                    mayRefresh = false;
                }
                else
                {
                    return answer;
                }
            }
            catch
            {
                answer.Dispose();
                throw;
            }

            answer.Dispose();
        }
    }

    private HttpRequestMessage Prepare(GDataRequest request, Uri address)
    {
        var message = request.At(address);
        message.Headers.Add(ProtocolVersion.HeaderName, service.Version.ToString());
        message.Headers.UserAgent.ParseAdd(ApplicationName is null ? OwnName : $"{ApplicationName} {OwnName}");
        RequestScope.Set(message, service.ScopeOf(address));
        return message;
    }

    private Uri Next(HttpResponseMessage answer, Uri next, List<Uri> hops)
    {
        next = Follow(next);
        if (!IsHere(next))
        {
            throw Foreign(answer, next);
        }

        if (hops.Count > MaxHops)
        {
            throw new GDataException(new((int)answer.StatusCode, "TooManyRedirects",
                $"The server redirected more than {MaxHops} times: {string.Join(", ", hops.Select(h => h.AbsolutePath))}."));
        }

        GDataQuery.Parse(next.Query, out var query);
        _session = query["gsessionid"] ?? _session;
        return next;
    }

    // Calendar gives a session on the first request; without it every later one would be redirected again.
    private Uri WithSession(Uri address) => _session is null || address.Query.Contains("gsessionid=", StringComparison.Ordinal) ? address
        : new UriBuilder(address) { Query = $"{address.Query.TrimStart('?')}{(address.Query.Length > 1 ? "&" : "")}gsessionid={Uri.EscapeDataString(_session)}" }.Uri;

    private static bool IsRedirect(HttpStatusCode status) => status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found
        or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private GDataException Foreign(HttpResponseMessage answer, Uri end) => new(new((int)answer.StatusCode, "ForeignRedirect",
        $"The server redirected to {end.GetLeftPart(UriPartial.Authority)}; credentials go to {_origin.GetLeftPart(UriPartial.Authority)} alone.")
    {
        Mend = "Check where Google is for this program, and switch redirects off in the HttpClient that it was given.",
    });
}
