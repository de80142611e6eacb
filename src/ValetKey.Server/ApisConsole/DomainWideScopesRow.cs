using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ValetKey.Server.Directory;

namespace ValetKey.Server.ApisConsole;

/// <summary>A domain's administrators let a consumer act for any user of the domain, within these scopes and without a token (two-legged).</summary>
internal sealed class DomainWideScopesRow
{
    public required string Client { get; init; }                // a consumer key

    public required string Domain { get; init; }

    public required string Scopes { get; set; }                 // separated by a space

    internal sealed class Mapping : IEntityTypeConfiguration<DomainWideScopesRow>
    {
        public void Configure(EntityTypeBuilder<DomainWideScopesRow> builder)
        {
            builder.ToTable("domain_wide_scopes").HasKey(g => new { g.Client, g.Domain });      // the verifier asks by client
            builder.HasOne<DomainRow>().WithMany().HasForeignKey(g => g.Domain);
        }
    }
}
