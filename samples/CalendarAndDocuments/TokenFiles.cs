using System.Security.Cryptography;
using System.Text;

namespace CalendarAndDocuments;

/// <summary>A small datastore: one file for each browser, for the owner's eyes alone.</summary>
internal sealed class TokenFiles(string? folder)
{
    private readonly string _folder = folder ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "CalendarAndDocuments");

    public async Task SaveAsync(string browser, string blob, CancellationToken stop = default)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())       // there the folder of the user is private
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        Directory.CreateDirectory(_folder);
        var fresh = Path.Combine(_folder, Path.GetRandomFileName());
        await using (var file = new StreamWriter(fresh, options))
        {
            await file.WriteAsync(blob.AsMemory(), stop);
        }

        File.Move(fresh, PathOf(browser), overwrite: true);     // whole or not at all
    }

    public Task<string> LoadAsync(string browser, CancellationToken stop = default) => File.ReadAllTextAsync(PathOf(browser), stop);

    // By the cookie's hash, so that no cookie can name another file.
    private string PathOf(string browser) => Path.Combine(_folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(browser))));
}
