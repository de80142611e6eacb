using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ValetKey.Server.Calendar;

/// <summary>Who else may see or change a calendar: one rule of its access control list.</summary>
internal sealed class CalendarRuleRow
{
    public long CalendarId { get; init; }

    public required string ScopeType { get; init; }             // Grantee.Type

    public required string ScopeValue { get; init; }            // Grantee.Value

    public required string Role { get; set; }                   // CalendarRole by name

    internal sealed class Mapping : IEntityTypeConfiguration<CalendarRuleRow>
    {
        public void Configure(EntityTypeBuilder<CalendarRuleRow> builder)
        {
            builder.ToTable("calendar_rules").HasKey(r => new { r.CalendarId, r.ScopeType, r.ScopeValue });
            builder.HasIndex(r => new { r.ScopeType, r.ScopeValue });           // what is shared with a user
            builder.HasOne<CalendarRow>().WithMany().HasForeignKey(r => r.CalendarId);
        }
    }
}
