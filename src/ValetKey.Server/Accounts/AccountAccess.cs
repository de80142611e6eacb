using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ValetKey.Server.Accounts;

/// <summary>The account page: a signed-in user sees which applications have access, and takes it back.</summary>
internal static class AccountAccess
{
    public const string Path = "/accounts/";
    public const string RevokePath = "/accounts/RevokeAccess";

    private const string Revoked = "revoked";

    public static IResult Show(HttpContext http, Caller? caller, GrantedApplications applications) => caller is null
        ? AccountPages.SignInFirst(Path)
        : new RazorComponentResult<AccountPage>(new { caller.Account.Email, Applications = applications.Of(caller.Account.Id), HasRevoked = http.Request.Query.ContainsKey(Revoked) });

    /// <summary>Back to the page with 303, so that reloading it revokes nothing again.</summary>
    public static async Task<IResult> Revoke(HttpContext http, Caller? caller, GrantedApplications applications, CancellationToken stop)
    {
        if (caller is null)
        {
            return AccountPages.SignInFirst(Path);
        }

        var form = await http.Request.ReadFormAsync(stop);
        if (form["protocol"] is not [GrantedApplication.OAuth1 or GrantedApplication.OAuth2] || form["client"] is not [{ Length: > 0 } client])
        {
            return AccountPages.Refusal(StatusCodes.Status400BadRequest, "Whose access?", "The form does not say which application's access ends.", "Go back to the page, and press its button.");
        }

        await applications.Revoke(caller.Account.Id, form["protocol"].ToString(), client, form["name"].ToString() is { Length: > 0 } name ? name : null, stop);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = $"{Path}?{Revoked}";
        return Results.Empty;
    }
}
