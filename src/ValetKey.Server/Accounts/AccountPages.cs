using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using ValetKey.Pages;

namespace ValetKey.Server.Accounts;

/// <summary>The pages that both protocols answer with.</summary>
internal static class AccountPages
{
    public static RazorComponentResult Consent(ConsentView view) => new RazorComponentResult<ConsentPage>(new { View = view });

    /// <summary>A refusal that must not be redirected: what was wrong and what to do, for a person.</summary>
    public static RazorComponentResult Refusal(int status, string title, string what, string mend, PageLink? back = null) =>
        new RazorComponentResult<ErrorPage>(new { Title = title, What = what, Mend = mend, Back = back }) { StatusCode = status };

    /// <summary>A code that a person carries to the application; scripts read it off the window's title.</summary>
    public static RazorComponentResult SuccessCode(string code, string codeName, string? note = null) =>
        new RazorComponentResult<SuccessCodePage>(new { Code = code, CodeName = codeName, Note = note });

    /// <summary>Sends the browser to sign in and back to the page it asked for.</summary>
    /// <param name="email">Fills the form (<c>login_hint</c>).</param>
    /// <param name="domain">Says which domain's accounts will do (<c>hd</c>).</param>
    public static RedirectHttpResult SignInFirst(HttpRequest request, string? email = null, string? domain = null) =>
        SignInFirst(LocalPath.OfRequest(request), email, domain);

    /// <param name="goOn">Path of this origin that the browser comes back to.</param>
    /// <inheritdoc cref="SignInFirst(HttpRequest, string?, string?)"/>
    public static RedirectHttpResult SignInFirst(string goOn, string? email = null, string? domain = null) =>
        TypedResults.Redirect("/accounts/ServiceLogin?continue=" + Uri.EscapeDataString(goOn)
            + (email is null ? "" : "&Email=" + Uri.EscapeDataString(email))
            + (domain is null ? "" : "&hd=" + Uri.EscapeDataString(domain)));

    /// <summary>The link of a page that signs another account in and comes back to it.</summary>
    public static string SwitchAccount(HttpRequest request) => SwitchAccount(LocalPath.OfRequest(request));

    /// <param name="goOn">Path of this origin that the browser comes back to.</param>
    /// <inheritdoc cref="SwitchAccount(HttpRequest)"/>
    public static string SwitchAccount(string goOn) => "/accounts/Logout?continue=" + Uri.EscapeDataString(goOn);
}
