namespace ValetKey.OAuth;

/// <summary>Where the key of a token store comes from; the values are those of the file.</summary>
internal enum TokenKeyKind : byte
{
    Passphrase = 1,
    KeyFile = 2,
    Keychain = 3,
}
