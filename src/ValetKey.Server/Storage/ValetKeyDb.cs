using Microsoft.EntityFrameworkCore;
using ValetKey.Server.Accounts;
using ValetKey.Server.ApisConsole;
using ValetKey.Server.Calendar;
using ValetKey.Server.Directory;
using ValetKey.Server.Drive;
using ValetKey.Server.OAuth1;
using ValetKey.Server.OAuth2;
using ValetKey.Server.Workspace;

namespace ValetKey.Server.Storage;

/// <summary>The database: schema, migrations and the models of the APIs. Tokens go by <see cref="SqlDatabase"/> over the same tables.</summary>
internal sealed class ValetKeyDb(DbContextOptions<ValetKeyDb> options) : DbContext(options)
{
    public DbSet<DomainRow> Domains => Set<DomainRow>();

    public DbSet<UserRow> Users => Set<UserRow>();

    public DbSet<ProjectRow> Projects => Set<ProjectRow>();

    public DbSet<ConsumerRow> Consumers => Set<ConsumerRow>();

    public DbSet<ClientRow> Clients => Set<ClientRow>();

    public DbSet<CalendarRow> Calendars => Set<CalendarRow>();

    public DbSet<CalendarRuleRow> CalendarRules => Set<CalendarRuleRow>();

    public DbSet<FileRow> Files => Set<FileRow>();

    public DbSet<FileRuleRow> FileRules => Set<FileRuleRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder
        .ApplyConfiguration(new DomainRow.Mapping())
        .ApplyConfiguration(new UserRow.Mapping())
        .ApplyConfiguration(new SessionRow.Mapping())
        .ApplyConfiguration(new ProjectRow.Mapping())
        .ApplyConfiguration(new DomainWideScopesRow.Mapping())
        .ApplyConfiguration(new ConsumerRow.Mapping())
        .ApplyConfiguration(new OAuth1TokenRow.Mapping())
        .ApplyConfiguration(new ClientRow.Mapping())
        .ApplyConfiguration(new AuthorizationRequestRow.Mapping())
        .ApplyConfiguration(new GrantRow.Mapping())
        .ApplyConfiguration(new OAuth2TokenRow.Mapping())
        .ApplyConfiguration(new CalendarRow.Mapping())
        .ApplyConfiguration(new CalendarRuleRow.Mapping())
        .ApplyConfiguration(new FileRow.Mapping())
        .ApplyConfiguration(new FileRuleRow.Mapping())
        .ApplyConfiguration(new AppliedWorkspaceRow.Mapping());
}
