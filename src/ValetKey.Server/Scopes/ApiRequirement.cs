using Microsoft.AspNetCore.Authorization;

namespace ValetKey.Server.Scopes;

/// <summary>What an endpoint asks of its caller.</summary>
internal sealed record ApiRequirement(Api Api, Access Access) : IAuthorizationRequirement;
