using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;

namespace ValetKey.Playground.Sessions;

/// <summary>Keeps sessions on the server, sealed, for an hour after their last use. The store sees neither a handle nor a secret.</summary>
internal sealed class SessionStore(IDistributedCache cache, IDataProtectionProvider protection)
{
    private const string Purpose = "ValetKey.Playground.Session";
    private static readonly DistributedCacheEntryOptions AnHour = new() { SlidingExpiration = TimeSpan.FromHours(1) };

    /// <returns>Null where there is none, or none that this server has sealed.</returns>
    public async Task<PlaygroundSession?> FindAsync(string handle, CancellationToken stop)
    {
        var key = Key(handle);
        if (await cache.GetAsync(key, stop) is not { } sealedSession)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<PlaygroundSession>(Seal(key).Unprotect(sealedSession));
        }
        catch (CryptographicException)      // sealed with keys that are gone
        {
            return null;
        }
    }

    public Task SaveAsync(string handle, PlaygroundSession session, CancellationToken stop)
    {
        var key = Key(handle);
        return cache.SetAsync(key, Seal(key).Protect(JsonSerializer.SerializeToUtf8Bytes(session)), AnHour, stop);
    }

    // Bound to its key, so that one entry cannot stand in for another.
    private IDataProtector Seal(string key) => protection.CreateProtector(Purpose, key);

    private static string Key(string handle) => "playground:" + Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(handle)));
}
