using ValetKey.Server.Directory;
using ValetKey.Server.Workspace.Reading;

namespace ValetKey.Server.Workspace.Sections;

/// <summary>A user of a domain.</summary>
internal sealed record WorkspaceUser(Place Place, UserDraft Draft)
{
    public string UserName => Directory.UserName.Normalize(Draft.UserName!);

    public static WorkspaceUser Read(WorkspaceMap map)
    {
        var user = new WorkspaceUser(map.Place, new UserDraft
        {
            UserName = map.RequiredText("username"),
            GivenName = map.RequiredText("givenName"),
            FamilyName = map.RequiredText("familyName"),
            Password = map.Secret("password"),
            HashFunctionName = map.Text("hashFunctionName"),
            IsAdmin = map.Flag("admin"),
            Suspended = map.Flag("suspended"),
            ChangePasswordAtNextLogin = map.Flag("changePasswordAtNextLogin"),
            AgreedToTerms = map.Flag("agreedToTerms"),
            IpWhitelisted = map.Flag("ipWhitelisted"),
            QuotaInMegabytes = map.Number("quota"),
        });
        map.NotServed("nicknames");
        foreach (var problem in user.Draft.Problems())
        {
            var key = KeyOf(problem);
            if (key == "password" || map.Text(key) is { Length: > 0 })         // what is missing was reported as missing
            {
                map.Complain(key, $"is refused as {problem.Reason} ({problem.Code.ToString(System.Globalization.CultureInfo.InvariantCulture)})", problem.Mend);
            }
        }

        return user;
    }

    private static string KeyOf(DirectoryProblem problem) => problem.Code switch
    {
        1302 or 1303 or 1403 => "username",
        1400 => "givenName",
        1401 => "familyName",
        1404 => "hashFunctionName",
        1402 or 1405 => "password",
        _ => "quota",
    };
}
