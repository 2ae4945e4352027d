using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Petitions.Data.Postgres;

/// <summary>Lets the migration tool build the model without the portal or a server.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<PetitionsDbContext>
{
    public PetitionsDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PetitionsDbContext>();
        PostgresEngine.Configure(options, "Host=localhost;Database=design_time");
        return new PetitionsDbContext(options.Options);
    }
}
