namespace ValetKey.AspNetCore;

/// <summary>What holds where an application says nothing.</summary>
public static class OAuth1Defaults
{
    /// <summary>The name of the authentication scheme, which is that of the <c>Authorization</c> header, too.</summary>
    public const string AuthenticationScheme = "OAuth";
}
