using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ValetKey.Server.Drive;

/// <summary>Who else may see or change a file: one rule of its access control list.</summary>
internal sealed class FileRuleRow
{
    public required string FileId { get; init; }

    public required string ScopeType { get; init; }             // user, group, domain, default

    public required string ScopeValue { get; init; }            // empty for default

    public required string Role { get; set; }                   // writer, commenter, reader

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
