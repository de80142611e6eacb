using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ValetKey.Server.Directory;

namespace ValetKey.Server.OAuth1;

/// <summary>Temporary credentials and token credentials (RFC 5849 §2). Read and written by OAuth1Tokens.</summary>
internal sealed class OAuth1TokenRow
{
    public required byte[] TokenHash { get; init; }             // SHA-256 of the token

    public required string State { get; set; }                  // OAuth1TokenState by name

    public required string ConsumerKey { get; init; }

    public required byte[] SealedSecret { get; init; }          // readable again, since HMAC is computed with it

    public required string Scopes { get; init; }                // separated by a space

    public long? UserId { get; set; }                           // who allowed it; null before

    public string? Callback { get; init; }                      // request tokens: where consent returns to, or oob; empty: revision 1.0, which tells it later

    public string? DisplayName { get; init; }                   // xoauth_displayname

    public byte[]? VerifierHash { get; set; }                   // SHA-256, set by consent

    public int WrongVerifiers { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; set; }              // null: until revoked

    internal sealed class Mapping : IEntityTypeConfiguration<OAuth1TokenRow>
    {
        public void Configure(EntityTypeBuilder<OAuth1TokenRow> builder)
        {
            builder.ToTable("oauth1_tokens").HasKey(t => t.TokenHash);
            builder.HasIndex(t => t.ExpiresAt);                 // the sweep of expired tokens reads by it
            builder.HasIndex(t => t.UserId);                    // what a user granted
            builder.HasOne<ConsumerRow>().WithMany().HasForeignKey(t => t.ConsumerKey);
            builder.HasOne<UserRow>().WithMany().HasForeignKey(t => t.UserId);
        }
    }
}
