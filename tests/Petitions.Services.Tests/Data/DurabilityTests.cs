using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Data.Sqlite;
using Petitions.Services.Tests.Engines;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Data;

/// <summary>security.md A2, A3: what the portal's own connection is set to, and that a weaker setting is noticed.</summary>
public sealed class DurabilityTests : PetitionsTest
{
    [Fact]
    public async Task Connection_OfThePortal_IsDurable()
    {
        var settings = TestDatabaseServer.Engine == TestEngine.Sqlite
            ? new Dictionary<string, string>
            {
                ["PRAGMA journal_mode"] = "wal",
                ["PRAGMA synchronous"] = "2",
                ["PRAGMA foreign_keys"] = "1",
                ["PRAGMA recursive_triggers"] = "1",
                ["PRAGMA busy_timeout"] = "5000",
                ["PRAGMA secure_delete"] = "1",
            }
            : new Dictionary<string, string> { ["SHOW fsync"] = "on", ["SHOW synchronous_commit"] = "on", ["SHOW full_page_writes"] = "on" };

        foreach (var (ask, expected) in settings)
        {
            Assert.Equal(expected, await ScalarAsync(ask));
        }

        Assert.Empty(await QueryAsync(db => Services.GetRequiredService<IEngineInfo>().DurabilityFaultsAsync(db, default)));
    }

    [Fact]
    public async Task Connection_SetWeaker_IsNoticed()
    {
        if (TestDatabaseServer.Engine == TestEngine.Postgres)
        {
            var faults = await QueryAsync(async db =>
            {
                await db.Database.OpenConnectionAsync();
                await db.Database.ExecuteSqlRawAsync("SET synchronous_commit = off");
                return await Services.GetRequiredService<IEngineInfo>().DurabilityFaultsAsync(db, default);
            });
            Assert.Equal(["synchronous_commit"], faults);
            return;
        }

        var file = Path.Combine(Path.GetTempPath(), $"petitions-weak-{Guid.NewGuid():N}.db");
        try
        {
            // Without the portal's pragmas, as a foreign tool would open it.
            var options = new DbContextOptionsBuilder<PetitionsDbContext>().UseSqlite($"Data Source={file};Pooling=False").Options;
            await using var db = new PetitionsDbContext(options);
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=NORMAL");
            Assert.Equal(["journal_mode", "synchronous"], await new SqliteEngine().DurabilityFaultsAsync(db, default));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private Task<string> ScalarAsync(string sql) => QueryAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The questions stand above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture)!;
    });
}
