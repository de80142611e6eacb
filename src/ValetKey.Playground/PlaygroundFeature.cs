using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ValetKey.Pages;
using ValetKey.Playground.Doctor;
using ValetKey.Playground.OAuth1;
using ValetKey.Playground.OAuth2;
using ValetKey.Playground.Outgoing;
using ValetKey.Playground.Sessions;
using ValetKey.Playground.Steps;

namespace ValetKey.Playground;

/// <summary>Adds the OAuth Playground to a host: its page at <c>/playground/</c>.</summary>
public static class PlaygroundFeature
{
    /// <summary>The path to which OAuth 2.0 answers come back: to be registered, with the origin before it, for clients that are tried here.</summary>
    public const string OAuth2Callback = "/playground/oauth2/callback";

    /// <param name="services">The host's.</param>
    /// <param name="configure">Scopes, demo credentials, origins.</param>
    public static IServiceCollection AddPlayground(this IServiceCollection services, Action<PlaygroundOptions>? configure = null)
    {
        services.AddOptions<PlaygroundOptions>()
            .Configure(configure ?? (_ => { }))
            .Validate(o => o.Origins.All(origin => Origin.TryParse(origin, out _)),
                "Each of the Playground's Origins must be scheme, host and port in their usual spelling, such as https://valetkey.example or http://10.0.0.5:8080.")
            .ValidateOnStart();
        services.AddRazorComponents();
        services.AddAntiforgery();
        services.AddDataProtection();
        services.AddDistributedMemoryCache();           // unless the host has added another before
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ResolveName>(System.Net.Dns.GetHostAddressesAsync);
        services.TryAddSingleton<OwnOrigins>();
        services.TryAddSingleton<OutgoingTransport>();
        services.TryAddSingleton<SessionStore>();
        services.TryAddSingleton<SessionLocks>();
        services.TryAddSingleton<StepRunner>();
        services.TryAddSingleton<CallbackRunner>();
        services.TryAddSingleton<Tab<OAuth1State>, OAuth1Tab>();
        services.TryAddSingleton<Tab<OAuth2State>, OAuth2Tab>();
        services.TryAddSingleton<Tab<DoctorState>, DoctorTab>();
        return services;
    }

    /// <summary>Maps the page and its steps, open to everybody: whoever uses it brings their own credentials.</summary>
    public static IEndpointConventionBuilder MapPlayground(this IEndpointRouteBuilder routes)
    {
        var playground = routes.MapGroup("/playground").WithPageHeaders().AllowAnonymous();
        playground.MapGet("/", () => Results.Redirect("/playground/oauth1"));

        var oauth1 = playground.MapGroup("/oauth1");
        oauth1.MapTab<OAuth1State>();
        oauth1.MapStep<OAuth1State>("demo-consumer", StepName.Credentials, DemoConsumerStep.TakeAsync);
        oauth1.MapStep<OAuth1State>("request-token", StepName.Token, RequestTokenStep.TakeAsync);
        oauth1.MapStep<OAuth1State>("authorize", StepName.Token, AuthorizeStep.TakeAsync);
        oauth1.MapStep<OAuth1State>("access-token", StepName.Token, AccessTokenStep.TakeAsync);
        oauth1.MapStep<OAuth1State>("execute", StepName.Use, ExecuteSignedStep.TakeAsync);
        oauth1.MapStep<OAuth1State>("ask", StepName.Use, DoctorSteps.AskAsync);
        oauth1.MapGet("/callback", OAuth1.OAuth1Callback.Handle);

        var oauth2 = playground.MapGroup("/oauth2");
        oauth2.MapTab<OAuth2State>();
        oauth2.MapStep<OAuth2State>("demo-client", StepName.Credentials, DemoClientStep.TakeAsync);
        oauth2.MapStep<OAuth2State>("authorize", StepName.Token, AuthorizeApisStep.TakeAsync);
        oauth2.MapStep<OAuth2State>("exchange", StepName.Token, ExchangeCodeStep.TakeAsync);
        oauth2.MapStep<OAuth2State>("refresh", StepName.Token, RefreshStep.TakeAsync);
        oauth2.MapStep<OAuth2State>("execute", StepName.Use, ExecuteBearerStep.TakeAsync);
        oauth2.MapGet("/callback", OAuth2.OAuth2Callback.Handle);

        var doctor = playground.MapGroup("/doctor");
        doctor.MapPage<DoctorState>();
        doctor.MapStep<DoctorState>("examine", StepName.Diagnosis, DoctorSteps.ExamineAsync);
        doctor.MapStep<DoctorState>("example", StepName.Diagnosis, DoctorSteps.ExampleAsync);
        doctor.MapStep<DoctorState>("start-over", StepName.Diagnosis, DoctorSteps.StartOverAsync);
        return playground;
    }
}
