using ValetKey.Server.Drive;
using ValetKey.Server.Workspace.Reading;

namespace ValetKey.Server.Workspace.Sections;

/// <summary>A document or folder: one with an id of its own, or one found again by its title, kind and folder.</summary>
/// <param name="Owner">Null inside a folder that has one.</param>
internal sealed record WorkspaceDocument(
    Place Place, UserReference? Owner, string Title, string Type, string? Id, bool? Starred, bool? Trashed,
    IReadOnlyList<WorkspaceRule> Rules, IReadOnlyList<WorkspaceDocument> Children)
{
    public static WorkspaceDocument Read(WorkspaceMap map) => Read(map, isChild: false);

    private static WorkspaceDocument Read(WorkspaceMap map, bool isChild)
    {
        var document = new WorkspaceDocument(
            map.Place, isChild && !map.Has("owner") ? null : UserReference.Read(map, "owner"), map.RequiredText("title"), map.RequiredText("type"), map.Text("id"),
            map.Flag("starred"), map.Flag("trashed"),
            [.. map.Each("acl", rule => WorkspaceRule.Read(rule, FileRole.Shareable.Select(role => role.Name))).OfType<WorkspaceRule>()],
            map.Each("children", child => Read(child, isChild: true)));
        map.NotServed("text", "csv", "file", "base64");
        if (document.Type.Length > 0 && !FileKind.TryParse(document.Type, out _))
        {
            map.Complain("type", $"is {document.Type}, which is no kind of document", $"Write {string.Join(", ", FileKind.All)}.");
        }

        if (document.Children.Count > 0 && document.Type != FileKind.Folder.Name)
        {
            map.Complain("children", "is given to what is no folder", "Set type: folder, or move them out.");
        }

        if (document.Id is { } id && !(id.Length is > 0 and <= 128 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')))
        {
            map.Complain("id", $"is {id}, which is no id of a document", "Use letters, digits, dash and underscore.");
        }

        return document;
    }
}
