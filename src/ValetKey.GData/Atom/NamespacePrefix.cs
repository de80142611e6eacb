namespace ValetKey.GData.Atom;

/// <summary>A prefix that a written document declares at its root, so that no element inside repeats it.</summary>
/// <param name="Prefix">The usual one; readers do not go by it.</param>
/// <param name="Namespace">One of <see cref="Namespaces"/>.</param>
public readonly record struct NamespacePrefix(string Prefix, string Namespace);
