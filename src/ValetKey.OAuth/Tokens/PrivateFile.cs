namespace ValetKey.OAuth;

/// <summary>Files that only their user may read: made so (0600, in folders of 0700), refused where they are not, and replaced whole or not at all.</summary>
internal static class PrivateFile
{
    private const int MaxLength = 32 * 1024 * 1024;
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OfOthers = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private const string LeftBehind = ".new";

    public static void MakeFolderOf(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows())        // there what is below a user's folder is that user's
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, Mode | UnixFileMode.UserExecute);     // the mode is for folders that are made here
        }
    }

    /// <summary>What is in the file; <c>null</c> where there is none.</summary>
    /// <exception cref="TokenStoreException">Others can read or write it.</exception>
    public static byte[]? Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Check(file, path);
            if (file.Length > MaxLength)
            {
                throw new TokenStoreException(TokenStoreProblem.Damaged, $"{path} has more than 32 MiB.", "Check that it is a token store.");
            }

            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception none) when (none is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes beside the file, to the disk, and then puts that into its place: who reads sees the old one or the new one.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        var fresh = $"{path}.{Path.GetRandomFileName()}{LeftBehind}";
        try
        {
            Create(fresh, bytes);
            File.Move(fresh, path, overwrite: true);
        }
        catch
        {
            File.Delete(fresh);
            throw;
        }

        FolderSync.Flush(Path.GetDirectoryName(path)!);
    }

    /// <summary>Writes a file that must not be there yet, to the disk.</summary>
    public static void Create(string path, ReadOnlySpan<byte> bytes)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Mode;
        }

        using var file = new FileStream(path, options);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Removes what a process wrote that was killed before it could put it into place. To be called under the lock.</summary>
    public static void SweepLeftBehind(string path)
    {
        foreach (var left in Directory.EnumerateFiles(Path.GetDirectoryName(path)!, $"{Path.GetFileName(path)}.*{LeftBehind}"))
        {
            File.Delete(left);
        }
    }

    // By the open file, so that it cannot be exchanged between the look and the reading.
    private static void Check(FileStream file, string path)
    {
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(file.SafeFileHandle) is var mode && (mode & OfOthers) != UnixFileMode.None)
        {
            throw new TokenStoreException(TokenStoreProblem.TooOpen, $"Other users can use {path} (mode {Convert.ToString((int)mode, 8).PadLeft(4, '0')}).", $"Run: chmod 600 '{path}'");
        }
    }
}
