using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;

namespace ValetKey.Server.Accounts;

/// <summary>The sign-in page: GET shows it, POST checks the password and goes on with 303 (RFC 9700 §4.12).</summary>
internal static class SignIn
{
    private const string NotThese = "No account of this server has this e-mail address and password. Check both, and try again.";

    public static RazorComponentResult Show(HttpContext http) =>
        Page(LocalPath.Of(http.Request.Query["continue"]), http.Request.Query["Email"], refusal: null, domain: http.Request.Query["hd"]);

    public static async Task<IResult> Submit(
        HttpContext http, Passwords passwords, Sessions sessions, SignInAttempts attempts, ILogger<Sessions> log, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var goOn = LocalPath.Of(form["continue"]);
        var email = form["Email"].ToString().Trim().ToLowerInvariant();
        if (!attempts.TryEnter(http.Connection.RemoteIpAddress?.ToString() ?? ""))
        {
            http.Response.Headers.RetryAfter = "60";
            return Page(goOn, email, "Too many attempts from this address. Wait a minute, and try again.", StatusCodes.Status429TooManyRequests);
        }

        var resting = attempts.IsResting(email);
        var user = await passwords.Check(email, form["Passwd"].ToString(), stop);
        if (resting)
        {
            log.SignInResting();            // whether the password was right is not told, so that resting stops guessing
            http.Response.Headers.RetryAfter = "30";
            return Page(goOn, email, "Too many wrong passwords for this account. Wait half a minute, and try again.", StatusCodes.Status429TooManyRequests);
        }

        if (user is null)
        {
            attempts.Wrong(email);
            log.SignInRefused();
            return Page(goOn, email, NotThese, StatusCodes.Status403Forbidden);
        }

        attempts.Right(email);
        if (user.Suspended)
        {
            log.SignInSuspended(user.Email);
            return Page(goOn, email, "This account is suspended. An administrator of its domain can restore it.", StatusCodes.Status403Forbidden);
        }

        await sessions.SignIn(http, user.Id, stop);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = goOn;
        return Results.Empty;
    }

    /// <summary>Asks before it signs out; with nobody signed in there is nothing to ask.</summary>
    public static IResult ShowSignOut(HttpContext http, Caller? caller)
    {
        var goOn = LocalPath.Of(http.Request.Query["continue"]);
        return caller is null
            ? TypedResults.Redirect("/accounts/ServiceLogin?continue=" + Uri.EscapeDataString(goOn))
            : new RazorComponentResult<SignOutPage>(new { Continue = goOn, caller.Account.Email });
    }

    /// <summary>Ends the session on the server and shows the sign-in page for another account.</summary>
    public static async Task<IResult> SignOut(HttpContext http, Sessions sessions, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        await sessions.SignOut(http, stop);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = "/accounts/ServiceLogin?continue=" + Uri.EscapeDataString(LocalPath.Of(form["continue"]));
        return Results.Empty;
    }

    private static RazorComponentResult<SignInPage> Page(string goOn, string? email, string? refusal, int status = StatusCodes.Status200OK, string? domain = null) =>
        new(new { Continue = goOn, Email = email, Refusal = refusal, Domain = string.IsNullOrEmpty(domain) || domain == "default" ? null : domain }) { StatusCode = status };
}
