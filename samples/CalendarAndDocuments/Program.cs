// A web application that lists a user's calendars and documents.
//   CLIENT_ID=… CLIENT_SECRET=… REDIRECT_URI=http://127.0.0.1:5000/oauth2callback dotnet run --project samples/CalendarAndDocuments -- --urls http://127.0.0.1:5000
// VALETKEY_GOOGLE=http://127.0.0.1:8080 in the environment asks the local Google. TOKEN_FOLDER says where tokens are kept.
using CalendarAndDocuments;
using ValetKey.GData.Calendar;
using ValetKey.GData.Documents;
using ValetKey.GData.Protocol;
using ValetKey.OAuth;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);                // the callback's address holds a code
builder.Services.AddSingleton(new MemoryPendingAuthorizations(TimeProvider.System));
builder.Services.AddSingleton(new TokenFiles(builder.Configuration["TOKEN_FOLDER"]));
var app = builder.Build();

string Setting(string name) => app.Configuration[name] ?? throw new InvalidOperationException($"Set {name} in the environment.");
var client = new OAuth2Client(Setting("CLIENT_ID"), Setting("CLIENT_SECRET"), redirectUri: Setting("REDIRECT_URI"),
    scopes: ["https://docs.google.com/feeds/", "https://www.google.com/calendar/feeds/"]);

app.MapGet("/", (HttpContext http) => Results.Redirect(client.Authorize(http.Pending()).Url));
app.MapGet("/oauth2callback", async (HttpContext http, TokenFiles tokens) => await client.CompleteAsync(http.Request.QueryString.Value, http.Pending()) switch
{
    OAuth2Result.Granted(var token) => await Show(token, tokens, http.Browser()),
    OAuth2Result.Failed(var error) => Results.Text(error.Mend, statusCode: 400),
    _ => Results.Text("You declined."),
});
app.Run();

async Task<IResult> Show(OAuth2Token token, TokenFiles tokens, string browser)
{
    await tokens.SaveAsync(browser, TokenBlob.Write(token, client));                // into any datastore
    OAuth2Token again = TokenBlob.ReadOAuth2(await tokens.LoadAsync(browser));      // and back
    var credentials = client.With(again, refreshed: (fresh, stop) => tokens.SaveAsync(browser, TokenBlob.Write(fresh, client), stop));

    using var calendars = new CalendarClient(credentials);
    using var documents = new DocumentsClient(credentials);
    List<string> titles = [];
    try
    {
        await foreach (CalendarEntry calendar in calendars.GetAllCalendarsAsync()) titles.Add($"{calendar.Title}");
        await foreach (DocumentEntry document in documents.GetDocumentsAsync()) titles.Add($"{document.Title}");
        return Results.Text(string.Join('\n', titles));
    }
    catch (GDataException refused)
    {
        return Results.Text(refused.Message, statusCode: 502);
    }
}
