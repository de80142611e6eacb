using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ValetKey.Server.Tests.OAuth2;

/// <summary>Every line that the server logged, at trace level.</summary>
internal sealed class RecordedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(string Category, int Event, string Text)> lines = [];

    public IEnumerable<(string Category, int Event, string Text)> Lines => lines;

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, lines);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<(string Category, int Event, string Text)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((category, eventId.Id, formatter(state, exception) + exception));
    }
}
