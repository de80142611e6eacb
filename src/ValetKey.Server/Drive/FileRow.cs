using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ValetKey.Server.Directory;

namespace ValetKey.Server.Drive;

internal sealed class FileRow
{
    public required string Id { get; init; }

    public long OwnerId { get; init; }

    public required string Kind { get; init; }                  // FileKind by name

    public required string Title { get; set; }

    public string? ParentId { get; set; }                       // null: the owner's root

    public bool Starred { get; set; }

    public bool Trashed { get; set; }

    public bool WritersCanInvite { get; set; } = true;

    public long LastModifiedById { get; set; }

    public int Version { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>A new file of a user.</summary>
    public static FileRow Of(UserRow owner, string id, FileKind kind, string title, string? parentId, DateTimeOffset now) => new()
    {
        Id = id, OwnerId = owner.Id, Kind = kind.Name, Title = title, ParentId = parentId, LastModifiedById = owner.Id, Version = 1, CreatedAt = now, UpdatedAt = now,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<FileRow>
    {
        public void Configure(EntityTypeBuilder<FileRow> builder)
        {
            builder.ToTable("files").HasKey(f => f.Id);
            builder.Property(f => f.Version).IsConcurrencyToken();
            builder.HasIndex(f => new { f.OwnerId, f.UpdatedAt });              // the document list, newest first
            builder.HasIndex(f => f.ParentId);                                  // a folder's contents
            builder.HasOne<UserRow>().WithMany().HasForeignKey(f => f.OwnerId);
            builder.HasOne<FileRow>().WithMany().HasForeignKey(f => f.ParentId);
        }
    }
}
