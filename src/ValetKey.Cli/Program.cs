using System.Runtime.InteropServices;
using ValetKey.Cli;

using var shell = Shell.OfThisProcess();
using var stopping = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
{
    signal.Cancel = true;       // so that files are left whole
    stopping.Cancel();
});
return await CommandLineProgram.RunAsync(shell, args, stopping.Token);
