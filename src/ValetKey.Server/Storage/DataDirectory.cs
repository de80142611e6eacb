namespace ValetKey.Server.Storage;

/// <summary>Where this node keeps its data: the database, and the keys that seal what must be readable again.</summary>
internal sealed class DataDirectory
{
    public DataDirectory(string path)
    {
        Root = Path.GetFullPath(path);
        IsNew = !File.Exists(DatabasePath);
        try
        {
            Create(Root);
            Create(KeysPath);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException(
                $"The data directory '{Root}' cannot be written ({refused.Message}). Name another one with ValetKey__DataDirectory, or give this user write access.", refused);
        }
    }

    public string Root { get; }

    /// <summary>Whether no server has run here before.</summary>
    public bool IsNew { get; }

    public string DatabasePath => Path.Combine(Root, "valetkey.db");

    public string NoncesPath => Path.Combine(Root, "nonces.log");

    /// <summary>Apart from the database, so that a copy of the data alone opens nothing.</summary>
    public string KeysPath => Path.Combine(Root, "keys");

    private static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            System.IO.Directory.CreateDirectory(path);
        }
        else
        {
            System.IO.Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
