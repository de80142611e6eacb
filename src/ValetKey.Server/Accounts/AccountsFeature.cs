using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ValetKey.Pages;
using ValetKey.Server.Scopes;

namespace ValetKey.Server.Accounts;

internal static class AccountsFeature
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<Sessions>();
        services.AddSingleton<SignInAttempts>();
        services.AddSingleton<GrantedApplications>();
        services.AddScoped<Passwords>();
        services.AddRazorComponents();
        services.AddAuthentication(ApiScheme.Session)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(ApiScheme.Session, null);
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = "valetkey-form";
            form.Cookie.SameSite = SameSiteMode.Lax;
            form.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            form.FormFieldName = "form_token";
            form.SuppressXFrameOptionsHeader = true;    // PageHeaders says it for every page
        });
    }

    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var accounts = routes.MapGroup("/accounts").AllowAnonymous().WithPageHeaders(FormsGo.Anywhere);
        accounts.MapGet("/ServiceLogin", SignIn.Show);
        accounts.MapPost("/ServiceLogin", SignIn.Submit).WithFormToken();
        accounts.MapGet("/Logout", SignIn.ShowSignOut);
        accounts.MapPost("/Logout", SignIn.SignOut).WithFormToken();

        var access = routes.MapGroup("/accounts").AllowAnonymous().WithPageHeaders();
        access.MapGet("/", AccountAccess.Show);
        access.MapGet("/IssuedAuthSubTokens", AccountAccess.Show);      // its address at Google, which old articles name
        access.MapPost("/RevokeAccess", AccountAccess.Revoke).WithFormToken();
    }
}
