using ValetKey.Cli;

// Ctrl+C ends the process at once, as it is: files are replaced whole or not at all.
using var shell = Shell.OfThisProcess();
return await CommandLineProgram.RunAsync(shell, args, CancellationToken.None);
