namespace ValetKey.GData.Atom;

/// <summary>The name of an element or attribute. Two are equal when local name and namespace are; the prefix is the writer's choice.</summary>
/// <param name="LocalName">The name without prefix; case matters.</param>
/// <param name="Namespace">Empty for none.</param>
/// <param name="Prefix">As it was read, and as it is preferred when written; empty for none.</param>
public readonly record struct XmlName(string LocalName, string Namespace, string Prefix = "")
{
    /// <inheritdoc/>
    public bool Equals(XmlName other) => LocalName == other.LocalName && Namespace == other.Namespace;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(LocalName, Namespace);

    /// <summary>As in the document: <c>prefix:name</c>.</summary>
    public override string ToString() => string.IsNullOrEmpty(Prefix) ? LocalName : $"{Prefix}:{LocalName}";
}
