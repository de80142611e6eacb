using System.Globalization;
using ValetKey.Server.Accounts;

namespace ValetKey.Server.Directory;

/// <summary>Why the directory refuses: one of the codes that the Provisioning API published, with what to do about it.</summary>
/// <param name="Code">As published, 1000 to 1800.</param>
/// <param name="Reason">The code's name.</param>
/// <param name="Input">What was refused; empty where that is a secret.</param>
/// <param name="Mend">What is allowed, as a sentence without its subject.</param>
internal sealed record DirectoryProblem(int Code, string Reason, string Input, string Mend)
{
    public static DirectoryProblem InvalidQuota(int megabytes) =>
        new(1000, "UnknownError", megabytes.ToString(CultureInfo.InvariantCulture), "Give the quota in megabytes, 1 or more.");

    public static DirectoryProblem UserDeletedRecently(string userName) =>
        new(1100, "UserDeletedRecently", userName, "A user of this name was deleted within the last 5 days; wait, or choose another name.");

    public static DirectoryProblem DomainUserLimitExceeded(string domain, int limit) =>
        new(1200, "DomainUserLimitExceeded", domain, string.Create(CultureInfo.InvariantCulture, $"The domain has all of its {limit} users; raise Directory:UserLimit or delete one."));

    public static DirectoryProblem EntityExists(string userName) => new(1300, "EntityExists", userName, "Choose a name that no user of the domain has.");

    public static DirectoryProblem EntityDoesNotExist(string userName) => new(1301, "EntityDoesNotExist", userName, "Name a user of the domain.");

    public static DirectoryProblem EntityNameIsReserved(string userName) => new(1302, "EntityNameIsReserved", userName, "Choose a name that is not reserved for the domain itself.");

    public static DirectoryProblem EntityNameNotValid(string userName) =>
        new(1303, "EntityNameNotValid", userName, "Begin and end the name with something else than a period, and put no two periods side by side.");

    public static DirectoryProblem InvalidGivenName(string name) => new(1400, "InvalidGivenName", name, PersonName.Rule);

    public static DirectoryProblem InvalidFamilyName(string name) => new(1401, "InvalidFamilyName", name, PersonName.Rule);

    public static DirectoryProblem InvalidPassword() => new(1402, "InvalidPassword", "", "Use 6 to 100 characters, or hexadecimal digits together with hashFunctionName.");

    public static DirectoryProblem InvalidUsername(string userName) => new(1403, "InvalidUsername", userName, "Use 1 to 64 of the characters a-z, 0-9, period, dash, underscore, apostrophe.");

    public static DirectoryProblem InvalidHashFunctionName(string name) => new(1404, "InvalidHashFunctionName", name, "Use SHA-1 or MD5, or leave hashFunctionName out and send the password itself.");

    public static DirectoryProblem InvalidHashDigestLength(PasswordDigest digest) =>
        new(1405, "InvalidHashDigestLength", "", string.Create(CultureInfo.InvariantCulture, $"Send the {digest.Name} digest of the password as {digest.Length} hexadecimal digits, without salt."));

    public static DirectoryProblem InvalidQueryParameterValue(string value) => new(1407, "InvalidQueryParameterValue", value, "Start from a user name, or from the beginning of one.");
}
