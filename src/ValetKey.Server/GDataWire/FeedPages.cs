using ValetKey.GData.Atom;

namespace ValetKey.Server.GDataWire;

/// <summary>The links from one page of a feed to its neighbours, by <c>start-index</c>.</summary>
internal static class FeedPages
{
    /// <param name="take">The size of a page; without one there are no neighbours.</param>
    /// <param name="total">How many entries all pages have.</param>
    public static IEnumerable<Link> Links(AtomRequest request, int take, int total)
    {
        if (take > 0 && request.Skip > 0)
        {
            yield return To(LinkRelation.Previous, Math.Max(0, request.Skip - take), request);
        }

        if (take > 0 && request.Skip < total - take)
        {
            yield return To(LinkRelation.Next, request.Skip + take, request);
        }
    }

    private static Link To(string relation, int skip, AtomRequest request) =>
        Link.ToAtom(relation, request.Again(query => query with { StartIndex = skip + 1 }));
}
