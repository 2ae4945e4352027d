using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Petitions.Data.Sqlite;

/// <summary>Lets the migration tool build the model without the portal.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<PetitionsDbContext>
{
    public PetitionsDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PetitionsDbContext>();
        SqliteEngine.Configure(options, "Data Source=design-time.db");
        return new PetitionsDbContext(options.Options);
    }
}
