using System.Globalization;
using System.Text;
using Microsoft.Extensions.Hosting;
using ValetKey.OAuth;
using ValetKey.Server.Storage;

namespace ValetKey.Server.OAuth1;

/// <summary>
/// Keeps the nonces of the timestamp window through a restart: each is appended before its request is answered, which survives the end
/// of the process. It is not synced to the disk, so after a restart of the machine timestamps up to the start are refused instead.
/// </summary>
internal sealed class NonceJournal : INonceStore, IHostedService, IDisposable
{
    private const int FewestForRewrite = 65_536;

    private readonly string path;
    private readonly string boot = BootId();
    private readonly MemoryNonceStore nonces;
    private FileStream file;
    private int written;

    public NonceJournal(DataDirectory data, TimeProvider time, OAuth1Options options)
    {
        path = data.NoncesPath;
        var (earlierBoot, used) = Load(path);
        var nothingIsLost = data.IsNew || (boot.Length > 0 && boot == earlierBoot);
        nonces = new MemoryNonceStore(time, options.TimestampWindow)
        {
            RefuseBefore = nothingIsLost ? DateTimeOffset.UnixEpoch : time.GetUtcNow().AddSeconds(1),
            CapacityPerConsumer = options.NoncesPerConsumer,
            Taken = Append,
        };
        nonces.Restore(used);
        file = Rewrite(nonces.Snapshot());
    }

    public ValueTask<NonceResult> UseAsync(string consumerKey, string? token, DateTimeOffset timestamp, string nonce, CancellationToken stop) =>
        nonces.UseAsync(consumerKey, token, timestamp, nonce, stop);

    /// <summary>Hosted so that it is opened at the start: what is refused depends on that moment, not on the first request.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => file.Dispose();

    private void Append(UsedNonce nonce)
    {
        if (++written > FewestForRewrite && written > 4 * nonces.Count)
        {
            file.Dispose();
            file = Rewrite(nonces.Snapshot());      // holds this nonce, too
            return;
        }

        file.Write(Line(nonce));
    }

    private FileStream Rewrite(IReadOnlyList<UsedNonce> kept)
    {
        var fresh = path + ".new";
        using (var stream = new FileStream(fresh, FileMode.Create, FileAccess.Write))
        {
            stream.Write(Encoding.UTF8.GetBytes(boot + "\n"));
            foreach (var nonce in kept)
            {
                stream.Write(Line(nonce));
            }
        }

        File.Move(fresh, path, overwrite: true);
        written = kept.Count;
        return new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    private static byte[] Line(UsedNonce nonce) => Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{nonce.Second} {nonce.Digest:x32} {Uri.EscapeDataString(nonce.ConsumerKey)}\n"));

    private static (string Boot, IReadOnlyList<UsedNonce> Used) Load(string path)
    {
        if (!File.Exists(path))
        {
            return ("", []);
        }

        var lines = File.ReadLines(path);
        // The last line may have been cut by the end of the process: its request was never answered.
        return (lines.FirstOrDefault("none"), [.. lines.Skip(1).Select(Read).OfType<UsedNonce>()]);
    }

    private static UsedNonce? Read(string line) => line.Split(' ') is [var second, { Length: 32 } digest, var consumer]
        && long.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && UInt128.TryParse(digest, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits)
            ? new UsedNonce(at, bits, Uri.UnescapeDataString(consumer))
            : null;

    /// <summary>Tells this run of the machine from others; empty where the system has no such thing.</summary>
    private static string BootId()
    {
        const string linux = "/proc/sys/kernel/random/boot_id";
        return File.Exists(linux) ? File.ReadAllText(linux).Trim() : "";
    }
}
