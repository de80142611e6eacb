using System.Runtime.InteropServices;

namespace ValetKey.OAuth;

/// <summary>Makes a rename last: the entry of a folder is written to the disk only when the folder is told so.</summary>
internal static partial class FolderSync
{
    /// <summary>Where it cannot be done (a file system that knows no such thing) the rename holds all the same until a power failure.</summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())        // NTFS keeps a journal of renames
        {
            return;
        }

        var descriptor = Open(folder, 0);
        if (descriptor >= 0)
        {
            _ = Fsync(descriptor);
            _ = Close(descriptor);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int readOnly);

    [LibraryImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
