using ValetKey.GData.Atom;
using ValetKey.GData.Protocol;
using ValetKey.GData.Provisioning;
using ValetKey.Server.GDataWire;

namespace ValetKey.Server.Directory.Provisioning;

/// <summary>A user of the directory as the Provisioning API shows it, and back.</summary>
internal static class UserFace
{
    public static string FeedPath(string domain) => $"/a/feeds/{domain}/user/2.0";

    public static string EntryPath(UserRow user) => $"{FeedPath(user.Domain)}/{user.UserName}";

    public static ETag ETagOf(UserRow user) => EntityTags.Strong(user.Id, user.Version);

    public static UserEntry Entry(UserRow user, AtomRequest request)
    {
        var path = EntryPath(user);
        return new UserEntry
        {
            Id = request.Id(path),
            ETag = ETagOf(user),
            Updated = user.UpdatedAt,
            Categories = [UserEntry.Kind],
            Title = user.UserName,
            Links = [Link.ToAtom(LinkRelation.Self, request.Link(path)), Link.ToAtom(LinkRelation.Edit, request.Link(path))],
            Login = new Login(user.UserName)
            {
                Suspended = user.Suspended,
                Admin = user.IsAdmin,
                ChangePasswordAtNextLogin = user.ChangePasswordAtNextLogin,
                AgreedToTerms = user.AgreedToTerms,
                IpWhitelisted = user.IpWhitelisted,
            },
            Name = new Name(user.GivenName, user.FamilyName),
            Quota = new Quota(user.QuotaInMegabytes),

            // Clients of the API read these two from every entry; what they lead to is not served yet.
            FeedLinks =
            [
                new FeedLink(UserEntry.NicknamesRelation, request.Link($"/a/feeds/{user.Domain}/nickname/2.0?username={user.UserName}")),
                new FeedLink(UserEntry.EmailListsRelation, request.Link($"/a/feeds/{user.Domain}/emailList/2.0?recipient={user.Email}")),
            ],
        };
    }

    /// <summary>What the client wants the user to be; what it did not say is null.</summary>
    public static UserDraft Draft(UserEntry entry) => new()
    {
        UserName = entry.Login.UserName,
        GivenName = entry.Name.GivenName,
        FamilyName = entry.Name.FamilyName,
        Password = entry.Login.Password,
        HashFunctionName = entry.Login.HashFunctionName,
        IsAdmin = entry.Login.Admin,
        Suspended = entry.Login.Suspended,
        ChangePasswordAtNextLogin = entry.Login.ChangePasswordAtNextLogin,
        AgreedToTerms = entry.Login.AgreedToTerms,
        IpWhitelisted = entry.Login.IpWhitelisted,
        QuotaInMegabytes = entry.Quota?.Limit is { } limit ? (int)Math.Clamp(limit, int.MinValue, int.MaxValue) : null,
    };
}
