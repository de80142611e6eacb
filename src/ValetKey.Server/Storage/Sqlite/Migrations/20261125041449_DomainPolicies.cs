using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ValetKey.Server.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DomainPolicies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "SignatureMethods",
                table: "oauth1_consumers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AllowsRevision10",
                table: "domains",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "AllowsUnregistered",
                table: "domains",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "domain_wide_scopes",
                columns: table => new
                {
                    Client = table.Column<string>(type: "TEXT", nullable: false),
                    Domain = table.Column<string>(type: "TEXT", nullable: false),
                    Scopes = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_domain_wide_scopes", x => new { x.Client, x.Domain });
                    table.ForeignKey(
                        name: "FK_domain_wide_scopes_domains_Domain",
                        column: x => x.Domain,
                        principalTable: "domains",
                        principalColumn: "Name",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_domain_wide_scopes_Domain",
                table: "domain_wide_scopes",
                column: "Domain");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "domain_wide_scopes");

            migrationBuilder.DropColumn(
                name: "SignatureMethods",
                table: "oauth1_consumers");

            migrationBuilder.DropColumn(
                name: "AllowsRevision10",
                table: "domains");

            migrationBuilder.DropColumn(
                name: "AllowsUnregistered",
                table: "domains");
        }
    }
}
