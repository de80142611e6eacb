using System.Text;

namespace ValetKey.Playground.Tests.Outgoing;

/// <summary>Gives some bytes at the first read; at the second the time is up, and it never ends.</summary>
internal sealed class DrippingStream(string first, CancellationTokenSource atTheSecondRead) : MemoryStream(Encoding.UTF8.GetBytes(first))
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await base.ReadAsync(buffer, cancellationToken);
        if (count == 0)
        {
            await atTheSecondRead.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return count;
    }
}
