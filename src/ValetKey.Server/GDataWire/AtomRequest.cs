using Microsoft.AspNetCore.Http;
using ValetKey.GData.Protocol;
using ValetKey.OAuth;
using ValetKey.Server.Operations;

namespace ValetKey.Server.GDataWire;

/// <summary>What every request to an Atom face says beside its address and body: protocol version, query, and where links must lead.</summary>
internal sealed class AtomRequest
{
    private const string RequestorId = "xoauth_requestor_id";

    private readonly HttpRequest http;

    private AtomRequest(HttpRequest http, ProtocolVersion version, GDataQuery query) => (this.http, Version, Query) = (http, version, query);

    public ProtocolVersion Version { get; }

    public GDataQuery Query { get; }

    /// <summary>Whether the client named a version; the answer then names it, too.</summary>
    public bool NamesVersion => Query.Version is not null || http.Headers.ContainsKey(ProtocolVersion.HeaderName);

    /// <summary>What of the request cannot be taken; null when all of it can. <see cref="AtomFeature"/> answers it before the endpoint runs.</summary>
    public GDataError? Refusal { get; private init; }

    public string? IfMatch => http.Headers.IfMatch.Count == 0 ? null : http.Headers.IfMatch.ToString();

    /// <summary>How many entries to leave out before the page.</summary>
    public int Skip => (Query.StartIndex ?? 1) - 1;

    public static ValueTask<AtomRequest?> BindAsync(HttpContext context) => ValueTask.FromResult<AtomRequest?>(Read(context));

    /// <summary>Never fails: what is wrong is in <see cref="Refusal"/>.</summary>
    public static AtomRequest Read(HttpContext context)
    {
        var request = context.Request;
        var error = GDataQuery.Parse(request.QueryString.Value, out var query);
        var header = request.Headers[ProtocolVersion.HeaderName];
        if (!ProtocolVersion.TryChoose(header.Count == 0 ? null : header.ToString(), query.Version, out var version))
        {
            error ??= new GDataError(400, "UnsupportedVersion", $"The protocol version is none of {string.Join(", ", ProtocolVersion.All)}.")
            {
                Location = query.Version is null ? ProtocolVersion.HeaderName : "v", LocationType = query.Version is null ? "header" : "parameter",
            };
        }

        error ??= query.Alt is null || query.Alt == Alt.Atom || query.Alt == Alt.Json ? null
            : GDataError.InvalidParameter("alt", $"alt={query.Alt} is not served yet; use {Alt.Atom} or {Alt.Json}.");
        error ??= query.RefuseUnknown([.. context.GetEndpoint()?.Metadata.GetMetadata<AtomParameters>()?.Names ?? []]);
        return new AtomRequest(request, version ?? ProtocolVersion.V1, query) { Refusal = error };
    }

    /// <summary>The size of the page.</summary>
    /// <param name="usual">When the client does not say.</param>
    /// <param name="most">However many the client asks for.</param>
    public int Take(int usual, int most) => Math.Min(Query.MaxResults ?? usual, most);

    /// <summary>A name of something on this server, which is its address without a query.</summary>
    public string Id(string path) => Origin.Of(http) + path;

    /// <summary>A link: at the origin on which the request came in, and for the user that a two-legged request named.</summary>
    /// <param name="path">With or without a query, encoded.</param>
    public string Link(string path)
    {
        var requestor = Query[RequestorId];
        return Id(path) + (requestor is null ? "" : $"{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{RequestorId}={Uri.EscapeDataString(requestor)}");
    }

    /// <summary>What was asked: path and query, without the credentials of this request.</summary>
    public string Asked => PathAndQuery(query => query);

    /// <summary>A link to this very page.</summary>
    public string Self => Id(Asked);

    /// <summary>A link to this feed with all that was asked, and with a change.</summary>
    public string Again(Func<GDataQuery, GDataQuery> change) => Id(PathAndQuery(change));

    /// <summary>A query with a parameter of the API replaced or added.</summary>
    public static GDataQuery With(GDataQuery query, string name, string value) =>
        (query with { Further = [.. query.Further.Where(parameter => parameter.Name != name)] }).With(name, value);

    private string PathAndQuery(Func<GDataQuery, GDataQuery> change)
    {
        var asked = change(Query with { Further = [.. Query.Further.Where(IsAsked)] }).ToString();
        return http.Path.ToUriComponent() + (asked.Length == 0 ? "" : "?" + asked);
    }

    private bool IsAsked(Parameter parameter) =>
        !parameter.Name.StartsWith("oauth_", StringComparison.Ordinal)
        && (parameter.Name != RequestorId || ReferenceEquals(parameter.Value, Query[RequestorId]));       // once, however often it was sent
}
