using System.Security.Cryptography;
using System.Text;

namespace ValetKey.Server.Workspace;

/// <summary>The text of a workspace, and what it is called in errors.</summary>
internal sealed record WorkspaceSource(string Name, string Text, bool IsDemo)
{
    private const long LargestFile = 16 * 1024 * 1024;

    /// <summary>Of the text and of this version of the server, since another version may serve more of the same file.</summary>
    public byte[] Digest => SHA256.HashData(Encoding.UTF8.GetBytes($"{typeof(WorkspaceSource).Assembly.GetName().Version}\n{Text}"));

    /// <summary>The workspace that is built in.</summary>
    public static WorkspaceSource Demo()
    {
        using var stream = typeof(WorkspaceSource).Assembly.GetManifestResourceStream("ValetKey.Server.Workspace.demo.yaml")!;
        using var reader = new StreamReader(stream);
        return new WorkspaceSource("(built in)", reader.ReadToEnd(), IsDemo: true);
    }

    /// <exception cref="InvalidOperationException">It cannot be read; the message says why and what to do.</exception>
    public static WorkspaceSource File(string path)
    {
        try
        {
            var file = new FileInfo(Path.GetFullPath(path));
            return file.Length <= LargestFile
                ? new WorkspaceSource(file.FullName, System.IO.File.ReadAllText(file.FullName), IsDemo: false)
                : throw new InvalidOperationException($"The workspace file {file.FullName} is larger than 16 MiB. Load it in parts.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InvalidOperationException($"The workspace file {path} cannot be read ({unreadable.Message}). Name another one with --workspace or ValetKey__Workspace.", unreadable);
        }
    }

    /// <summary>Without the text, which holds secrets.</summary>
    public override string ToString() => Name;
}
