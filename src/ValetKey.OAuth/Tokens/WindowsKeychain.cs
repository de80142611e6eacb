using System.Runtime.InteropServices;
using System.Text;

namespace ValetKey.OAuth;

/// <summary>The Credential Manager of Windows: a generic credential of this user and machine.</summary>
internal sealed unsafe partial class WindowsKeychain : Keychain
{
    private const uint Generic = 1;
    private const uint LocalMachine = 2;        // it does not roam

    public override Task<string?> ReadAsync(string id, CancellationToken stop)
    {
        if (!CredRead(TargetOf(id), Generic, 0, out var credential))
        {
            return Task.FromResult<string?>(null);
        }

        var secret = Encoding.UTF8.GetString(credential->Blob, (int)credential->BlobSize);
        CredFree(credential);
        return Task.FromResult<string?>(secret);
    }

    public override Task<bool> TryWriteAsync(string id, string secret, CancellationToken stop)
    {
        var blob = Encoding.UTF8.GetBytes(secret);
        fixed (char* target = TargetOf(id), user = "ValetKey")
        fixed (byte* bytes = blob)
        {
            var credential = new Credential { Type = Generic, Persist = LocalMachine, TargetName = target, UserName = user, Blob = bytes, BlobSize = (uint)blob.Length };
            return Task.FromResult(CredWrite(&credential, 0));
        }
    }

    private static string TargetOf(string id) => $"{Label} {id}";

    [LibraryImport("advapi32", EntryPoint = "CredReadW", StringMarshalling = StringMarshalling.Utf16)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CredRead(string target, uint type, uint flags, out Credential* credential);

    [LibraryImport("advapi32", EntryPoint = "CredWriteW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CredWrite(Credential* credential, uint flags);

    [LibraryImport("advapi32", EntryPoint = "CredFree")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial void CredFree(Credential* credential);

    [StructLayout(LayoutKind.Sequential)]
    private struct Credential
    {
        public uint Flags;
        public uint Type;
        public char* TargetName;
        public char* Comment;
        public long LastWritten;
        public uint BlobSize;
        public byte* Blob;
        public uint Persist;
        public uint AttributeCount;
        public void* Attributes;
        public char* TargetAlias;
        public char* UserName;
    }
}
