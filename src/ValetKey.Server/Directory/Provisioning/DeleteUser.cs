using Microsoft.AspNetCore.Http;
using ValetKey.Server.GDataWire;

namespace ValetKey.Server.Directory.Provisioning;

/// <summary>DELETE a user: 200 and nothing else.</summary>
internal static class DeleteUser
{
    public static async Task<IResult> Handle(string domain, string userName, AtomRequest request, Users users, CancellationToken stop) =>
        await users.Delete(domain.ToLowerInvariant(), userName, UserChanges.Expected(request), stop) is var outcome && outcome is UserOutcome.Done
            ? TypedResults.Ok()
            : UserChanges.Refusal(outcome, request);
}
