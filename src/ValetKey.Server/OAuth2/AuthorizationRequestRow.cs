using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ValetKey.Server.OAuth2;

/// <summary>A validated authorization request while its user signs in and consents: the forms carry only its handle.</summary>
internal sealed class AuthorizationRequestRow
{
    public required byte[] HandleHash { get; init; }            // SHA-256 of the handle

    public required string Request { get; init; }               // AuthorizationRequest as JSON

    public long? UserId { get; set; }                           // who was asked; null while nobody is signed in

    public byte[]? SessionHash { get; set; }                    // the browser session that the page was shown to: no other may answer it

    public string? Scopes { get; set; }                         // what the page showed, separated by a space

    public DateTimeOffset ExpiresAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<AuthorizationRequestRow>
    {
        public void Configure(EntityTypeBuilder<AuthorizationRequestRow> builder)
        {
            builder.ToTable("oauth2_authorization_requests").HasKey(r => r.HandleHash);
            builder.HasIndex(r => r.ExpiresAt);                 // the sweep of those left behind reads by it
        }
    }
}
