namespace ValetKey.Architecture;

/// <summary>The rooms of the server: models, and the faces in the namespaces below each.</summary>
internal static class ServerRooms
{
    private static readonly string[] ModelNames = ["ValetKey.Server.Directory", "ValetKey.Server.Calendar", "ValetKey.Server.Drive"];

    public static IReadOnlyList<string> FaceNames { get; } = [.. Code.Types
        .Select(type => type.Namespace.FullName)
        .SelectMany(name => ModelNames.Where(model => name != model && Code.IsIn(name, model)).Select(model => $"{model}.{name[(model.Length + 1)..].Split('.')[0]}"))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)];

    public static TheoryData<string> Models => [.. ModelNames];

    public static TheoryData<string> Faces => [.. FaceNames];
}
