using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ValetKey.Server.OAuth2.Tokens;

/// <summary>Sweeps now and then, off the way of every request.</summary>
internal sealed class ExpiredRowsService(ExpiredRows rows, TimeProvider time, ILogger<ExpiredRows> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await rows.Sweep(stoppingToken);
            }
            catch (Microsoft.Data.Sqlite.SqliteException failed)
            {
                log.SweepFailed(failed);
            }
        }
    }
}
