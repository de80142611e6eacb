CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

CREATE TABLE "applied_workspace" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_applied_workspace" PRIMARY KEY,
    "Digest" BLOB NOT NULL,
    "IsDemo" INTEGER NOT NULL,
    "AppliedAt" INTEGER NOT NULL
);

CREATE TABLE "domains" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_domains" PRIMARY KEY,
    "UserCount" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL
);

CREATE TABLE "oauth2_authorization_requests" (
    "HandleHash" BLOB NOT NULL CONSTRAINT "PK_oauth2_authorization_requests" PRIMARY KEY,
    "Request" TEXT NOT NULL,
    "UserId" INTEGER NULL,
    "SessionHash" BLOB NULL,
    "Scopes" TEXT NULL,
    "ExpiresAt" INTEGER NOT NULL
);

CREATE TABLE oauth2_tokens (
    TokenHash BLOB NOT NULL CONSTRAINT PK_oauth2_tokens PRIMARY KEY,
    Kind TEXT NOT NULL,
    GrantId INTEGER NOT NULL,
    Scopes TEXT NOT NULL,
    Binding TEXT NULL,
    ExpiresAt INTEGER NULL,
    ConsumedAt INTEGER NULL
) WITHOUT ROWID;

CREATE TABLE "users" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_users" PRIMARY KEY AUTOINCREMENT,
    "Domain" TEXT NOT NULL,
    "UserName" TEXT NOT NULL,
    "GivenName" TEXT NOT NULL,
    "FamilyName" TEXT NOT NULL,
    "PasswordHash" TEXT NOT NULL,
    "IsAdmin" INTEGER NOT NULL,
    "Suspended" INTEGER NOT NULL,
    "ChangePasswordAtNextLogin" INTEGER NOT NULL,
    "AgreedToTerms" INTEGER NOT NULL,
    "IpWhitelisted" INTEGER NOT NULL,
    "QuotaInMegabytes" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    "DeletedAt" INTEGER NULL,
    CONSTRAINT "FK_users_domains_Domain" FOREIGN KEY ("Domain") REFERENCES "domains" ("Name") ON DELETE CASCADE
);

CREATE TABLE "calendars" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_calendars" PRIMARY KEY AUTOINCREMENT,
    "Address" TEXT NULL,
    "OwnerId" INTEGER NOT NULL,
    "Title" TEXT NOT NULL,
    "Summary" TEXT NULL,
    "TimeZone" TEXT NOT NULL,
    "Color" TEXT NOT NULL,
    "Where" TEXT NULL,
    "Hidden" INTEGER NOT NULL,
    "Selected" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_calendars_users_OwnerId" FOREIGN KEY ("OwnerId") REFERENCES "users" ("Id") ON DELETE CASCADE
);

CREATE TABLE "files" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_files" PRIMARY KEY,
    "OwnerId" INTEGER NOT NULL,
    "Kind" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "ParentId" TEXT NULL,
    "Starred" INTEGER NOT NULL,
    "Trashed" INTEGER NOT NULL,
    "WritersCanInvite" INTEGER NOT NULL,
    "LastModifiedById" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_files_files_ParentId" FOREIGN KEY ("ParentId") REFERENCES "files" ("Id"),
    CONSTRAINT "FK_files_users_OwnerId" FOREIGN KEY ("OwnerId") REFERENCES "users" ("Id") ON DELETE CASCADE
);

CREATE TABLE "projects" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_projects" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "OwnerId" INTEGER NOT NULL,
    CONSTRAINT "FK_projects_users_OwnerId" FOREIGN KEY ("OwnerId") REFERENCES "users" ("Id") ON DELETE CASCADE
);

CREATE TABLE "sessions" (
    "HandleHash" BLOB NOT NULL CONSTRAINT "PK_sessions" PRIMARY KEY,
    "UserId" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "ExpiresAt" INTEGER NOT NULL,
    CONSTRAINT "FK_sessions_users_UserId" FOREIGN KEY ("UserId") REFERENCES "users" ("Id") ON DELETE CASCADE
);

CREATE TABLE "calendar_rules" (
    "CalendarId" INTEGER NOT NULL,
    "ScopeType" TEXT NOT NULL,
    "ScopeValue" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    CONSTRAINT "PK_calendar_rules" PRIMARY KEY ("CalendarId", "ScopeType", "ScopeValue"),
    CONSTRAINT "FK_calendar_rules_calendars_CalendarId" FOREIGN KEY ("CalendarId") REFERENCES "calendars" ("Id") ON DELETE CASCADE
);

CREATE TABLE "file_rules" (
    "FileId" TEXT NOT NULL,
    "ScopeType" TEXT NOT NULL,
    "ScopeValue" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    CONSTRAINT "PK_file_rules" PRIMARY KEY ("FileId", "ScopeType", "ScopeValue"),
    CONSTRAINT "FK_file_rules_files_FileId" FOREIGN KEY ("FileId") REFERENCES "files" ("Id") ON DELETE CASCADE
);

CREATE TABLE "oauth1_consumers" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_oauth1_consumers" PRIMARY KEY,
    "ProjectId" INTEGER NOT NULL,
    "SealedSecret" BLOB NOT NULL,
    "DisplayName" TEXT NULL,
    "Callbacks" TEXT NOT NULL,
    "CertificatePem" TEXT NULL,
    "Enabled" INTEGER NOT NULL,
    CONSTRAINT "FK_oauth1_consumers_projects_ProjectId" FOREIGN KEY ("ProjectId") REFERENCES "projects" ("Id") ON DELETE CASCADE
);

CREATE TABLE "oauth2_clients" (
    "ClientId" TEXT NOT NULL CONSTRAINT "PK_oauth2_clients" PRIMARY KEY,
    "ProjectId" INTEGER NOT NULL,
    "Type" TEXT NOT NULL,
    "SecretHash" BLOB NULL,
    "DisplayName" TEXT NULL,
    "RedirectUris" TEXT NOT NULL,
    CONSTRAINT "FK_oauth2_clients_projects_ProjectId" FOREIGN KEY ("ProjectId") REFERENCES "projects" ("Id") ON DELETE CASCADE
);

CREATE TABLE "oauth1_tokens" (
    "TokenHash" BLOB NOT NULL CONSTRAINT "PK_oauth1_tokens" PRIMARY KEY,
    "State" TEXT NOT NULL,
    "ConsumerKey" TEXT NOT NULL,
    "SealedSecret" BLOB NOT NULL,
    "Scopes" TEXT NOT NULL,
    "UserId" INTEGER NULL,
    "Callback" TEXT NULL,
    "DisplayName" TEXT NULL,
    "VerifierHash" BLOB NULL,
    "WrongVerifiers" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "ExpiresAt" INTEGER NULL,
    CONSTRAINT "FK_oauth1_tokens_oauth1_consumers_ConsumerKey" FOREIGN KEY ("ConsumerKey") REFERENCES "oauth1_consumers" ("Key") ON DELETE CASCADE,
    CONSTRAINT "FK_oauth1_tokens_users_UserId" FOREIGN KEY ("UserId") REFERENCES "users" ("Id")
);

CREATE TABLE "oauth2_grants" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_oauth2_grants" PRIMARY KEY AUTOINCREMENT,
    "UserId" INTEGER NOT NULL,
    "ClientId" TEXT NOT NULL,
    "Scopes" TEXT NOT NULL,
    "Offline" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "ExpiresAt" INTEGER NULL,
    "RevokedAt" INTEGER NULL,
    CONSTRAINT "FK_oauth2_grants_oauth2_clients_ClientId" FOREIGN KEY ("ClientId") REFERENCES "oauth2_clients" ("ClientId") ON DELETE CASCADE,
    CONSTRAINT "FK_oauth2_grants_users_UserId" FOREIGN KEY ("UserId") REFERENCES "users" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_calendar_rules_ScopeType_ScopeValue" ON "calendar_rules" ("ScopeType", "ScopeValue");

CREATE UNIQUE INDEX "IX_calendars_Address" ON "calendars" ("Address");

CREATE INDEX "IX_calendars_OwnerId" ON "calendars" ("OwnerId");

CREATE UNIQUE INDEX "IX_calendars_primary" ON "calendars" ("OwnerId") WHERE "Address" IS NULL;

CREATE INDEX "IX_file_rules_ScopeType_ScopeValue" ON "file_rules" ("ScopeType", "ScopeValue");

CREATE INDEX "IX_files_OwnerId_UpdatedAt" ON "files" ("OwnerId", "UpdatedAt");

CREATE INDEX "IX_files_ParentId" ON "files" ("ParentId");

CREATE INDEX "IX_oauth1_consumers_ProjectId" ON "oauth1_consumers" ("ProjectId");

CREATE INDEX "IX_oauth1_tokens_ConsumerKey" ON "oauth1_tokens" ("ConsumerKey");

CREATE INDEX "IX_oauth1_tokens_ExpiresAt" ON "oauth1_tokens" ("ExpiresAt");

CREATE INDEX "IX_oauth1_tokens_UserId" ON "oauth1_tokens" ("UserId");

CREATE INDEX "IX_oauth2_authorization_requests_ExpiresAt" ON "oauth2_authorization_requests" ("ExpiresAt");

CREATE INDEX "IX_oauth2_clients_ProjectId" ON "oauth2_clients" ("ProjectId");

CREATE INDEX "IX_oauth2_grants_ClientId" ON "oauth2_grants" ("ClientId");

CREATE INDEX "IX_oauth2_grants_ExpiresAt" ON "oauth2_grants" ("ExpiresAt");

CREATE INDEX "IX_oauth2_grants_UserId_ClientId" ON "oauth2_grants" ("UserId", "ClientId");

CREATE UNIQUE INDEX "IX_projects_OwnerId_Name" ON "projects" ("OwnerId", "Name");

CREATE INDEX "IX_sessions_ExpiresAt" ON "sessions" ("ExpiresAt");

CREATE INDEX "IX_sessions_UserId" ON "sessions" ("UserId");

CREATE INDEX "IX_users_admins" ON "users" ("Domain") WHERE "IsAdmin" AND "DeletedAt" IS NULL;

CREATE INDEX "IX_users_deleted" ON "users" ("Domain", "UserName") WHERE "DeletedAt" IS NOT NULL;

CREATE UNIQUE INDEX "IX_users_name" ON "users" ("Domain", "UserName") WHERE "DeletedAt" IS NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125010036_Initial', '10.0.15');

ALTER TABLE "oauth1_consumers" ADD "SignatureMethods" TEXT NULL;

ALTER TABLE "domains" ADD "AllowsRevision10" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "domains" ADD "AllowsUnregistered" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "domain_wide_scopes" (
    "Client" TEXT NOT NULL,
    "Domain" TEXT NOT NULL,
    "Scopes" TEXT NOT NULL,
    CONSTRAINT "PK_domain_wide_scopes" PRIMARY KEY ("Client", "Domain"),
    CONSTRAINT "FK_domain_wide_scopes_domains_Domain" FOREIGN KEY ("Domain") REFERENCES "domains" ("Name") ON DELETE CASCADE
);

CREATE INDEX "IX_domain_wide_scopes_Domain" ON "domain_wide_scopes" ("Domain");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125041449_DomainPolicies', '10.0.15');

