using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ValetKey.Server.ApisConsole;

namespace ValetKey.Server.OAuth1;

/// <summary>An OAuth 1.0 consumer: a key, and a shared secret or a certificate.</summary>
internal sealed class ConsumerRow
{
    public required string Key { get; init; }

    public long ProjectId { get; init; }

    public required byte[] SealedSecret { get; set; }           // readable again, since HMAC is computed with it; of nothing: signs with RSA alone

    public string? DisplayName { get; set; }                    // null: unregistered, consent shows xoauth_displayname and warns

    public required string Callbacks { get; set; }              // one pattern a line: a URL, a URL with port *, or oob; empty: any http(s) URL

    public string? CertificatePem { get; set; }                 // or a public key; verifies RSA signatures

    public string? SignatureMethods { get; set; }               // separated by a space; null: every one that secret and certificate allow

    public bool Enabled { get; set; } = true;

    internal sealed class Mapping : IEntityTypeConfiguration<ConsumerRow>
    {
        public void Configure(EntityTypeBuilder<ConsumerRow> builder)
        {
            builder.ToTable("oauth1_consumers").HasKey(c => c.Key);
            builder.HasOne<ProjectRow>().WithMany().HasForeignKey(c => c.ProjectId);
        }
    }
}
