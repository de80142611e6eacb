namespace ValetKey.OAuth;

/// <summary>Where a pair stands in the request; <see cref="Nowhere"/> for one that the client made up.</summary>
internal enum PairPlace
{
    Query,
    Form,
    Header,
    Nowhere,
}
