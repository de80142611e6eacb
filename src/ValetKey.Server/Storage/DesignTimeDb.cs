using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ValetKey.Server.Storage;

/// <summary>Lets <c>dotnet ef</c> make migrations and the compiled model without starting a server.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<ValetKeyDb>
{
    public ValetKeyDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<ValetKeyDb>().UseSqlite("Data Source=:memory:").Options);
}
