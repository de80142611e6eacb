using ValetKey.Server.Workspace.Reading;

namespace ValetKey.Server.Workspace.Sections;

/// <summary>A project: whose the consumers and clients are.</summary>
internal sealed record WorkspaceProject(Place Place, string Name, UserReference Owner, IReadOnlyList<WorkspaceConsumer> Consumers, IReadOnlyList<WorkspaceClient> Clients)
{
    public static WorkspaceProject Read(WorkspaceMap map) => new(
        map.Place, map.RequiredText("name"), UserReference.Read(map, "owner"),
        map.Each("consumers", WorkspaceConsumer.Read), [.. map.Each("clients", WorkspaceClient.Read).OfType<WorkspaceClient>()]);
}
