using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ValetKey.Server.Directory;

internal sealed class UserRow
{
    public long Id { get; init; }                               // never used again: tokens and grants point here, so a reused name inherits nothing

    public required string Domain { get; init; }

    public required string UserName { get; set; }               // lower case, without the domain

    public required string GivenName { get; set; }

    public required string FamilyName { get; set; }

    public required string PasswordHash { get; set; }           // PasswordHash.ToString()

    public bool IsAdmin { get; set; }

    public bool Suspended { get; set; }

    public bool ChangePasswordAtNextLogin { get; set; }

    public bool AgreedToTerms { get; set; }

    public bool IpWhitelisted { get; set; }

    public int QuotaInMegabytes { get; set; }

    public int Version { get; set; }                            // raised by every change; the ETag is made from it

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }              // the name stays taken for a while (error 1100)

    public string Email => $"{UserName}@{Domain}";

    internal sealed class Mapping : IEntityTypeConfiguration<UserRow>
    {
        public void Configure(EntityTypeBuilder<UserRow> builder)
        {
            builder.ToTable("users").HasKey(u => u.Id);
            builder.Property(u => u.Id).ValueGeneratedOnAdd();
            builder.Property(u => u.Version).IsConcurrencyToken();
            builder.Ignore(u => u.Email);
            builder.HasIndex(u => new { u.Domain, u.UserName }, "IX_users_name")        // found by name, listed in its order
                .IsUnique().HasFilter("\"DeletedAt\" IS NULL");
            builder.HasIndex(u => new { u.Domain, u.UserName }, "IX_users_deleted")     // was the name deleted a short while ago?
                .HasFilter("\"DeletedAt\" IS NOT NULL");
            builder.HasIndex(u => u.Domain, "IX_users_admins")                          // is another administrator left?
                .HasFilter("\"IsAdmin\" AND \"DeletedAt\" IS NULL");
            builder.HasOne<DomainRow>().WithMany().HasForeignKey(u => u.Domain);
        }
    }
}
