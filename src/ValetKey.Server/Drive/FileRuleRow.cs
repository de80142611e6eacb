using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ValetKey.Server.Drive;

/// <summary>Who else may see or change a file: one rule of its access control list.</summary>
internal sealed class FileRuleRow
{
    public required string FileId { get; init; }

    public required string ScopeType { get; init; }             // Grantee.Type

    public required string ScopeValue { get; init; }            // Grantee.Value

    public required string Role { get; set; }                   // FileRole by name

    internal sealed class Mapping : IEntityTypeConfiguration<FileRuleRow>
    {
        public void Configure(EntityTypeBuilder<FileRuleRow> builder)
        {
            builder.ToTable("file_rules").HasKey(r => new { r.FileId, r.ScopeType, r.ScopeValue });
            builder.HasIndex(r => new { r.ScopeType, r.ScopeValue });           // what is shared with a user
            builder.HasOne<FileRow>().WithMany().HasForeignKey(r => r.FileId);
        }
    }
}
