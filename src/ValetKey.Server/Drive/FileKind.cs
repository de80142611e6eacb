using System.Diagnostics.CodeAnalysis;

namespace ValetKey.Server.Drive;

/// <summary>What a file is: the part of its resource id before the colon.</summary>
internal sealed class FileKind
{
    private FileKind(string name) => Name = name;

    public static FileKind Document { get; } = new("document");

    public static FileKind Spreadsheet { get; } = new("spreadsheet");

    public static FileKind Presentation { get; } = new("presentation");

    public static FileKind Drawing { get; } = new("drawing");

    public static FileKind Form { get; } = new("form");

    public static FileKind Pdf { get; } = new("pdf");

    public static FileKind File { get; } = new("file");

    public static FileKind Folder { get; } = new("folder");

    public static IReadOnlyList<FileKind> All { get; } = [Document, Spreadsheet, Presentation, Drawing, Form, Pdf, File, Folder];

    public string Name { get; }

    public static bool TryParse(string name, [NotNullWhen(true)] out FileKind? kind) => (kind = All.FirstOrDefault(k => k.Name == name)) is not null;

    public override string ToString() => Name;
}
