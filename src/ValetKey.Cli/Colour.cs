namespace ValetKey.Cli;

/// <summary>The few ways in which text stands out on a terminal.</summary>
internal enum Colour
{
    Bold,
    Red,
    Green,
}
