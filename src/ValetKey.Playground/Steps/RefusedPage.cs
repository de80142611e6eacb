using Microsoft.AspNetCore.Http.HttpResults;
using ValetKey.Pages;

namespace ValetKey.Playground.Steps;

/// <summary>Says why something was refused, on a page of its own.</summary>
internal static class RefusedPage
{
    public static RazorComponentResult Of(int status, string title, string what, string mend, string back = "/playground/") => new RazorComponentResult<ErrorPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        [nameof(ErrorPage.Title)] = title,
        [nameof(ErrorPage.What)] = what,
        [nameof(ErrorPage.Mend)] = mend,
        [nameof(ErrorPage.Back)] = new PageLink("Back to the Playground", back),
    })
    {
        StatusCode = status,
    };
}
