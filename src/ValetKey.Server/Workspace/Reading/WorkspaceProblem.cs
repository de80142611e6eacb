using System.Globalization;

namespace ValetKey.Server.Workspace.Reading;

/// <summary>What is wrong in a workspace file, where, and what to do. Never with a secret's text.</summary>
/// <param name="What">Said of the place: "is missing", "is no time zone".</param>
/// <param name="Mend">An imperative.</param>
internal sealed record WorkspaceProblem(Place Place, string What, string Mend)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"line {Place.Line}: {(Place.Path.Length == 0 ? "the file" : Place.Path)} {What}. {Mend}");
}
