using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ValetKey.Server.GDataWire;
using ValetKey.Server.Scopes;

namespace ValetKey.Server.Directory.Provisioning;

/// <summary>The Provisioning API 2.0: users.</summary>
internal static class ProvisioningFeature
{
    public static void MapProvisioning(this IEndpointRouteBuilder routes)
    {
        var users = routes.MapAtom("/a/feeds/{domain}/user/2.0").WithTags("Provisioning").AddEndpointFilter(DomainAdministrators.Only);
        users.MapGet("", ListUsers.Handle).Knows(ListUsers.StartUsername).Requires(Api.Users, Access.Read);
        users.MapPost("", CreateUser.Handle).Requires(Api.Users, Access.Write);
        users.MapGet("/{userName}", RetrieveUser.Handle).Requires(Api.Users, Access.Read);
        users.MapPut("/{userName}", UpdateUser.Handle).Requires(Api.Users, Access.Write);
        users.MapDelete("/{userName}", DeleteUser.Handle).Requires(Api.Users, Access.Write);
    }
}
