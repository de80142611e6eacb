using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ValetKey.Server.Directory;

namespace ValetKey.Server.ApisConsole;

/// <summary>Where credentials belong: an application, and who answers for it.</summary>
internal sealed class ProjectRow
{
    public long Id { get; init; }

    public required string Name { get; set; }

    public long OwnerId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ProjectRow>
    {
        public void Configure(EntityTypeBuilder<ProjectRow> builder)
        {
            builder.ToTable("projects").HasKey(p => p.Id);
            builder.HasIndex(p => new { p.OwnerId, p.Name }).IsUnique();        // the workspace file names it so
            builder.HasOne<UserRow>().WithMany().HasForeignKey(p => p.OwnerId);
        }
    }
}
