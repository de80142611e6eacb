using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ValetKey.AspNetCore;
using ValetKey.GData.Protocol;

namespace ValetKey.Server.GDataWire;

/// <summary>
/// <c>X-HTTP-Method-Override</c> on a POST stands for the method it names. It is put in place before routing, so that the endpoint, its scope
/// and its rules are those of the method meant. Only the Google Data APIs know it; everywhere else, and in any other form, it is refused.
/// </summary>
internal static class MethodOverride
{
    public const string HeaderName = "X-HTTP-Method-Override";

    private static readonly string[] Allowed = [HttpMethods.Get, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete];
    private static readonly PathString[] Roots = ["/a/feeds", "/calendar/feeds", "/feeds"];

    public static void UseMethodOverride(this IApplicationBuilder app) => app.Use(next => context =>
    {
        var asked = context.Request.Headers[HeaderName];
        if (asked.Count == 0)
        {
            return next(context);
        }

        var request = context.Request;
        if (WhyNot(request, asked.Count, asked.ToString()) is { } reason)
        {
            var error = new GDataError(StatusCodes.Status400BadRequest, "InvalidMethodOverride", reason) { Location = HeaderName, LocationType = "header" };
            return new GDataErrorResult(error).ExecuteAsync(context);
        }

        context.Features.Set(new SentMethod(request.Method));
        request.Method = HttpMethods.GetCanonicalizedValue(asked.ToString());
        return next(context);
    });

    private static string? WhyNot(HttpRequest request, int count, string asked) =>
        !Roots.Any(root => request.Path.StartsWithSegments(root, StringComparison.Ordinal)) ? $"{HeaderName} is not taken at this address."
        : count != 1 || asked.Contains(',', StringComparison.Ordinal) ? $"{HeaderName} stands more than once; send one method."
        : !HttpMethods.IsPost(request.Method) ? $"{HeaderName} is taken on POST alone."
        : request.Query.ContainsKey(HeaderName) ? $"{HeaderName} stands in the query, too; send it as a header alone."
        : !Allowed.Contains(asked, StringComparer.Ordinal) ? $"{HeaderName} takes {string.Join(", ", Allowed)}."
        : null;
}
