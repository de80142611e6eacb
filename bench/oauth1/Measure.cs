using System.Diagnostics;

namespace OAuth1Bench;

/// <summary>Counts how often something can be done in a while, and what it allocates.</summary>
internal sealed class Measure(string name, Action action)
{
    private const int Batch = 64;

    public string Name => name;

    public double OperationsPerSecond { get; private set; }

    public double BytesPerOperation { get; private set; }

    public void Run(TimeSpan time)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var began = Stopwatch.GetTimestamp();
        long count = 0;
        do
        {
            for (var i = 0; i < Batch; i++)
            {
                action();
            }

            count += Batch;
        }
        while (Stopwatch.GetElapsedTime(began) < time);

        OperationsPerSecond = count / Stopwatch.GetElapsedTime(began).TotalSeconds;
        BytesPerOperation = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)count;
    }
}
