using System.Xml.Linq;

namespace ValetKey.Architecture;

/// <summary>What a project file says.</summary>
/// <param name="Name">The file's name without <c>.csproj</c>.</param>
/// <param name="Path">From the root of the repository, with forward slashes.</param>
/// <param name="References">Names of the projects that it references.</param>
/// <param name="Packages">Names of the packages that it references itself.</param>
/// <param name="Frameworks">Shared frameworks beyond that of .NET, those of its SDK included.</param>
internal sealed record Project(string Name, string Path, IReadOnlyList<string> References, IReadOnlyList<string> Packages, IReadOnlyList<string> Frameworks)
{
    public static Project Read(string file)
    {
        var root = XDocument.Load(file).Root!;
        var sdk = (string?)root.Attribute("Sdk") == "Microsoft.NET.Sdk.Web" ? ["Microsoft.AspNetCore.App"] : Array.Empty<string>();
        return new(
            System.IO.Path.GetFileNameWithoutExtension(file),
            System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'),
            [.. Included(root, "ProjectReference").Select(path => System.IO.Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))],
            [.. Included(root, "PackageReference")],
            [.. sdk.Concat(Included(root, "FrameworkReference"))]);
    }

    private static IEnumerable<string> Included(XElement root, string item) => root.Descendants(item).Select(reference => (string)reference.Attribute("Include")!);
}
