using Microsoft.Extensions.Hosting;
using ValetKey.OAuth;

namespace ValetKey.AspNetCore;

/// <summary>Opens the nonce store when the application starts: which timestamps it refuses depends on that moment, not on the first request.</summary>
internal sealed class NoncesFromTheStart(INonceStore nonces) : IHostedService
{
    public INonceStore Nonces { get; } = nonces;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
