using Microsoft.Playwright;
using ValetKey.EndToEnd.Browsing;

[assembly: AssemblyFixture(typeof(Browser))]

namespace ValetKey.EndToEnd.Browsing;

/// <summary>Debian's Chromium, started once for all tests.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";
    private const float Patience = 60_000;          // milliseconds; generous, since a machine may be busy

    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            // No sandbox, since tests may run as root; the rest keeps it from reaching for the network.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            Timeout = Patience,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A window of its own, with no cookies yet.</summary>
    internal async Task<Window> OpenAsync(Look look, bool scripts = true)
    {
        var context = await _chromium!.NewContextAsync(new()
        {
            ColorScheme = look.Scheme,
            ViewportSize = new() { Width = look.Width, Height = look.Height },
            JavaScriptEnabled = scripts,
            Locale = "en-US",
        });
        context.SetDefaultTimeout(Patience);
        return new Window(context, await context.NewPageAsync(), look);
    }
}
