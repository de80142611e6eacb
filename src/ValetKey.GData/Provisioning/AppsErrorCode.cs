namespace ValetKey.GData.Provisioning;

/// <summary>An error that the Provisioning API knows: its number, its name, and what to do about it.</summary>
public sealed class AppsErrorCode
{
    private AppsErrorCode(int number, string reason, string mend) => (Number, Reason, Mend) = (number, reason, mend);

#pragma warning disable CS1591 // each is its own reason and mend, which stand right behind it
    public static AppsErrorCode UnknownError { get; } = new(1000, nameof(UnknownError), "Try again later; if it stays, read the server's log.");
    public static AppsErrorCode UserDeletedRecently { get; } = new(1100, nameof(UserDeletedRecently), "Wait five days, or take another user name.");
    public static AppsErrorCode UserSuspended { get; } = new(1101, nameof(UserSuspended), "Restore the user first.");
    public static AppsErrorCode DomainUserLimitExceeded { get; } = new(1200, nameof(DomainUserLimitExceeded), "Delete a user, or raise the domain's limit.");
    public static AppsErrorCode DomainAliasLimitExceeded { get; } = new(1201, nameof(DomainAliasLimitExceeded), "Delete an alias, or raise the domain's limit.");
    public static AppsErrorCode DomainSuspended { get; } = new(1202, nameof(DomainSuspended), "Restore the domain first.");
    public static AppsErrorCode DomainFeatureUnavailable { get; } = new(1203, nameof(DomainFeatureUnavailable), "Switch the feature on for the domain.");
    public static AppsErrorCode EntityExists { get; } = new(1300, nameof(EntityExists), "Take another name, or update what exists.");
    public static AppsErrorCode EntityDoesNotExist { get; } = new(1301, nameof(EntityDoesNotExist), "Check the name and the domain, or create it first.");
    public static AppsErrorCode EntityNameIsReserved { get; } = new(1302, nameof(EntityNameIsReserved), "Take another name; this one is kept for the domain.");
    public static AppsErrorCode EntityNameNotValid { get; } = new(1303, nameof(EntityNameNotValid), "Use letters, digits, and . - _ in the name.");
    public static AppsErrorCode EntityHasMembersCannotDelete { get; } = new(1306, nameof(EntityHasMembersCannotDelete), "Remove the members first.");
    public static AppsErrorCode InvalidGivenName { get; } = new(1400, nameof(InvalidGivenName), "Give a given name of 1 to 40 characters.");
    public static AppsErrorCode InvalidFamilyName { get; } = new(1401, nameof(InvalidFamilyName), "Give a family name of 1 to 40 characters.");
    public static AppsErrorCode InvalidPassword { get; } = new(1402, nameof(InvalidPassword), "Give a password of 6 to 100 characters, or name the hash that it is.");
    public static AppsErrorCode InvalidUsername { get; } = new(1403, nameof(InvalidUsername), "Use letters, digits, and . - _ ' in the user name, 64 characters at most.");
    public static AppsErrorCode InvalidHashFunctionName { get; } = new(1404, nameof(InvalidHashFunctionName), "Name the hash SHA-1 or MD5.");
    public static AppsErrorCode InvalidHashDigestLength { get; } = new(1405, nameof(InvalidHashDigestLength), "Send 40 hexadecimal digits for SHA-1, 32 for MD5.");
    public static AppsErrorCode InvalidEmailAddress { get; } = new(1406, nameof(InvalidEmailAddress), "Write the address as name@domain.");
    public static AppsErrorCode InvalidQueryParameterValue { get; } = new(1407, nameof(InvalidQueryParameterValue), "Check the value of the parameter that is named.");
    public static AppsErrorCode InvalidSsoSigningKey { get; } = new(1408, nameof(InvalidSsoSigningKey), "Upload another signing key.");
    public static AppsErrorCode InvalidEncryptionPublicKey { get; } = new(1409, nameof(InvalidEncryptionPublicKey), "Upload another public key.");
    public static AppsErrorCode FeatureUnavailableForUser { get; } = new(1410, nameof(FeatureUnavailableForUser), "Switch the feature on for the user.");
    public static AppsErrorCode TooManyRecipientsOnEmailList { get; } = new(1500, nameof(TooManyRecipientsOnEmailList), "Remove recipients, or make a second list.");
    public static AppsErrorCode TooManyNicknamesForUser { get; } = new(1501, nameof(TooManyNicknamesForUser), "Delete a nickname first.");
    public static AppsErrorCode DuplicateDestinations { get; } = new(1601, nameof(DuplicateDestinations), "Name each destination once.");
    public static AppsErrorCode TooManyDestinations { get; } = new(1602, nameof(TooManyDestinations), "Name fewer destinations.");
    public static AppsErrorCode InvalidRouteAddress { get; } = new(1603, nameof(InvalidRouteAddress), "Check the address of the route.");
    public static AppsErrorCode GroupCannotContainCycle { get; } = new(1700, nameof(GroupCannotContainCycle), "Leave out the group that holds this one.");
    public static AppsErrorCode InvalidDomainEdge { get; } = new(1800, nameof(InvalidDomainEdge), "Check that both belong to the domain.");
#pragma warning restore CS1591

    /// <summary>All of them, by number.</summary>
    public static IReadOnlyList<AppsErrorCode> All { get; } =
    [
        UnknownError, UserDeletedRecently, UserSuspended, DomainUserLimitExceeded, DomainAliasLimitExceeded, DomainSuspended, DomainFeatureUnavailable,
        EntityExists, EntityDoesNotExist, EntityNameIsReserved, EntityNameNotValid, EntityHasMembersCannotDelete,
        InvalidGivenName, InvalidFamilyName, InvalidPassword, InvalidUsername, InvalidHashFunctionName, InvalidHashDigestLength, InvalidEmailAddress,
        InvalidQueryParameterValue, InvalidSsoSigningKey, InvalidEncryptionPublicKey, FeatureUnavailableForUser,
        TooManyRecipientsOnEmailList, TooManyNicknamesForUser, DuplicateDestinations, TooManyDestinations, InvalidRouteAddress,
        GroupCannotContainCycle, InvalidDomainEdge,
    ];

    /// <summary>The value of <c>errorCode</c>.</summary>
    public int Number { get; }

    /// <summary>The value of <c>reason</c>.</summary>
    public string Reason { get; }

    /// <summary>What to do, as an imperative.</summary>
    public string Mend { get; }

    /// <summary>The HTTP status it comes with: 404 when something does not exist, otherwise 400.</summary>
    public int Status => Number == 1301 ? 404 : 400;

    /// <summary>The code of a number; <c>null</c> when the API knows no such number.</summary>
    public static AppsErrorCode? Find(int number) => All.FirstOrDefault(c => c.Number == number);

    /// <summary>The error as it is answered.</summary>
    /// <param name="invalidInput">What of the request was wrong: a name, an address; <c>null</c> when nothing of it was.</param>
    public AppsError For(string? invalidInput = null) => new(Number, Reason, invalidInput);

    /// <summary>The number and the name.</summary>
    public override string ToString() => FormattableString.Invariant($"{Number} {Reason}");
}
