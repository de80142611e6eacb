using ValetKey.App;
using ValetKey.Server;

var commandLine = CommandLine.Parse(args);
if (commandLine.Message is { } message)
{
    await (commandLine.ExitCode == 0 ? Console.Out : Console.Error).WriteLineAsync(message);
    return commandLine.ExitCode;
}

// Files are looked for beside the executable, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = commandLine.Settings, ContentRootPath = AppContext.BaseDirectory });
Defaults.Apply(builder.Configuration);
builder.Services.AddValetKey();

var app = builder.Build();
app.UseValetKey();
app.MapStaticAssets().AllowAnonymous();
app.MapValetKey();

await app.RunAsync();
return 0;
