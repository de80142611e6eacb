namespace ValetKey.Architecture;

/// <summary>A model folder of the server holds the rules of its subject, and no word of a wire.</summary>
public sealed class ModelFolders
{
    [Theory, MemberData(nameof(ServerRooms.Models), MemberType = typeof(ServerRooms))]
    public void Know_nothing_of_atom_json_or_http(string model) => Breaches.None(Code.Uses(Code.Of(model),
        "ValetKey.GData", "ValetKey.Server.GDataWire", "ValetKey.Server.JsonWire", "ValetKey.Pages",
        "System.Xml", "System.Text.Json", "System.Net.Http", "Microsoft.AspNetCore"));

    [Theory, MemberData(nameof(ServerRooms.Models), MemberType = typeof(ServerRooms))]
    public void Know_no_face(string model) => Breaches.None(Code.Uses(Code.Of(model), [.. ServerRooms.FaceNames]));

    [Theory, MemberData(nameof(ServerRooms.Models), MemberType = typeof(ServerRooms))]
    public void Reach_the_database_through_ValetKeyDb_and_nothing_else(string model) => Breaches.None(Code
        .Uses(Code.Of(model), "ValetKey.Server.Storage", "Microsoft.Data.Sqlite")
        .Where(use => !use.EndsWith(" uses ValetKey.Server.Storage.ValetKeyDb", StringComparison.Ordinal)));
}
