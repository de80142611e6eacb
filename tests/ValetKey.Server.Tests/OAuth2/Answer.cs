using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace ValetKey.Server.Tests.OAuth2;

/// <summary>What came back.</summary>
internal sealed record Answer(HttpStatusCode Status, string? Location, string Body, string WwwAuthenticate, IReadOnlyDictionary<string, string> Headers)
{
    public static async Task<Answer> Of(HttpResponseMessage response) => new(
        response.StatusCode,
        response.Headers.NonValidated.TryGetValues("Location", out var location) ? location.ToString() : null,
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
        response.Headers.TryGetValues("WWW-Authenticate", out var challenges) ? string.Join(", ", challenges) : "",
        response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));

    public string Title => Body.Split("<title>")[1].Split("</title>")[0];

    /// <summary>The page as a person reads it: nothing is escaped.</summary>
    public string Text => WebUtility.HtmlDecode(Body);

    public string AccessToken => Json("access_token")!;

    public string RefreshToken => Json("refresh_token")!;

    public string Error => Json("error")!;

    /// <summary>A member of the JSON body as text; null when it is not there.</summary>
    public string? Json(string member) => JsonDocument.Parse(Body).RootElement.TryGetProperty(member, out var value) ? value.ToString() : null;

    /// <summary>A parameter of the redirect, read as a client reads it; empty when it is not there.</summary>
    public string Parameter(string name) => QueryHelpers.ParseQuery(new Uri(Location ?? throw new InvalidOperationException($"{Status} without a Location: {Body}")).Query)
        .TryGetValue(name, out var values) ? values.Single()! : "";
}
