namespace ValetKey.Architecture;

/// <summary>Storage keeps the entities of every room and knows nothing of how they are asked for.</summary>
public sealed class StorageRoom
{
    [Fact]
    public void Knows_no_face_and_no_wire() => Breaches.None(Code.Uses(Code.Below("ValetKey.Server.Storage"),
        ["ValetKey.GData", "ValetKey.Pages", "ValetKey.Server.GDataWire", "ValetKey.Server.JsonWire", "Microsoft.AspNetCore.Http", .. ServerRooms.FaceNames]));
}
