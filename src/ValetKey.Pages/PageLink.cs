namespace ValetKey.Pages;

/// <summary>A place in a page's navigation.</summary>
/// <param name="Name">What the link says.</param>
/// <param name="Address">A path of this origin.</param>
/// <param name="IsCurrent">Whether the page shown is this very place.</param>
public sealed record PageLink(string Name, string Address, bool IsCurrent = false);
