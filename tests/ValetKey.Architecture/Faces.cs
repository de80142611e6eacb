namespace ValetKey.Architecture;

/// <summary>A face speaks one wire for one model.</summary>
public sealed class Faces
{
    [Theory, MemberData(nameof(ServerRooms.Faces), MemberType = typeof(ServerRooms))]
    public void Never_know_each_other(string face) => Breaches.None(Code.Uses(Code.Below(face),
        [.. ServerRooms.FaceNames.Where(other => other != face)]));

    [Theory, MemberData(nameof(ServerRooms.Faces), MemberType = typeof(ServerRooms))]
    public void Leave_the_database_to_their_model(string face) => Breaches.None(Code.Uses(Code.Below(face),
        "ValetKey.Server.Storage", "Microsoft.EntityFrameworkCore", "Microsoft.Data.Sqlite"));

    [Fact]
    public void Stand_below_each_model() => Assert.Equal(
        ["ValetKey.Server.Calendar.Feeds", "ValetKey.Server.Directory.Provisioning", "ValetKey.Server.Drive.DocumentsList"], ServerRooms.FaceNames);
}
