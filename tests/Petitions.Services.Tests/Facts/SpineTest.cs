using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Facts;
using Petitions.Services.Petitions;
using Petitions.Services.Tests.Engines;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Facts;

/// <summary>A matter with some history, and a database owner who takes the guards down.</summary>
public abstract class SpineTest : PetitionsTest
{
    private readonly string folder = Directory.CreateTempSubdirectory("petitions-roots-").FullName;

    protected string RootFolder => folder;

    protected override void More(IServiceCollection collection) => collection.AddSingleton(new DailyRootFolder(folder));

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Received, registered and three additions: lines 1 to 5, perhaps more by clocks.</summary>
    protected async Task<Petition> MatterAsync()
    {
        var petition = await Given.Petition();
        for (var i = 0; i < 3; i++)
        {
            Clock.Advance(TimeSpan.FromHours(1));
            await SupplyAsync(petition.Id);
        }

        return petition;
    }

    protected async Task SupplyAsync(Guid id)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>();
        var petition = await db.Petitions.Include(p => p.Additions).SingleAsync(p => p.Id == id);
        var fact = petition.Supply("补充说明。", Clock.GetUtcNow().UtcDateTime);
        await scope.ServiceProvider.GetRequiredService<PetitionRecorder>().SaveAsync(petition, Actor.Citizen(id), [fact], default);
    }

    protected Task<VerificationResult> LiveAsync(params IReadOnlyList<RootCopy> posted) =>
        RunAsync<VerifyLogService, VerificationResult>(service => service.LiveAsync(Actor.System, null, posted, default));

    protected async Task<byte[]> ExportAsync()
    {
        using var stream = new MemoryStream();
        await RunAsync<VerifyLogService>(service => service.ExportAsync(stream, default));
        return stream.ToArray();
    }

    protected Task<int> LengthAsync(Guid id) => QueryAsync(db => db.Facts.CountAsync(fact => fact.SubjectId == id));

    /// <summary>Plain SQL with every guard taken down, as the owner of the database could.</summary>
    protected Task TamperAsync(FormattableString sql) => QueryAsync(async db =>
    {
        await db.Database.ExecuteSqlRawAsync(TestDatabaseServer.Engine == TestEngine.Postgres
            ? "ALTER TABLE facts DISABLE TRIGGER ALL; ALTER TABLE fact_values DISABLE TRIGGER ALL; ALTER TABLE daily_roots DISABLE TRIGGER ALL; ALTER TABLE petitions DISABLE TRIGGER ALL; DROP INDEX IF EXISTS ix_facts_subject_subject_id_seq"
            : "PRAGMA foreign_keys=OFF; DROP TRIGGER IF EXISTS facts_no_update; DROP TRIGGER IF EXISTS facts_no_delete; DROP TRIGGER IF EXISTS facts_recorded_at; DROP TRIGGER IF EXISTS fact_values_no_delete; DROP TRIGGER IF EXISTS fact_values_only_erase; DROP TRIGGER IF EXISTS daily_roots_no_delete; DROP TRIGGER IF EXISTS petitions_content; DROP INDEX IF EXISTS ix_facts_subject_subject_id_seq");
        return await db.Database.ExecuteSqlInterpolatedAsync(sql);
    });
}
