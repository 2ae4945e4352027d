using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Petitions.Data;
using Petitions.Services.Setup;
using Petitions.Web.Hosting;

namespace Petitions.Web.Verbs;

/// <summary>What the verbs <c>migrate</c> and <c>seed demo</c> do, also done at start in Development.</summary>
internal static class DatabaseVerbs
{
    /// <summary>Brings the schema up to date and loads missing reference data.</summary>
    /// <exception cref="InvalidOperationException">When the database has a migration that this version does not know; nothing is changed then.</exception>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>();
        var engine = services.GetRequiredService<IEngineInfo>();
        if ((await db.Database.GetAppliedMigrationsAsync(ct)).Except(db.Database.GetMigrations()).FirstOrDefault() is { } unknown)
        {
            // Another portal's schema under this one would fail page by page.
            throw new InvalidOperationException($"This database was made by another version of the portal (it has the migration {unknown}). Move its data folder away, or name another database; before the first release there is no way over.");
        }

        await engine.MigrateAsync(db, ct);
        if (services.GetRequiredService<IOptions<DatabaseOptions>>().Value.AppRole is { Length: > 0 } role)
        {
            await engine.GrantAppRoleAsync(db, role, ct);
        }

        await scope.ServiceProvider.GetRequiredService<ReferenceSeeder>().SeedAsync(ct);
    }

    /// <summary>Adds the invented demo data; what is there already stays as it is.</summary>
    /// <exception cref="InvalidOperationException">Outside Development.</exception>
    public static async Task SeedDemoAsync(IServiceProvider services, CancellationToken ct)
    {
        if (!services.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            throw new InvalidOperationException("Demo data is for Development only.");
        }

        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoSeeder>().SeedAsync(ct);
        await scope.ServiceProvider.GetRequiredService<DemoTimetable>().SeedAsync(ct);
        await scope.ServiceProvider.GetRequiredService<DemoVisits>().SeedAsync(ct);
        await scope.ServiceProvider.GetRequiredService<DemoBookings>().SeedAsync(ct);
        await scope.ServiceProvider.GetRequiredService<DemoVideo>().SeedAsync(ct);
        await scope.ServiceProvider.GetRequiredService<DemoPastVisits>().SeedAsync(ct);
        await scope.ServiceProvider.GetRequiredService<DemoLetters>().SeedAsync(ct);
        await scope.ServiceProvider.GetRequiredService<DemoHandIns>().SeedAsync(ct);
        await scope.ServiceProvider.GetRequiredService<DemoBoard>().SeedAsync(ct);
        await scope.ServiceProvider.GetRequiredService<DemoPost>().SeedAsync(ct);
        await scope.ServiceProvider.GetRequiredService<DemoCommitments>().SeedAsync(ct);
        await scope.ServiceProvider.GetRequiredService<DemoReviews>().SeedAsync(ct);
        await scope.ServiceProvider.GetRequiredService<DemoJointVisits>().SeedAsync(ct);
        await scope.ServiceProvider.GetRequiredService<DemoEscalations>().SeedAsync(ct);
        await scope.ServiceProvider.GetRequiredService<DemoVisitRatings>().SeedAsync(ct);
        await scope.ServiceProvider.GetRequiredService<DemoRoots>().SeedAsync(ct);
    }
}
