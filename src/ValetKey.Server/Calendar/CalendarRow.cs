using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ValetKey.Server.Directory;

namespace ValetKey.Server.Calendar;

internal sealed class CalendarRow
{
    public required string Id { get; init; }                    // an address: the owner's, or …@group.calendar.google.com

    public long OwnerId { get; init; }

    public required string Title { get; set; }

    public string? Summary { get; set; }

    public required string TimeZone { get; set; }               // IANA

    public required string Color { get; set; }                  // #RRGGBB

    public string? Where { get; set; }

    public bool Hidden { get; set; }

    public bool Selected { get; set; }

    public bool IsPrimary { get; init; }

    public int Version { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<CalendarRow>
    {
        public void Configure(EntityTypeBuilder<CalendarRow> builder)
        {
            builder.ToTable("calendars").HasKey(c => c.Id);
            builder.Property(c => c.Version).IsConcurrencyToken();
            builder.HasIndex(c => c.OwnerId);                   // a user's calendar list
            builder.HasOne<UserRow>().WithMany().HasForeignKey(c => c.OwnerId);
        }
    }
}
