using Microsoft.AspNetCore.Http.HttpResults;
using ValetKey.GData.Provisioning;
using ValetKey.Server.GDataWire;

namespace ValetKey.Server.Directory.Provisioning;

/// <summary>GET one user: 200 with the entry, or 404 with error 1301.</summary>
internal static class RetrieveUser
{
    public static async Task<Results<AtomEntryResult<UserEntry>, AppsErrorResult>> Handle(
        string domain, string userName, AtomRequest request, Users users, CancellationToken stop) =>
        await users.Find(domain.ToLowerInvariant(), userName, stop) is { } user
            ? new AtomEntryResult<UserEntry>(request, UserFace.Entry(user, request))
            : new AppsErrorResult(DirectoryProblem.EntityDoesNotExist(userName));
}
