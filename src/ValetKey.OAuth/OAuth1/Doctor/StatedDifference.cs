namespace ValetKey.OAuth;

/// <summary>Names what sets the server's stated base string apart from the client's.</summary>
internal static class StatedDifference
{
    public static Finding Name(string server, string client, IReadOnlyList<SignedPair> pairs, Certainty certainty)
    {
        var (here, there) = (new BaseStringText(server), new BaseStringText(client));
        if (here.Address is not { } ours || there.Address is not { } theirs)
        {
            return new(DoctorCause.ServerReadsOtherwise, certainty, "The server's base string is not made of method, address and parameters.");
        }

        var (cause, what) = here.Method != there.Method ? (SameText(here.Method, there.Method) ? DoctorCause.MethodNotUppercased : DoctorCause.WrongMethod, $"the method {here.Method}, and the client signed {there.Method}")
            : ours.Scheme != theirs.Scheme ? (ours.Scheme == "http" ? DoctorCause.SchemeBehindProxy : DoctorCause.WrongScheme, $"{ours.Scheme}, and the client signed {theirs.Scheme}")
            : ours.Host != theirs.Host ? (SameText(ours.Host, theirs.Host) ? DoctorCause.HostNotLowercased : DoctorCause.HostHeaderDiffers, $"the host {ours.Host}, and the client signed {theirs.Host}")
            : ours.Port != theirs.Port ? (ours.Port.Length == 0 && theirs.Port is "80" or "443" ? DoctorCause.DefaultPortIncluded : DoctorCause.WrongPort, $"{Port(ours)}, and the client signed {Port(theirs)}")
            : ours.Path != theirs.Path ? (OfPath(ours.Path, theirs.Path), $"the path {ours.Path}, and the client signed {theirs.Path}")
            : (DoctorCause.ServerReadsOtherwise, $"other parameters than the client signed; they part at {BaseStringText.Compare(server, client, pairs)?.Origin}");
        return new(cause, certainty, $"The server sees {what}.");
    }

    private static DoctorCause OfPath(string ours, string theirs) =>
        ours.TrimEnd('/') == theirs.TrimEnd('/') ? ours.Length <= 1 && theirs.Length <= 1 ? DoctorCause.EmptyPath : DoctorCause.TrailingSlash
        : ours.EndsWith(theirs, StringComparison.Ordinal) || theirs.EndsWith(ours, StringComparison.Ordinal) ? DoctorCause.PathPrefix
        : SameText(Decoded(ours), Decoded(theirs)) ? DoctorCause.PathRewritten
        : DoctorCause.ServerReadsOtherwise;

    private static string Decoded(string path) => OtherEncoding.TryDecode(path, plusIsSpace: false) ?? path;

    private static string Port(AddressText address) => address.Port.Length == 0 ? "no port" : $"the port {address.Port}";

    private static bool SameText(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
