using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ValetKey.OAuth;

/// <summary>How a desktop program waits for its user to come back from the browser.</summary>
public sealed record LoopbackCallback
{
    /// <summary>How long. Default five minutes.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The port on 127.0.0.1. Default 0: any that is free. Set one where the provider wants the callback registered to the letter.</summary>
    public int Port { get; init; }

    /// <summary>The path of the callback. Default <c>/callback</c>.</summary>
    public string Path { get; init; } = "/callback";

    /// <summary>What the page says in the end. Default "Done. You can close this page and go back to the program."</summary>
    public string Page { get; init; } = "Done. You can close this page and go back to the program.";

    /// <summary>Opens the consent page. Default: the system's browser.</summary>
    public Func<Uri, CancellationToken, Task> Open { get; init; } = OpenInBrowser;

    /// <summary>Opens an http or https address in the browser of this system.</summary>
    /// <exception cref="InvalidOperationException">There is none that could be started.</exception>
    public static Task OpenInBrowser(Uri address, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
        {
            throw new ArgumentException("Only an http or https address is opened.", nameof(address));
        }

        // Never through a shell, which would read meaning into the address.
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true }
            : new ProcessStartInfo(OperatingSystem.IsMacOS() ? "/usr/bin/open" : "xdg-open", [address.AbsoluteUri]);
        try
        {
            using var process = Process.Start(start);
            return Task.CompletedTask;
        }
        catch (ExternalException none)
        {
            throw new InvalidOperationException("No browser could be started here; log in by the verifier instead, or give another way to open the page.", none);
        }
    }
}
