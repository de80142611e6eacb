using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ValetKey.Server.Directory;

internal sealed class DomainRow
{
    public required string Name { get; init; }                  // lower case

    public int UserCount { get; set; }                          // not counting deleted ones: the feed's total, and what the limit is held against

    public bool AllowsRevision10 { get; set; }                  // OAuth 1.0 before 1.0a: a callback at the consent page, no verifier

    public bool AllowsUnregistered { get; set; }                // applications that nobody registered, such as anonymous

    public DateTimeOffset CreatedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DomainRow>
    {
        public void Configure(EntityTypeBuilder<DomainRow> builder) => builder.ToTable("domains").HasKey(d => d.Name);
    }
}
