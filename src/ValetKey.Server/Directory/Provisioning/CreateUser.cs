using Microsoft.AspNetCore.Http;
using ValetKey.GData.Provisioning;
using ValetKey.Server.GDataWire;

namespace ValetKey.Server.Directory.Provisioning;

/// <summary>POST a user: 201 with the entry and its address, or 400 with the error of the directory.</summary>
internal static class CreateUser
{
    public static async Task<IResult> Handle(string domain, AtomRequest request, HttpRequest http, Users users, CancellationToken stop)
    {
        var (entry, error) = await AtomBody.Read<UserEntry>(http, stop);
        if (entry is null)
        {
            return new GDataErrorResult(error!);
        }

        return await users.Create(domain.ToLowerInvariant(), UserFace.Draft(entry), stop) is var outcome && outcome is UserOutcome.Done(var user)
            ? new AtomEntryResult<UserEntry>(request, UserFace.Entry(user, request), created: request.Link(UserFace.EntryPath(user)))
            : UserChanges.Refusal(outcome, request);
    }
}
