namespace ValetKey.OAuth;

/// <summary>Why a token store on disk could not be used.</summary>
public enum TokenStoreProblem
{
    /// <summary>The passphrase or key is not the one that the file was made with.</summary>
    WrongKey,

    /// <summary>The file was cut, changed, or is no token store.</summary>
    Damaged,

    /// <summary>Other users of the machine can read or write the file or its key.</summary>
    TooOpen,

    /// <summary>Another process holds the store and did not let go in time.</summary>
    Locked,

    /// <summary>The desktop's keychain holds the key, and cannot be asked or does not have it.</summary>
    KeychainUnavailable,

    /// <summary>A later version of this library wrote the file.</summary>
    TooNew,
}
