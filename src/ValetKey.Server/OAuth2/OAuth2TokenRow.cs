using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ValetKey.Server.OAuth2;

/// <summary>A code, access token or refresh token. Keyed by its hash alone: no second index on the hot row.</summary>
internal sealed class OAuth2TokenRow
{
    public required byte[] TokenHash { get; init; }             // SHA-256 of the token

    public required string Kind { get; init; }                  // code, access, refresh

    public long GrantId { get; init; }

    public required string Scopes { get; init; }                // separated by a space; of this token, never more than the grant's

    public string? Binding { get; init; }                       // codes: redirect URI, PKCE challenge, access type, as JSON

    public DateTimeOffset? ExpiresAt { get; init; }             // null: until revoked

    public DateTimeOffset? ConsumedAt { get; set; }             // codes and rotated refresh tokens

    internal sealed class Mapping : IEntityTypeConfiguration<OAuth2TokenRow>
    {
        public void Configure(EntityTypeBuilder<OAuth2TokenRow> builder) => builder.ToTable("oauth2_tokens").HasKey(t => t.TokenHash);
    }
}
