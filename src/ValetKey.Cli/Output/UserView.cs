using ValetKey.GData.Provisioning;

namespace ValetKey.Cli.Output;

/// <summary>A user of a domain. What the server did not say is <c>null</c>.</summary>
/// <param name="QuotaMegabytes">How much mail the user may keep.</param>
internal sealed record UserView(string? UserName, string? GivenName, string? FamilyName, bool? Suspended, bool? Admin, bool? ChangePasswordAtNextLogin, bool? AgreedToTerms, long? QuotaMegabytes)
{
    public static UserView Of(UserEntry user) => new(user.Login.UserName, user.Name.GivenName, user.Name.FamilyName, user.Login.Suspended, user.Login.Admin,
        user.Login.ChangePasswordAtNextLogin, user.Login.AgreedToTerms, user.Quota?.Limit);
}
