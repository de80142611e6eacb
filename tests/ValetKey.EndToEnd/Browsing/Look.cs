using Microsoft.Playwright;

namespace ValetKey.EndToEnd.Browsing;

/// <summary>How a page is looked at; each page has to do in all of them.</summary>
/// <param name="Name">Of the screenshots.</param>
/// <param name="Scheme">What the person's system prefers.</param>
/// <param name="Width">Of the window, in CSS pixels.</param>
/// <param name="Height">Of the window, in CSS pixels.</param>
internal sealed record Look(string Name, ColorScheme Scheme, int Width, int Height)
{
    public static Look Light { get; } = new("light", ColorScheme.Light, 1280, 900);

    public static Look Dark { get; } = new("dark", ColorScheme.Dark, 1280, 900);

    public static Look Phone { get; } = new("phone", ColorScheme.Light, 390, 844);

    private static IReadOnlyList<Look> All { get; } = [Light, Dark, Phone];

    /// <summary>For theories.</summary>
    public static TheoryData<string> Names => [.. All.Select(look => look.Name)];

    public static Look Called(string name) => All.Single(look => look.Name == name);
}
