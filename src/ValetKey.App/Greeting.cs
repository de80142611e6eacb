using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using ValetKey.Server.Workspace;

namespace ValetKey.App;

/// <summary>What a person reads once the server listens: where it is, and with the demo workspace who can sign in.</summary>
internal static class Greeting
{
    public static async Task Print(WebApplication app, TextWriter output)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        var origin = addresses.FirstOrDefault() ?? "";
        var lines = new List<string>
        {
            $"ValetKey listens at {string.Join(", ", addresses)}. Stop it with Ctrl+C.",
            $"Playground   {origin}/playground/",
            $"Data         {app.Services.GetRequiredService<StartupNotice>().DataDirectory}",
        };
        if (app.Services.GetRequiredService<StartupNotice>().Lines is { Count: > 0 } demo)
        {
            lines.Add("");
            lines.Add("The demo workspace is loaded. These credentials are public; they are for trying things out.");
            lines.AddRange(demo);
        }

        await output.WriteLineAsync(string.Join(Environment.NewLine, lines));
    }
}
