using ValetKey.OAuth;
using ValetKey.Server.Accounts;

namespace ValetKey.Server.Directory;

/// <summary>What somebody wants a user to be. What is null was not said: a new user gets the default, an existing one keeps what it has.</summary>
internal sealed record UserDraft
{
    public const int DefaultQuota = 2048;

    public string? UserName { get; init; }

    public string? GivenName { get; init; }

    public string? FamilyName { get; init; }

    /// <summary>The password, or its digest when <see cref="HashFunctionName"/> is given.</summary>
    public Secret? Password { get; init; }

    public string? HashFunctionName { get; init; }

    public bool? IsAdmin { get; init; }

    public bool? Suspended { get; init; }

    public bool? ChangePasswordAtNextLogin { get; init; }

    public bool? AgreedToTerms { get; init; }

    public bool? IpWhitelisted { get; init; }

    public int? QuotaInMegabytes { get; init; }

    /// <summary>The first reason why no user can be like this; null when one can.</summary>
    public DirectoryProblem? Check() => Problems().FirstOrDefault();

    /// <summary>Every reason why no user can be like this, as far as the draft alone tells.</summary>
    public IEnumerable<DirectoryProblem> Problems() => new[]
    {
        UserName is null ? null : Directory.UserName.Check(Directory.UserName.Normalize(UserName)),
        GivenName is null || PersonName.IsValid(GivenName) ? null : DirectoryProblem.InvalidGivenName(GivenName),
        FamilyName is null || PersonName.IsValid(FamilyName) ? null : DirectoryProblem.InvalidFamilyName(FamilyName),
        CheckPassword(),
        QuotaInMegabytes is null or > 0 ? null : DirectoryProblem.InvalidQuota(QuotaInMegabytes.Value),
    }.OfType<DirectoryProblem>();

    /// <summary>Why this is not enough for a new user; null when it is.</summary>
    public DirectoryProblem? CheckComplete() =>
        UserName is null ? DirectoryProblem.InvalidUsername("")
        : GivenName is null ? DirectoryProblem.InvalidGivenName("")
        : FamilyName is null ? DirectoryProblem.InvalidFamilyName("")
        : Password is null ? DirectoryProblem.InvalidPassword()
        : Check();

    /// <summary>The slow hash of a draft that passed its check; it takes a tenth of a second. Null when there is no password in it.</summary>
    public string? HashPassword() => Password is null ? null : (HashFunctionName is null
        ? PasswordHash.Of(Password.Reveal())
        : PasswordHash.OfDigest(PasswordDigest.Find(HashFunctionName)!, Password.Reveal())).ToString();

    /// <summary>Puts all that was said into the row, except the name, which has rules of its own.</summary>
    /// <param name="passwordHash">What <see cref="HashPassword"/> gave.</param>
    public void ApplyTo(UserRow user, string? passwordHash)
    {
        user.GivenName = GivenName ?? user.GivenName;
        user.FamilyName = FamilyName ?? user.FamilyName;
        user.PasswordHash = passwordHash ?? user.PasswordHash;
        user.IsAdmin = IsAdmin ?? user.IsAdmin;
        user.Suspended = Suspended ?? user.Suspended;
        user.ChangePasswordAtNextLogin = ChangePasswordAtNextLogin ?? user.ChangePasswordAtNextLogin;
        user.AgreedToTerms = AgreedToTerms ?? user.AgreedToTerms;
        user.IpWhitelisted = IpWhitelisted ?? user.IpWhitelisted;
        user.QuotaInMegabytes = QuotaInMegabytes ?? user.QuotaInMegabytes;
    }

    private DirectoryProblem? CheckPassword()
    {
        if (Password is null)
        {
            return null;
        }

        if (HashFunctionName is null)
        {
            return Password.Reveal().Length is >= 6 and <= 100 ? null : DirectoryProblem.InvalidPassword();
        }

        return PasswordDigest.Find(HashFunctionName) is not { } digest ? DirectoryProblem.InvalidHashFunctionName(HashFunctionName)
            : Password.Reveal().Length != digest.Length ? DirectoryProblem.InvalidHashDigestLength(digest)
            : Password.Reveal().All(char.IsAsciiHexDigit) ? null : DirectoryProblem.InvalidPassword();
    }
}
