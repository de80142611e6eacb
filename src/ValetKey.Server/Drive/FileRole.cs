using System.Diagnostics.CodeAnalysis;

namespace ValetKey.Server.Drive;

/// <summary>How far somebody may go with a file. Ordered: each may what the ones below it may.</summary>
internal sealed class FileRole
{
    private FileRole(string name, int rank)
    {
        Name = name;
        Rank = rank;
    }

    public static FileRole Owner { get; } = new("owner", 4);

    public static FileRole Writer { get; } = new("writer", 3);

    public static FileRole Commenter { get; } = new("commenter", 2);

    public static FileRole Reader { get; } = new("reader", 1);

    /// <summary>What can be given away by a rule; an owner is not made by one.</summary>
    public static IReadOnlyList<FileRole> Shareable { get; } = [Writer, Commenter, Reader];

    public string Name { get; }

    public int Rank { get; }

    public static bool TryParse(string name, [NotNullWhen(true)] out FileRole? role) => (role = Shareable.FirstOrDefault(r => r.Name == name)) is not null;

    /// <exception cref="FormatException">The database holds a role that this version does not know.</exception>
    public static FileRole Parse(string name) => TryParse(name, out var role) ? role : throw new FormatException($"'{name}' is no role of a file.");

    public override string ToString() => Name;
}
