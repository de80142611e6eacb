using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ValetKey.Server.Directory;

namespace ValetKey.Server.OAuth2;

/// <summary>What a user allowed a client. Every token belongs to one; revoking it is one statement, however many tokens it has.</summary>
internal sealed class GrantRow
{
    public long Id { get; init; }

    public long UserId { get; init; }

    public required string ClientId { get; init; }

    public required string Scopes { get; set; }                 // separated by a space

    public bool Offline { get; init; }                          // access while the user is away was asked for, and allowed

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; set; }              // null: remembered until revoked; set: the last token's end, after which the sweep may take it

    public DateTimeOffset? RevokedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<GrantRow>
    {
        public void Configure(EntityTypeBuilder<GrantRow> builder)
        {
            builder.ToTable("oauth2_grants").HasKey(g => g.Id);
            builder.Property(g => g.Id).ValueGeneratedOnAdd();                  // never used again: tokens outlive a swept grant
            builder.HasIndex(g => new { g.UserId, g.ClientId });                // was this allowed before?
            builder.HasIndex(g => g.ExpiresAt);                                 // the sweep reads by it
            builder.HasOne<ClientRow>().WithMany().HasForeignKey(g => g.ClientId);
            builder.HasOne<UserRow>().WithMany().HasForeignKey(g => g.UserId);
        }
    }
}
