using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ValetKey.Server.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "applied_workspace",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Digest = table.Column<byte[]>(type: "BLOB", nullable: false),
                    IsDemo = table.Column<bool>(type: "INTEGER", nullable: false),
                    AppliedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_applied_workspace", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "domains",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    UserCount = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_domains", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "oauth2_authorization_requests",
                columns: table => new
                {
                    HandleHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Request = table.Column<string>(type: "TEXT", nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: true),
                    SessionHash = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Scopes = table.Column<string>(type: "TEXT", nullable: true),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_oauth2_authorization_requests", x => x.HandleHash);
                });

            // WITHOUT ROWID, which EF cannot say: the row lies in the index of its key, so that a token is found with one descent.
            migrationBuilder.Sql("""
                CREATE TABLE oauth2_tokens (
                    TokenHash BLOB NOT NULL CONSTRAINT PK_oauth2_tokens PRIMARY KEY,
                    Kind TEXT NOT NULL,
                    GrantId INTEGER NOT NULL,
                    Scopes TEXT NOT NULL,
                    Binding TEXT NULL,
                    ExpiresAt INTEGER NULL,
                    ConsumedAt INTEGER NULL
                ) WITHOUT ROWID;
                """);

            migrationBuilder.CreateTable(
                name: "users",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Domain = table.Column<string>(type: "TEXT", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", nullable: false),
                    GivenName = table.Column<string>(type: "TEXT", nullable: false),
                    FamilyName = table.Column<string>(type: "TEXT", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: false),
                    IsAdmin = table.Column<bool>(type: "INTEGER", nullable: false),
                    Suspended = table.Column<bool>(type: "INTEGER", nullable: false),
                    ChangePasswordAtNextLogin = table.Column<bool>(type: "INTEGER", nullable: false),
                    AgreedToTerms = table.Column<bool>(type: "INTEGER", nullable: false),
                    IpWhitelisted = table.Column<bool>(type: "INTEGER", nullable: false),
                    QuotaInMegabytes = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DeletedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_users", x => x.Id);
                    table.ForeignKey(
                        name: "FK_users_domains_Domain",
                        column: x => x.Domain,
                        principalTable: "domains",
                        principalColumn: "Name",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "calendars",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Address = table.Column<string>(type: "TEXT", nullable: true),
                    OwnerId = table.Column<long>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Summary = table.Column<string>(type: "TEXT", nullable: true),
                    TimeZone = table.Column<string>(type: "TEXT", nullable: false),
                    Color = table.Column<string>(type: "TEXT", nullable: false),
                    Where = table.Column<string>(type: "TEXT", nullable: true),
                    Hidden = table.Column<bool>(type: "INTEGER", nullable: false),
                    Selected = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendars", x => x.Id);
                    table.ForeignKey(
                        name: "FK_calendars_users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "files",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    ParentId = table.Column<string>(type: "TEXT", nullable: true),
                    Starred = table.Column<bool>(type: "INTEGER", nullable: false),
                    Trashed = table.Column<bool>(type: "INTEGER", nullable: false),
                    WritersCanInvite = table.Column<bool>(type: "INTEGER", nullable: false),
                    LastModifiedById = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_files", x => x.Id);
                    table.ForeignKey(
                        name: "FK_files_files_ParentId",
                        column: x => x.ParentId,
                        principalTable: "files",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_files_users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "projects",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects", x => x.Id);
                    table.ForeignKey(
                        name: "FK_projects_users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    HandleHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sessions", x => x.HandleHash);
                    table.ForeignKey(
                        name: "FK_sessions_users_UserId",
                        column: x => x.UserId,
                        principalTable: "users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "calendar_rules",
                columns: table => new
                {
                    CalendarId = table.Column<long>(type: "INTEGER", nullable: false),
                    ScopeType = table.Column<string>(type: "TEXT", nullable: false),
                    ScopeValue = table.Column<string>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_rules", x => new { x.CalendarId, x.ScopeType, x.ScopeValue });
                    table.ForeignKey(
                        name: "FK_calendar_rules_calendars_CalendarId",
                        column: x => x.CalendarId,
                        principalTable: "calendars",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "file_rules",
                columns: table => new
                {
                    FileId = table.Column<string>(type: "TEXT", nullable: false),
                    ScopeType = table.Column<string>(type: "TEXT", nullable: false),
                    ScopeValue = table.Column<string>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_file_rules", x => new { x.FileId, x.ScopeType, x.ScopeValue });
                    table.ForeignKey(
                        name: "FK_file_rules_files_FileId",
                        column: x => x.FileId,
                        principalTable: "files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "oauth1_consumers",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    ProjectId = table.Column<long>(type: "INTEGER", nullable: false),
                    SealedSecret = table.Column<byte[]>(type: "BLOB", nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    Callbacks = table.Column<string>(type: "TEXT", nullable: false),
                    CertificatePem = table.Column<string>(type: "TEXT", nullable: true),
                    Enabled = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_oauth1_consumers", x => x.Key);
                    table.ForeignKey(
                        name: "FK_oauth1_consumers_projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "oauth2_clients",
                columns: table => new
                {
                    ClientId = table.Column<string>(type: "TEXT", nullable: false),
                    ProjectId = table.Column<long>(type: "INTEGER", nullable: false),
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    SecretHash = table.Column<byte[]>(type: "BLOB", nullable: true),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    RedirectUris = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_oauth2_clients", x => x.ClientId);
                    table.ForeignKey(
                        name: "FK_oauth2_clients_projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "oauth1_tokens",
                columns: table => new
                {
                    TokenHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    ConsumerKey = table.Column<string>(type: "TEXT", nullable: false),
                    SealedSecret = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Scopes = table.Column<string>(type: "TEXT", nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: true),
                    Callback = table.Column<string>(type: "TEXT", nullable: true),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    VerifierHash = table.Column<byte[]>(type: "BLOB", nullable: true),
                    WrongVerifiers = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_oauth1_tokens", x => x.TokenHash);
                    table.ForeignKey(
                        name: "FK_oauth1_tokens_oauth1_consumers_ConsumerKey",
                        column: x => x.ConsumerKey,
                        principalTable: "oauth1_consumers",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_oauth1_tokens_users_UserId",
                        column: x => x.UserId,
                        principalTable: "users",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "oauth2_grants",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    ClientId = table.Column<string>(type: "TEXT", nullable: false),
                    Scopes = table.Column<string>(type: "TEXT", nullable: false),
                    Offline = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_oauth2_grants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_oauth2_grants_oauth2_clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "oauth2_clients",
                        principalColumn: "ClientId",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_oauth2_grants_users_UserId",
                        column: x => x.UserId,
                        principalTable: "users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_calendar_rules_ScopeType_ScopeValue",
                table: "calendar_rules",
                columns: new[] { "ScopeType", "ScopeValue" });

            migrationBuilder.CreateIndex(
                name: "IX_calendars_Address",
                table: "calendars",
                column: "Address",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_calendars_OwnerId",
                table: "calendars",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_calendars_primary",
                table: "calendars",
                column: "OwnerId",
                unique: true,
                filter: "\"Address\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_file_rules_ScopeType_ScopeValue",
                table: "file_rules",
                columns: new[] { "ScopeType", "ScopeValue" });

            migrationBuilder.CreateIndex(
                name: "IX_files_OwnerId_UpdatedAt",
                table: "files",
                columns: new[] { "OwnerId", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_files_ParentId",
                table: "files",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_oauth1_consumers_ProjectId",
                table: "oauth1_consumers",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_oauth1_tokens_ConsumerKey",
                table: "oauth1_tokens",
                column: "ConsumerKey");

            migrationBuilder.CreateIndex(
                name: "IX_oauth1_tokens_ExpiresAt",
                table: "oauth1_tokens",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_oauth1_tokens_UserId",
                table: "oauth1_tokens",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_oauth2_authorization_requests_ExpiresAt",
                table: "oauth2_authorization_requests",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_oauth2_clients_ProjectId",
                table: "oauth2_clients",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_oauth2_grants_ClientId",
                table: "oauth2_grants",
                column: "ClientId");

            migrationBuilder.CreateIndex(
                name: "IX_oauth2_grants_ExpiresAt",
                table: "oauth2_grants",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_oauth2_grants_UserId_ClientId",
                table: "oauth2_grants",
                columns: new[] { "UserId", "ClientId" });

            migrationBuilder.CreateIndex(
                name: "IX_projects_OwnerId_Name",
                table: "projects",
                columns: new[] { "OwnerId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sessions_ExpiresAt",
                table: "sessions",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_UserId",
                table: "sessions",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_users_admins",
                table: "users",
                column: "Domain",
                filter: "\"IsAdmin\" AND \"DeletedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_users_deleted",
                table: "users",
                columns: new[] { "Domain", "UserName" },
                filter: "\"DeletedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_users_name",
                table: "users",
                columns: new[] { "Domain", "UserName" },
                unique: true,
                filter: "\"DeletedAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "applied_workspace");

            migrationBuilder.DropTable(
                name: "calendar_rules");

            migrationBuilder.DropTable(
                name: "file_rules");

            migrationBuilder.DropTable(
                name: "oauth1_tokens");

            migrationBuilder.DropTable(
                name: "oauth2_authorization_requests");

            migrationBuilder.DropTable(
                name: "oauth2_grants");

            migrationBuilder.DropTable(
                name: "oauth2_tokens");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "calendars");

            migrationBuilder.DropTable(
                name: "files");

            migrationBuilder.DropTable(
                name: "oauth1_consumers");

            migrationBuilder.DropTable(
                name: "oauth2_clients");

            migrationBuilder.DropTable(
                name: "projects");

            migrationBuilder.DropTable(
                name: "users");

            migrationBuilder.DropTable(
                name: "domains");
        }
    }
}
