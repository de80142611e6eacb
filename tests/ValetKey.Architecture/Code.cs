using System.Reflection;
using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace ValetKey.Architecture;

/// <summary>The compiled code of <c>src/</c>, with what each type uses, in signatures and in bodies.</summary>
internal static class Code
{
    /// <summary>The assemblies of <c>src/</c>, by the name of their project.</summary>
    public static IReadOnlyDictionary<string, Assembly> Assemblies { get; } = Repository.Projects("src").ToDictionary(
        project => project.Name,
        project => Assembly.Load(new AssemblyName(project.Name switch { "ValetKey.App" => "valetkey-server", "ValetKey.Cli" => "valetkey", _ => project.Name })),
        StringComparer.Ordinal);

    /// <summary>Our own types, without those that the compiler adds.</summary>
    public static IReadOnlyList<IType> Types { get; } =
        [.. new ArchLoader().LoadAssemblies([.. Assemblies.Values]).Build().Types.Where(type => IsIn(type.FullName, "ValetKey"))];

    /// <summary>The types of one namespace, without those below it. Never empty: a rule over nothing would hold for ever.</summary>
    public static IReadOnlyList<IType> Of(string @namespace) => NotEmpty(@namespace, type => type.Namespace.FullName == @namespace);

    /// <summary>The types of a namespace and of all below it. Never empty.</summary>
    public static IReadOnlyList<IType> Below(string @namespace) => NotEmpty(@namespace, type => IsIn(type.Namespace.FullName, @namespace));

    /// <summary>Each use of something in <paramref name="forbidden"/> (namespaces with all below them, or types), as a line to read.</summary>
    public static IEnumerable<string> Uses(IEnumerable<IType> users, params IReadOnlyList<string> forbidden) => users
        .SelectMany(user => user.Dependencies.Select(dependency => (user.FullName, Used: dependency.Target.FullName)))
        .Where(use => forbidden.Any(name => IsIn(use.Used, name)))
        .Select(use => $"{use.FullName} uses {use.Used}")
        .Distinct(StringComparer.Ordinal);

    /// <summary>Whether a full name is that of a namespace or type, or lies below it.</summary>
    public static bool IsIn(string fullName, string name) =>
        fullName.StartsWith(name, StringComparison.Ordinal) && (fullName.Length == name.Length || fullName[name.Length] is '.' or '+' or '`');

    private static List<IType> NotEmpty(string @namespace, Func<IType, bool> belongs) => Types.Where(belongs).ToList() is { Count: > 0 } found
        ? found
        : throw new InvalidOperationException($"There is no type in {@namespace}: a rule over it would hold for ever.");
}
