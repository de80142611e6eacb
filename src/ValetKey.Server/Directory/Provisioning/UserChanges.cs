using Microsoft.AspNetCore.Http;
using ValetKey.GData.Protocol;
using ValetKey.Server.GDataWire;

namespace ValetKey.Server.Directory.Provisioning;

/// <summary>What became of a change, in the words of the API.</summary>
internal static class UserChanges
{
    /// <summary>Whether the client may change this state, as far as it named one.</summary>
    public static Func<UserRow, bool> Expected(AtomRequest request) => user => ETagCondition.MayWrite(request.Version, request.IfMatch, UserFace.ETagOf(user));

    public static IResult Refusal(UserOutcome outcome, AtomRequest request) => outcome switch
    {
        UserOutcome.Refused(var problem) => new AppsErrorResult(problem),
        UserOutcome.Changed when request.IfMatch is null => new GDataErrorResult(new(StatusCodes.Status412PreconditionFailed, "PreconditionRequired",
            "A change needs If-Match from protocol version 2 on: the entity tag of the entry, or * for any.") { Location = "If-Match", LocationType = "header" }),
        UserOutcome.Changed => new GDataErrorResult(new(StatusCodes.Status412PreconditionFailed, "PreconditionFailed",
            "The user is not in the state that If-Match names.") { Location = "If-Match", LocationType = "header" }),
        UserOutcome.LastAdministrator(var user) => new GDataErrorResult(new(StatusCodes.Status403Forbidden, "LastAdministrator",
            $"{user.Email} is the last administrator of the domain. Make another user administrator first.")),
        _ => throw new InvalidOperationException($"{outcome.GetType().Name} is no refusal."),
    };
}
