using System.Text;

namespace ValetKey.OAuth;

/// <summary>Where two base strings part.</summary>
/// <param name="Position">The first differing character, counted from 0; the length of the shorter one where it is the beginning of the other.</param>
/// <param name="Server">Up to twelve characters before the position and twelve from it on, of the server's.</param>
/// <param name="Client">The same of the client's.</param>
/// <param name="Part">What stands there.</param>
/// <param name="ServerParameter">The name of the parameter that the server has there, decoded; <c>null</c> outside the parameters and at the end.</param>
/// <param name="ClientParameter">The same of the client.</param>
/// <param name="Source">Where that parameter stood in the request; <c>null</c> for none of its parameters.</param>
public sealed record BaseStringDifference(
    int Position,
    string Server,
    string Client,
    BaseStringPart Part,
    string? ServerParameter,
    string? ClientParameter,
    ParameterSource? Source)
{
    private const int MostOfName = 60;

    /// <summary>Which input it came from, in words.</summary>
    public string Origin => Part switch
    {
        BaseStringPart.Method => "the HTTP method",
        BaseStringPart.Scheme => "the scheme of the address",
        BaseStringPart.Host => "the host of the address",
        BaseStringPart.Port => "the port of the address",
        BaseStringPart.Path => "the path of the address",
        BaseStringPart.ParameterValue => $"the value of {Shown(ServerParameter)}{Place}",
        BaseStringPart.ParameterName when ClientParameter is null => $"{Shown(ServerParameter)}{Place}, where the client has no more",
        BaseStringPart.ParameterName when ServerParameter is null => $"{Shown(ClientParameter)}{Place}, where the server has no more",
        BaseStringPart.ParameterName when ServerParameter == ClientParameter => $"the name {Shown(ServerParameter)}{Place}",
        BaseStringPart.ParameterName => $"{Shown(ServerParameter)}{Place}, where the client has {Shown(ClientParameter)}",
        _ => "the joining of method, address and parameters",
    };

    private string Place => Source switch
    {
        ParameterSource.Query => " in the query",
        ParameterSource.Form => " in the form body",
        ParameterSource.ProtocolParameter => " among the protocol parameters",
        _ => "",
    };

    /// <summary>A name as it is shown: a client may take a whole body for one, with all that is in it.</summary>
    internal static string Shown(string? name) => name is not { Length: > MostOfName } ? name ?? "" : FormattableString.Invariant($"a name of {name.Length} characters");

    // Around the difference there are values of parameters.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("Position = ").Append(Position).Append(", Part = ").Append(Part);
        return true;
    }
}
