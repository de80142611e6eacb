using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ValetKey.Server.GDataWire;

internal static class AtomFeature
{
    /// <summary>Endpoints that take an <see cref="AtomRequest"/>: what of it cannot be taken is answered here, in the form of its version.</summary>
    public static RouteGroupBuilder MapAtom(this IEndpointRouteBuilder routes, string prefix)
    {
        var group = routes.MapGroup(prefix);
        group.AddEndpointFilter((context, next) => context.Arguments.OfType<AtomRequest>().FirstOrDefault()?.Refusal is { } refusal
            ? ValueTask.FromResult<object?>(new GDataErrorResult(refusal))
            : next(context));
        return group;
    }

    /// <summary>Names the query parameters that an endpoint knows.</summary>
    public static TBuilder Knows<TBuilder>(this TBuilder endpoint, params string[] parameters)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new AtomParameters(parameters));
}
