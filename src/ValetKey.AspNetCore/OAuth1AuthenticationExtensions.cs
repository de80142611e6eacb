using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ValetKey.OAuth;

namespace ValetKey.AspNetCore;

/// <summary>Adds OAuth 1.0 to an application's authentication.</summary>
public static class OAuth1AuthenticationExtensions
{
    /// <summary>Adds the scheme <see cref="OAuth1Defaults.AuthenticationScheme"/>.</summary>
    /// <inheritdoc cref="AddOAuth1(AuthenticationBuilder, string, Action{OAuth1AuthenticationOptions})"/>
    public static AuthenticationBuilder AddOAuth1(this AuthenticationBuilder builder, Action<OAuth1AuthenticationOptions> configure) =>
        builder.AddOAuth1(OAuth1Defaults.AuthenticationScheme, configure);

    /// <summary>Adds a scheme that verifies signed requests (RFC 5849) and answers refused ones in the words of the Problem Reporting extension.</summary>
    /// <param name="builder">What <c>AddAuthentication</c> gives.</param>
    /// <param name="scheme">The scheme's name.</param>
    /// <param name="configure">
    /// Consumers, limits, hooks. Consumers and tokens in a database: register an <see cref="IOAuth1VerifierStore"/>. Several nodes: register an
    /// <see cref="INonceStore"/> that they share (singleton); the default one is in the memory of this process and refuses what was signed before its start.
    /// </param>
    public static AuthenticationBuilder AddOAuth1(this AuthenticationBuilder builder, string scheme, Action<OAuth1AuthenticationOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.TryAddSingleton<IOAuth1VerifierStore>(provider => new ConfiguredConsumers(OptionsOf(provider, scheme)));
        services.TryAddSingleton<INonceStore>(provider =>
        {
            var options = OptionsOf(provider, scheme);
            return new MemoryNonceStore(options.TimeProvider ?? TimeProvider.System, options.Limits.TimestampWindow);
        });
        services.AddHostedService<NoncesFromTheStart>();
        services.AddOptions<OAuth1AuthenticationOptions>(scheme).ValidateOnStart();
        return builder.AddScheme<OAuth1AuthenticationOptions, OAuth1AuthenticationHandler>(scheme, configure);
    }

    private static OAuth1AuthenticationOptions OptionsOf(IServiceProvider provider, string scheme) =>
        provider.GetRequiredService<IOptionsMonitor<OAuth1AuthenticationOptions>>().Get(scheme);
}
