using System.Text;
using ValetKey.OAuth;

namespace ValetKey.Cli;

/// <summary>What is around the program: its streams, its environment, the person at the terminal, and a browser. Tests bring their own.</summary>
internal sealed class Shell : IDisposable
{
    private readonly StreamWriter _out;
    private readonly StreamWriter _error;

    /// <param name="output">Where results go.</param>
    /// <param name="error">Where everything else goes.</param>
    public Shell(Stream output, Stream error)
    {
        Output = output;
        _out = new(output, new UTF8Encoding(false)) { NewLine = "\n" };
        _error = new(error, new UTF8Encoding(false)) { NewLine = "\n", AutoFlush = true };
    }

    /// <summary>Results as bytes; flush <see cref="Out"/> before.</summary>
    public Stream Output { get; }

    /// <summary>Results as text.</summary>
    public TextWriter Out => _out;

    /// <summary>Errors, progress and questions.</summary>
    public TextWriter Error => _error;

    public required Func<Stream> Input { get; init; }

    public required Func<string, string?> Variable { get; init; }

    public bool InputIsTerminal { get; init; }

    public bool OutputIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Reads a line that is not shown; the question is on <see cref="Error"/> already. <c>null</c>: the person gave up.</summary>
    public required Func<string?> ReadUnseen { get; init; }

    public Func<Uri, CancellationToken, Task> OpenBrowser { get; init; } = LoopbackCallback.OpenInBrowser;

    /// <summary>Sends what commands ask for; <c>null</c>: each client an own one.</summary>
    public HttpClient? Http { get; init; }

    private bool HasColours => string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") != "dumb";

    public static Shell OfThisProcess() => new(Console.OpenStandardOutput(), Console.OpenStandardError())
    {
        Input = Console.OpenStandardInput,
        Variable = Environment.GetEnvironmentVariable,
        InputIsTerminal = !Console.IsInputRedirected,
        OutputIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        ReadUnseen = UnseenLine.Read,
    };

    /// <summary>Text in a colour, where results go to a terminal that may have some.</summary>
    public string InColour(Colour colour, string text) => OutputIsTerminal && HasColours ? Coloured(colour, text) : text;

    public void Say(Failure failure)
    {
        Error.WriteLine($"{(ErrorIsTerminal && HasColours ? Coloured(Colour.Red, "valetkey:") : "valetkey:")} {failure.Meaning}");
        if (failure.Mend.Length > 0)
        {
            Error.WriteLine($"  {failure.Mend}");
        }
    }

    /// <summary>A line that is gone with the next one; on a terminal alone. Empty clears it.</summary>
    public void Progress(string text)
    {
        if (ErrorIsTerminal)
        {
            Error.Write($"\r\e[K{text}");
        }
    }

    /// <summary>A file's text, or that of standard input for a hyphen.</summary>
    /// <exception cref="CliException">It cannot be read.</exception>
    public async Task<string> ReadTextAsync(string path, CancellationToken stop)
    {
        using var reader = new StreamReader(Open(path), Encoding.UTF8);
        return await reader.ReadToEndAsync(stop);
    }

    /// <summary>A file's bytes, or those of standard input for a hyphen.</summary>
    /// <exception cref="CliException">It cannot be read.</exception>
    public async Task<byte[]> ReadBytesAsync(string path, CancellationToken stop)
    {
        await using var file = Open(path);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, stop);
        return bytes.ToArray();
    }

    /// <summary>Asks for something secret, unseen.</summary>
    /// <returns><c>null</c> where nobody can be asked.</returns>
    /// <exception cref="CliException">The person gave up.</exception>
    public Secret? Ask(string what)
    {
        if (!InputIsTerminal || !ErrorIsTerminal)
        {
            return null;
        }

        Error.Write($"{what}: ");
        return new Secret(ReadUnseen() ?? throw new CliException(ExitCode.Interrupted, "Stopped.", ""));
    }

    public async Task<string?> ReadLineAsync(CancellationToken stop)
    {
        using var reader = new StreamReader(Input(), Encoding.UTF8, leaveOpen: true);
        return await reader.ReadLineAsync(stop);
    }

    /// <summary>At once: flushing asynchronously would start threads for a line of text.</summary>
    public void Flush() => _out.Flush();

    public void Dispose()
    {
        _out.Dispose();
        _error.Dispose();
    }

    private static string Coloured(Colour colour, string text) => $"\e[{(colour == Colour.Red ? 31 : colour == Colour.Green ? 32 : 1)}m{text}\e[0m";

    private Stream Open(string path)
    {
        try
        {
            return path == "-" ? Input() : File.OpenRead(path);
        }
        catch (Exception none) when (none is FileNotFoundException or DirectoryNotFoundException)
        {
            throw CliException.Usage($"There is no file {path}.", "Check the path; - reads standard input.");
        }
    }
}
