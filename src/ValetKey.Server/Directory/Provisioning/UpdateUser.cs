using Microsoft.AspNetCore.Http;
using ValetKey.GData.Provisioning;
using ValetKey.Server.GDataWire;

namespace ValetKey.Server.Directory.Provisioning;

/// <summary>PUT a user: what the entry says is changed, another user name renames. 200 with the entry as it is now.</summary>
internal static class UpdateUser
{
    public static async Task<IResult> Handle(string domain, string userName, AtomRequest request, HttpRequest http, Users users, CancellationToken stop)
    {
        var (entry, error) = await AtomBody.Read<UserEntry>(http, stop);
        if (entry is null)
        {
            return new GDataErrorResult(error!);
        }

        return await users.Update(domain.ToLowerInvariant(), userName, UserFace.Draft(entry), UserChanges.Expected(request), stop) is var outcome
            && outcome is UserOutcome.Done(var user)
            ? new AtomEntryResult<UserEntry>(request, UserFace.Entry(user, request))
            : UserChanges.Refusal(outcome, request);
    }
}
