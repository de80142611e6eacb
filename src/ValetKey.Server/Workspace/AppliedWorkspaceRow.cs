using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ValetKey.Server.Workspace;

/// <summary>Which workspace was applied last: a file that has not changed since is not applied again. One row.</summary>
internal sealed class AppliedWorkspaceRow
{
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    public required byte[] Digest { get; set; }                 // WorkspaceSource.Digest

    public required bool IsDemo { get; set; }

    public DateTimeOffset AppliedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<AppliedWorkspaceRow>
    {
        public void Configure(EntityTypeBuilder<AppliedWorkspaceRow> builder)
        {
            builder.ToTable("applied_workspace").HasKey(w => w.Id);
            builder.Property(w => w.Id).ValueGeneratedNever();
        }
    }
}
