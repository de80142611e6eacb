namespace ValetKey.OAuth;

/// <summary>The steps of signing in their order.</summary>
internal enum Stage
{
    Reading,
    Choosing,
    Adding,
    Encoding,
    Sorting,
    Address,
    Key,
}
