namespace ValetKey.Server.Directory;

/// <summary>Settings of the directory, section <c>Directory</c>.</summary>
internal sealed class DirectoryOptions
{
    /// <summary>How many users a domain may have (error 1200); null, the default, for no limit.</summary>
    public int? UserLimit { get; set; }
}
