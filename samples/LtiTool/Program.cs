// A learning tool (LTI 1.1): a learning platform opens it with a signed form, and reports of the platform come as signed XML.
// Settings: LTI_KEY and LTI_SECRET, as the platform was told them.
using System.Net;
using ValetKey.AspNetCore;
using ValetKey.OAuth;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuthentication().AddOAuth1(oauth =>
    oauth.Consumers.Add(builder.Configuration["LTI_KEY"]!, new() { Secret = builder.Configuration["LTI_SECRET"] }));
builder.Services.AddAuthorization();

var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();

app.MapPost("/launch", (HttpContext http) =>
{
    OAuth1Verification.Verified launch = http.GetOAuth1()!;
    return launch.Find("lti_message_type") == "basic-lti-launch-request"
        ? Results.Content($"<h1>Hello, {Html(launch.Find("lis_person_name_full"))}</h1><p>{Html(launch.Find("resource_link_title"))}</p>", "text/html; charset=utf-8")
        : Results.BadRequest("This is no LTI launch.");
}).RequireAuthorization();

app.MapPost("/outcomes", async (HttpContext http, CancellationToken stop) =>
{
    // oauth_body_hash was checked against the bytes, which can be read again here.
    if (http.GetOAuth1()!.Find("oauth_body_hash") is null)
    {
        return Results.BadRequest("The body of a report is signed: send oauth_body_hash.");
    }

    var report = await new StreamReader(http.Request.Body).ReadToEndAsync(stop);
    return Results.Text($"Taken: {report.Length} characters.");
}).RequireAuthorization();

app.Run();

static string Html(string? text) => WebUtility.HtmlEncode(text ?? "somebody");
