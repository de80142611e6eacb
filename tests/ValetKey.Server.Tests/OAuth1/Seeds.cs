using ValetKey.Server.Accounts;
using ValetKey.Server.ApisConsole;
using ValetKey.Server.Directory;
using ValetKey.Server.OAuth1;
using ValetKey.Server.Storage;

namespace ValetKey.Server.Tests.OAuth1;

/// <summary>A domain with one user, and a consumer for batch jobs.</summary>
internal static class Seeds
{
    public const string Password = "liz-pass";
    public const string ConsumerKey = "example.com";
    public const string ConsumerSecret = "demo-consumer-secret";
    public const string UsersScope = "https://apps-apis.google.com/a/feeds/user/";

    // Derived once: the slow hash is the dearest part of a seed.
    private static readonly string Hash = PasswordHash.Of(Password).ToString();

    public static void Demo(ValetKeyDb db, SecretSealer sealer)
    {
        db.Add(new DomainRow { Name = "example.com" });
        db.Add(User(1, "admin", isAdmin: true));
        db.Add(User(2, "liz"));
        db.Add(new ProjectRow { Id = 1, Name = "Demo", OwnerId = 1 });
        db.Add(Consumer(sealer, ConsumerKey, ConsumerSecret, "Demo batch job"));
    }

    public static UserRow User(long id, string name, bool isAdmin = false) => new()
    {
        Id = id, Domain = "example.com", UserName = name, GivenName = name, FamilyName = "Test", PasswordHash = Hash, IsAdmin = isAdmin, QuotaInMegabytes = 1024, Version = 1,
    };

    public static ConsumerRow Consumer(SecretSealer sealer, string key, string secret, string? name, string? certificate = null, bool enabled = true, string callbacks = "") => new()
    {
        Key = key, ProjectId = 1, SealedSecret = sealer.Seal(secret), DisplayName = name, Callbacks = callbacks, CertificatePem = certificate, Enabled = enabled,
    };

    public static OAuth1TokenRow Token(SecretSealer sealer, string token, string secret, string consumerKey, string state, long? userId, string? verifier = null, DateTimeOffset? expires = null, params string[] scopes) => new()
    {
        TokenHash = OpaqueToken.Hash(token), SealedSecret = sealer.Seal(secret), ConsumerKey = consumerKey, State = state, UserId = userId,
        Scopes = string.Join(' ', scopes), ExpiresAt = expires, VerifierHash = verifier is null ? null : OpaqueToken.Hash(verifier),
        Callback = state == "Access" ? null : "oob",
    };
}
