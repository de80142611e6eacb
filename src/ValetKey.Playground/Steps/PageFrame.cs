using ValetKey.Pages;
using ValetKey.Playground.Doctor;

namespace ValetKey.Playground.Steps;

/// <summary>What every part of a page knows.</summary>
/// <param name="Path">The tab's own address.</param>
/// <param name="Origin">This server as the browser names it; null when the page was opened at an address that is none of this server's.</param>
/// <param name="Options">What the host offers.</param>
/// <param name="Origins">The addresses that are this server's.</param>
public sealed record PageFrame(string Path, string? Origin, PlaygroundOptions Options, IReadOnlyList<string> Origins)
{
    /// <summary>The navigation: the Playground's own pages, then what the host adds.</summary>
    internal IReadOnlyList<PageLink> Links =>
    [
        new("OAuth 1.0", "/playground/oauth1", Path == "/playground/oauth1"),
        new("OAuth 2.0", "/playground/oauth2", Path == "/playground/oauth2"),
        new("Doctor", DoctorTab.Place, Path == DoctorTab.Place),
        .. Options.Links,
    ];
}
