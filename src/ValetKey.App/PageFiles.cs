namespace ValetKey.App;

/// <summary>Style sheets, scripts and the picture of the pages.</summary>
internal static class PageFiles
{
    /// <summary>Serves them unauthenticated. A browser asks each time whether they have changed, so that an upgrade shows at once.</summary>
    public static void UsePageFiles(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = answer =>
        {
            answer.Context.Response.Headers.CacheControl = "no-cache";
            answer.Context.Response.Headers.XContentTypeOptions = "nosniff";
        },
    });
}
