using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Petitions.Data;
using Petitions.Services.Tests.Engines;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Data;

/// <summary>security.md A12: one migration at a time; one that cannot have its lock gives up and leaves nothing behind.</summary>
public sealed class MigrationLockTests : PetitionsTest
{
    [Fact]
    public async Task Migrate_TwiceAtOnce_LeavesNoLock()
    {
        await Task.WhenAll(MigrateAsync(), MigrateAsync());

        Assert.Equal(0, TestDatabaseServer.Engine == TestEngine.Sqlite ? 0 : await ScalarAsync("SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE locktype = 'advisory' AND datname = current_database()"));
    }

    [Fact]
    public async Task Migrate_WhileAnotherMigrates_GivesUp()
    {
        if (TestDatabaseServer.Engine == TestEngine.Sqlite)
        {
            // One file, one writer: the engine's own lock.
            await MigrateAsync();
            return;
        }

        await using var other = new NpgsqlConnection(ConnectionString);
        await other.OpenAsync();
        await using (var hold = new NpgsqlCommand("SELECT pg_advisory_lock(88396674987113)", other))
        {
            await hold.ExecuteNonQueryAsync();
        }

        var refusal = await Assert.ThrowsAsync<PostgresException>(MigrateAsync);

        Assert.Equal(PostgresErrorCodes.LockNotAvailable, refusal.SqlState);
    }

    private Task MigrateAsync() => RunAsync<PetitionsDbContext>(db => Services.GetRequiredService<IEngineInfo>().MigrateAsync(db, default));

    private async Task<long> ScalarAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
#pragma warning disable CA2100 // Written here.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
