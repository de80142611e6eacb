namespace ValetKey.OAuth;

/// <summary>A base string read back: its parts, and which of them a character belongs to.</summary>
internal sealed class BaseStringText
{
    private readonly string _text;
    private readonly int _address;
    private readonly int _parameters;

    public BaseStringText(string text)
    {
        _text = text;
        _address = text.IndexOf('&', StringComparison.Ordinal) + 1;
        _parameters = text.IndexOf('&', _address) + 1;
        IsWhole = _address > 0 && _parameters > 0;
        Method = IsWhole ? text[..(_address - 1)] : "";
        try
        {
            Address = IsWhole && OtherEncoding.TryDecode(text[_address..(_parameters - 1)], plusIsSpace: false) is { } address ? AddressText.Parse(address) : null;
        }
        catch (FormatException)
        {
            Address = null;
        }
    }

    public bool IsWhole { get; }

    public string Method { get; }

    public AddressText? Address { get; }

    /// <summary><c>name=value</c> as they were encoded before the whole was.</summary>
    public IReadOnlyList<string> Pairs => IsWhole ? (OtherEncoding.TryDecode(_text[_parameters..], plusIsSpace: false) ?? "").Split('&', StringSplitOptions.RemoveEmptyEntries) : [];

    /// <summary>Where two base strings part, and which input of the request that is; <c>null</c> for equal ones.</summary>
    public static BaseStringDifference? Compare(string server, string client, IReadOnlyList<SignedPair> pairs)
    {
        var at = server.AsSpan().CommonPrefixLength(client);
        if (at == server.Length && at == client.Length)
        {
            return null;
        }

        var (here, there) = (new BaseStringText(server), new BaseStringText(client));
        var (serverName, isServerValue) = here.ParameterAt(at);
        var (clientName, isClientValue) = there.ParameterAt(at);
        var name = serverName ?? clientName;
        ParameterSource? source = pairs.FirstOrDefault(p => p.Name == name) is { Name: not null } pair ? pair.Source
            : name?.StartsWith(ProtocolParameter.Prefix, StringComparison.Ordinal) == true ? ParameterSource.ProtocolParameter : null;
        var part = !here.IsWhole ? BaseStringPart.Structure
            : at < here._address - 1 || at < there._address - 1 ? BaseStringPart.Method
            : here.IsInParameters(at) || there.IsInParameters(at) && at >= here._parameters
                ? isServerValue && isClientValue && serverName == clientName ? BaseStringPart.ParameterValue : BaseStringPart.ParameterName
            : here.AddressPart(at, there);
        var inParameters = part is BaseStringPart.ParameterName or BaseStringPart.ParameterValue;
        return new(at, Around(server, at), Around(client, at), part, inParameters ? serverName : null, inParameters ? clientName : null, inParameters ? source : null);
    }

    private bool IsInParameters(int at) => IsWhole && at >= _parameters;

    private BaseStringPart AddressPart(int at, BaseStringText other)
    {
        if (Address is null || other.Address is null)
        {
            return BaseStringPart.Structure;
        }

        return !Address.Scheme.Equals(other.Address.Scheme, StringComparison.Ordinal) && at < _address + Address.Scheme.Length + 1 ? BaseStringPart.Scheme
            : Address.Host != other.Address.Host ? BaseStringPart.Host
            : Address.Port != other.Address.Port ? BaseStringPart.Port
            : BaseStringPart.Path;
    }

    // The parameter that a character lies in; one that lies on the & before it belongs to what follows.
    private (string? Name, bool IsValue) ParameterAt(int at)
    {
        if (!IsWhole || at < _parameters || at >= _text.Length)
        {
            return (null, false);
        }

        var start = _text.LastIndexOf("%26", Math.Min(at + 2, _text.Length - 1), StringComparison.OrdinalIgnoreCase);
        start = start < _parameters ? _parameters : start + 3;
        var end = _text.IndexOf("%26", start, StringComparison.OrdinalIgnoreCase);
        var pair = _text[start..(end < 0 ? _text.Length : end)];
        var equals = pair.IndexOf("%3D", StringComparison.OrdinalIgnoreCase);
        var name = equals < 0 ? pair : pair[..equals];
        var decoded = OtherEncoding.TryDecode(OtherEncoding.TryDecode(name, plusIsSpace: false) ?? name, plusIsSpace: false) ?? name;
        return (decoded, equals >= 0 && at >= start + equals + 3);
    }

    private static string Around(string text, int at) => text[Math.Max(0, Math.Min(at, text.Length) - 12)..Math.Min(text.Length, at + 12)];
}
