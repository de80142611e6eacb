using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using ValetKey.EndToEnd.Processes;

namespace ValetKey.EndToEnd.Browsing;

/// <summary>A browser window that listens: what a page complains of, and which hosts it reaches for.</summary>
internal sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly Look _look;
    private readonly List<string> _complaints = [];
    private readonly HashSet<string> _hosts = new(StringComparer.Ordinal);

    public Window(IBrowserContext context, IPage page, Look look)
    {
        (_context, Page, _look) = (context, page, look);
        page.Console += (_, message) => Note(message.Type is "error" or "warning" ? $"console: {message.Text}" : null);
        page.PageError += (_, error) => Note($"script: {error}");
        page.Request += (_, request) => Reached(new Uri(request.Url));
    }

    public IPage Page { get; }

    /// <summary>Opens a page, which has to answer 200.</summary>
    public async Task GoAsync(string url)
    {
        var answer = await Page.GotoAsync(url);
        Assert.True(answer is { Status: 200 }, $"{answer?.Status} at {url}: {await Page.InnerTextAsync("body")}");
    }

    /// <summary>Keeps a picture of the whole page in <c>artifacts/screenshots/</c>, as NAME-LOOK.png.</summary>
    public async Task KeepPictureAsync(string name)
    {
        await Page.EvaluateAsync("window.scrollTo(0, 0)");          // what sticks to the window belongs at the top
        await Page.ScreenshotAsync(new() { Path = Repository.PathOf($"artifacts/screenshots/{name}-{_look.Name}.png"), FullPage = true, Animations = ScreenshotAnimations.Disabled });
    }

    /// <summary>Axe finds nothing, nothing is cut off at the side, and the page has not complained.</summary>
    public async Task IsInOrderAsync()
    {
        var found = await Page.RunAxe();
        Assert.True(found.Violations.Length == 0, $"{Page.Url}\n" + string.Join('\n', found.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help}\n  " + string.Join("\n  ", violation.Nodes.Select(node => node.Html)))));
        var (content, window) = (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), await Page.EvaluateAsync<int>("document.documentElement.clientWidth"));
        Assert.True(content <= window, $"{Page.Url} is {content} px wide in a window of {window} px.");
        Assert.True(Complaints() is { Count: 0 }, $"{Page.Url}\n{string.Join('\n', Complaints())}");
    }

    /// <summary>The page took everything from these and from nowhere else.</summary>
    public void HasReachedOnly(params IEnumerable<Uri> origins)
    {
        lock (_hosts)
        {
            Assert.Subset(origins.Select(origin => origin.GetLeftPart(UriPartial.Authority)).ToHashSet(StringComparer.Ordinal), _hosts);
        }
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private List<string> Complaints()
    {
        lock (_complaints)
        {
            return [.. _complaints];
        }
    }

    private void Note(string? complaint)
    {
        lock (_complaints)
        {
            _complaints.AddRange(complaint is null ? [] : [complaint]);
        }
    }

    private void Reached(Uri url)
    {
        lock (_hosts)
        {
            _hosts.UnionWith(url.Scheme is "http" or "https" ? [url.GetLeftPart(UriPartial.Authority)] : []);
        }
    }
}
