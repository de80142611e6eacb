using System.Diagnostics;
using System.Text;
using System.Threading.Channels;

namespace ValetKey.EndToEnd.Processes;

/// <summary>A program of its own process: what it prints is kept, every wait has a limit, and it ends, by its id, with this object.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);       // of a wait; generous, since a machine may be busy

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly Channel<string> _errorLines = Channel.CreateUnbounded<string>();

    private ChildProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) =>
        {
            Keep(line.Data);
            _ = line.Data is null ? _lines.Writer.TryComplete() : _lines.Writer.TryWrite(line.Data);
        };
        _process.ErrorDataReceived += (_, line) =>
        {
            Keep(line.Data);
            _ = line.Data is null ? _errorLines.Writer.TryComplete() : _errorLines.Writer.TryWrite(line.Data);
        };
    }

    /// <summary>Everything that was printed so far, errors too.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <param name="environment">On top of what this process has; null removes a variable.</param>
    public static ChildProcess Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> environment)
    {
        if (!File.Exists(program))
        {
            throw new FileNotFoundException($"{program} is missing: build the solution, and let eng/test.sh install what comes from Debian.", program);
        }

        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(program),
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var child = new ChildProcess(start);
        child._process.Start();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return child;
    }

    /// <summary>The next line that it prints.</summary>
    /// <exception cref="InvalidOperationException">It ended without one; the message holds what it printed.</exception>
    public Task<string> ReadLineAsync(CancellationToken stop) => ReadLineAsync(_lines, stop);

    /// <summary>The next line that it prints among its errors, where programs ask their questions.</summary>
    /// <exception cref="InvalidOperationException">It ended without one; the message holds what it printed.</exception>
    public Task<string> ReadErrorLineAsync(CancellationToken stop) => ReadLineAsync(_errorLines, stop);

    private async Task<string> ReadLineAsync(Channel<string> lines, CancellationToken stop)
    {
        try
        {
            return await lines.Reader.ReadAsync(stop).AsTask().WaitAsync(Limit, stop);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{_process.StartInfo.FileName} printed no further line within {Limit}:\n{Output}", late);
        }
        catch (ChannelClosedException closed)
        {
            await WaitForExitAsync(stop);
            throw new InvalidOperationException($"{_process.StartInfo.FileName} ended ({ExitCode}) without a further line:\n{Output}", closed);
        }
    }

    /// <summary>Reads on until a line holds <paramref name="text"/>.</summary>
    public async Task ReadUntilAsync(string text, CancellationToken stop)
    {
        while (!(await ReadLineAsync(stop)).Contains(text, StringComparison.Ordinal))
        {
        }
    }

    public async Task WriteLineAsync(string line, CancellationToken stop)
    {
        await _process.StandardInput.WriteLineAsync(line.AsMemory(), stop);
        await _process.StandardInput.FlushAsync(stop);
    }

    /// <summary>Says that nothing more will be typed.</summary>
    public void EndInput() => _process.StandardInput.Close();

    public async Task<int> WaitForExitAsync(CancellationToken stop, TimeSpan? limit = null)
    {
        await _process.WaitForExitAsync(stop).WaitAsync(limit ?? Limit, stop);
        return ExitCode;
    }

    /// <summary>Ends it at once, as a power cut would: it can write nothing more.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();            // SIGKILL
        }

        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }
}
