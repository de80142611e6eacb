using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ValetKey.Server.Tests;

/// <summary>Keeps what is logged, at every level, so that a test can search it.</summary>
internal sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = new();

    public IEnumerable<string> All => lines;

    public ILogger CreateLogger(string categoryName) => new Sink(lines, categoryName);

    public void Dispose()
    {
    }

    private sealed class Sink(ConcurrentQueue<string> lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{category}[{eventId.Id}] {formatter(state, exception)} {exception}");
    }
}
