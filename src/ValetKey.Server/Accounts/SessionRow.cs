using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ValetKey.Server.Directory;

namespace ValetKey.Server.Accounts;

/// <summary>A signed-in browser. The cookie holds the handle, this row its hash; signing out deletes the row.</summary>
internal sealed class SessionRow
{
    public required byte[] HandleHash { get; init; }            // SHA-256 of the cookie's value

    public long UserId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<SessionRow>
    {
        public void Configure(EntityTypeBuilder<SessionRow> builder)
        {
            builder.ToTable("sessions").HasKey(s => s.HandleHash);
            builder.HasIndex(s => s.ExpiresAt);                 // the sweep of ended sessions reads by it
            builder.HasOne<UserRow>().WithMany().HasForeignKey(s => s.UserId);
        }
    }
}
