using ValetKey.App;
using ValetKey.Playground;
using ValetKey.Server;

var commandLine = CommandLine.Parse(args);
if (commandLine.Message is { } message)
{
    await (commandLine.ExitCode == 0 ? Console.Out : Console.Error).WriteLineAsync(message);
    return commandLine.ExitCode;
}

// Files are looked for beside the executable, wherever it is started from. Slim: what a workbench never uses is not waited for at its start.
var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [.. Defaults.Host, .. commandLine.Settings], ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseKestrelHttpsConfiguration();
builder.WebHost.UseStaticWebAssets();           // from the source folders until it is published
Defaults.Apply(builder.Configuration);
builder.Services.AddValetKey();
builder.Services.AddPlayground(PlaygroundOffer.Scopes);

await using var app = builder.Build();
app.UsePageFiles();
app.UseValetKey();
app.MapValetKey();
app.MapPlayground();
app.MapGet("/", () => Results.Redirect("/playground/")).AllowAnonymous();

try
{
    await app.StartAsync();
}
catch (Exception refused) when (StartRefusal.Describe(refused) is { } reason)
{
    await Console.Error.WriteLineAsync(reason);
    return 1;
}

PlaygroundOffer.DemoCredentials(app.Services);
await Greeting.Print(app, Console.Out);
await app.WaitForShutdownAsync();
return 0;
