namespace ValetKey.OAuth;

/// <summary>The desktop's own place for secrets. It holds one short secret for each token store: the store's key.</summary>
internal abstract class Keychain
{
    /// <summary>What people see in their keychain's own window.</summary>
    protected const string Label = "ValetKey token store";

    /// <summary>The one of this system; <c>null</c> where there is none, as on a server.</summary>
    public static Keychain? OfThisSystem() => OperatingSystem.IsWindows() ? new WindowsKeychain()
        : OperatingSystem.IsMacOS() ? new MacKeychain()
        : Environment.GetEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS") is { Length: > 0 } && KeychainProgram.Find("secret-tool") is { } program ? new SecretServiceKeychain(program)
        : null;

    /// <summary>The secret; <c>null</c> where there is none of this id, or the keychain stays locked.</summary>
    public abstract Task<string?> ReadAsync(string id, CancellationToken stop);

    /// <param name="id">Lower-case hexadecimal.</param>
    /// <param name="secret">Base64.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>Whether it was taken.</returns>
    public abstract Task<bool> TryWriteAsync(string id, string secret, CancellationToken stop);
}
