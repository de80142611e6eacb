namespace ValetKey.OAuth;

/// <summary>The parts of a base string, by the input that they come from.</summary>
public enum BaseStringPart
{
    /// <summary>The HTTP method.</summary>
    Method,

    /// <summary>http or https.</summary>
    Scheme,

    /// <summary>The host name.</summary>
    Host,

    /// <summary>The port.</summary>
    Port,

    /// <summary>The path.</summary>
    Path,

    /// <summary>The name of a parameter, or a parameter that only one side has.</summary>
    ParameterName,

    /// <summary>The value of a parameter.</summary>
    ParameterValue,

    /// <summary>The joining of the three parts, or text that is no base string.</summary>
    Structure,
}
