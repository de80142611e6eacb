using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ValetKey.Server.ApisConsole;

namespace ValetKey.Server.OAuth2;

/// <summary>An OAuth 2.0 client (RFC 6749 §2).</summary>
internal sealed class ClientRow
{
    public required string ClientId { get; init; }

    public long ProjectId { get; init; }

    public required string Type { get; init; }                  // web, installed

    public byte[]? SecretHash { get; set; }                     // SHA-256, since our secrets are random; null: public client

    public string? DisplayName { get; set; }                    // null: the project's name

    public required string RedirectUris { get; set; }           // one a line

    internal sealed class Mapping : IEntityTypeConfiguration<ClientRow>
    {
        public void Configure(EntityTypeBuilder<ClientRow> builder)
        {
            builder.ToTable("oauth2_clients").HasKey(c => c.ClientId);
            builder.HasOne<ProjectRow>().WithMany().HasForeignKey(c => c.ProjectId);
        }
    }
}
