using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ValetKey.Server.Directory;

namespace ValetKey.Server.Calendar;

internal sealed class CalendarRow
{
    public long Id { get; init; }

    public string? Address { get; init; }                       // …@group.calendar.google.com; null for a primary one, whose address is its owner's and follows it

    public long OwnerId { get; init; }

    public required string Title { get; set; }

    public string? Summary { get; set; }

    public required string TimeZone { get; set; }               // IANA

    public required string Color { get; set; }                  // #RRGGBB

    public string? Where { get; set; }

    public bool Hidden { get; set; }                            // in its owner's list

    public bool Selected { get; set; }                          // in its owner's list

    public int Version { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public bool IsPrimary => Address is null;

    /// <summary>A new calendar of a user.</summary>
    /// <param name="address">Null for the primary one.</param>
    public static CalendarRow Of(UserRow owner, string? address, string title, DateTimeOffset now) => new()
    {
        OwnerId = owner.Id, Address = address, Title = title, TimeZone = "UTC", Color = "#2952A3", Selected = true, Version = 1, CreatedAt = now, UpdatedAt = now,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<CalendarRow>
    {
        public void Configure(EntityTypeBuilder<CalendarRow> builder)
        {
            builder.ToTable("calendars").HasKey(c => c.Id);
            builder.Property(c => c.Version).IsConcurrencyToken();
            builder.Ignore(c => c.IsPrimary);
            builder.HasIndex(c => c.Address).IsUnique();
            builder.HasIndex(c => c.OwnerId);                   // a user's calendar list
            builder.HasIndex(c => c.OwnerId, "IX_calendars_primary").IsUnique().HasFilter("\"Address\" IS NULL");
            builder.HasOne<UserRow>().WithMany().HasForeignKey(c => c.OwnerId);
        }
    }
}
