using System.ComponentModel;
using System.Diagnostics;

namespace ValetKey.OAuth;

/// <summary>Runs a keychain's own program. What is secret goes in by its standard input: arguments are seen by every user of the machine.</summary>
internal static class KeychainProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);        // a person may be asked to unlock

    /// <summary>A program of the PATH; no folder that is not absolute counts.</summary>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Where(Path.IsPathFullyQualified).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <returns>What it printed; <c>null</c> where it could not be started or said no.</returns>
    public static async Task<string?> RunAsync(string program, IEnumerable<string> arguments, string input, CancellationToken stop)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            using var process = Process.Start(start)!;
            try
            {
                var output = process.StandardOutput.ReadToEndAsync(patience.Token);
                var errors = process.StandardError.ReadToEndAsync(patience.Token);
                await process.StandardInput.WriteAsync(input.AsMemory(), patience.Token).ConfigureAwait(false);
                process.StandardInput.Close();
                await process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
                await errors.ConfigureAwait(false);
                return process.ExitCode == 0 ? await output.ConfigureAwait(false) : null;
            }
            catch (OperationCanceledException)
            {
                process.Kill();
                throw;
            }
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception gone) when (gone is Win32Exception or IOException)
        {
            return null;
        }
    }
}
