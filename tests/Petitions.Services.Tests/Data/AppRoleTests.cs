using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Services.Tests.Engines;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Data;

/// <summary>The portal's own role on PostgreSQL adds to history and can do nothing else with it (security.md D1).</summary>
public sealed class AppRoleTests : PetitionsTest
{
    private readonly string role = $"pt_app_{Guid.NewGuid():N}";

    [Fact]
    public async Task AppRole_AgainstHistory_IsRefusedEverything()
    {
        if (TestDatabaseServer.Engine == TestEngine.Sqlite)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(GrantAsync);
            return;
        }

        await Given.Petition();
        await OwnerAsync("CREATE ROLE " + role);
        try
        {
            await GrantAsync();

            Assert.Equal(1, await AsRoleAsync("INSERT INTO facts (id, subject, subject_id, seq, kind, kind_version, at, counts_from, actor_kind, visibility, data, hash, recorded_at) SELECT gen_random_uuid(), subject, gen_random_uuid(), seq, kind, kind_version, at, counts_from, actor_kind, visibility, data, hash, recorded_at FROM (SELECT * FROM facts LIMIT 1) f"));
            foreach (var sql in new[]
            {
                "UPDATE facts SET kind = 'x'", "DELETE FROM facts", "TRUNCATE facts CASCADE", "ALTER TABLE facts DISABLE TRIGGER ALL", "DROP TRIGGER facts_no_change ON facts",
                "UPDATE daily_roots SET root = 'x'", "DELETE FROM daily_roots", "DELETE FROM chain_heads", "SET session_replication_role = replica",
            })
            {
                var refusal = await Assert.ThrowsAnyAsync<DbException>(() => AsRoleAsync(sql));
                Assert.Equal("42501", refusal.SqlState);
            }
        }
        finally
        {
            await OwnerAsync($"DROP OWNED BY {role}; DROP ROLE {role}");
        }
    }

    [Theory]
    [InlineData("x; DROP TABLE facts")]
    [InlineData("\"a\"")]
    public async Task AppRole_OddName_IsRefused(string name) =>
        await Assert.ThrowsAnyAsync<Exception>(() => RunAsync<IEngineInfo>(engine => QueryAsync(async db =>
        {
            await engine.GrantAppRoleAsync(db, name, default);
            return true;
        })));

    private Task GrantAsync() => RunAsync<IEngineInfo>(engine => QueryAsync(async db =>
    {
        await engine.GrantAppRoleAsync(db, role, default);
        return true;
    }));

    private Task<int> OwnerAsync(string sql) => QueryAsync(db => db.Database.ExecuteSqlRawAsync(sql));

    // The role is set for one transaction only.
    private Task<int> AsRoleAsync(string sql) => QueryAsync(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var become = "SET LOCAL ROLE " + role;
        await db.Database.ExecuteSqlRawAsync(become);
        return await db.Database.ExecuteSqlRawAsync(sql);
    });
}
