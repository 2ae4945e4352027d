using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Petitions.Data.Bulk;
using Petitions.Data.Live;
using Petitions.Data.Search;

namespace Petitions.Data.Postgres;

/// <summary>The production engine. Connect time-out 3 s, command 5 s, statements prepared after a few uses (security.md A6).</summary>
public sealed class PostgresEngine : IEngineInfo
{
    public string Name => "postgres";

    public bool MigratesItself => false;

    public ISearchIndex Search { get; } = new PostgresSearchIndex();

    public ILiveChannel Live { get; } = new PostgresLive();

    public static void Configure(DbContextOptionsBuilder options, string connectionString)
    {
        options.UseNpgsql(WithLimits(connectionString), postgres => postgres.MigrationsAssembly(typeof(PostgresEngine).Assembly).UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery))
            .ReplaceService<IModelCustomizer, PostgresModelCustomizer>()
            .ReplaceService<IDatabase, PostgresSaves>();
    }

    /// <summary>The connection string with the portal's time-outs, unless the operator gave others.</summary>
    internal static string WithLimits(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        // ShouldSerialize, not ContainsKey: that one is true for every keyword Npgsql knows, given or not.
        builder.Timeout = builder.ShouldSerialize("Timeout") ? builder.Timeout : 3;
        builder.CommandTimeout = builder.ShouldSerialize("Command Timeout") ? builder.CommandTimeout : 5;
        // With it a silent server uses up the time for opening twice, and a rest of less than a millisecond counts as no limit:
        // two of three blocking opens then never ended. The portal signs in with a password.
        builder.GssEncryptionMode = builder.ShouldSerialize("GSS Encryption Mode") ? builder.GssEncryptionMode : GssEncryptionMode.Disable;
        builder.MaxAutoPrepare = builder.ShouldSerialize("Max Auto Prepare") ? builder.MaxAutoPrepare : 50;
        // Nothing the portal does on a shared connection outlives its transaction (what does, undoes itself): no reset before each query.
        builder.NoResetOnClose = !builder.ShouldSerialize("No Reset On Close") || builder.NoResetOnClose;
        // Compiling a query of the wall takes seconds, running it milliseconds.
        builder.Options = builder.ShouldSerialize("Options") ? builder.Options : "-c jit=off";
        return builder.ConnectionString;
    }

    /// <summary>Connection lost or refused, server starting or stopping (class 57P), disk full (53100), no connection free (53300).</summary>
    public bool IsAway(DbException error) => error.IsTransient || error is PostgresException { SqlState: "53100" or "57P01" or "57P02" or "57P03" };

    public bool IsDuplicate(DbException error) => error is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public IBulkLoader NewBulkLoader() => new PostgresBulkLoader();

    public Task GrantAppRoleAsync(PetitionsDbContext db, string role, CancellationToken ct) => AppRoleGrants.GrantAsync(db, role, ct);

    public async Task<IReadOnlyList<string>> DurabilityFaultsAsync(PetitionsDbContext db, CancellationToken ct)
    {
        var settings = await db.Database
            .SqlQuery<string>($"SELECT name AS \"Value\" FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes') AND setting = 'off'")
            .ToListAsync(ct);
        return settings;
    }

    public async Task<DatabaseState> StateAsync(PetitionsDbContext db, CancellationToken ct)
    {
        var release = await db.Database.SqlQuery<string>($"SELECT current_setting('server_version') AS \"Value\"").ToListAsync(ct);
        var bytes = await db.Database.SqlQuery<long>($"SELECT pg_database_size(current_database()) AS \"Value\"").ToListAsync(ct);
        return new DatabaseState(release[0], bytes[0]);
    }

    public async Task<DateTime> NowAsync(PetitionsDbContext db, CancellationToken ct) =>
        (await db.Database.SqlQuery<DateTime>($"SELECT clock_timestamp() AS \"Value\"").ToListAsync(ct))[0].ToUniversalTime();

    /// <summary>The server stamps <c>recorded_at</c> with its own clock: a node's does not matter.</summary>
    public Task TrustClockAsync(PetitionsDbContext db, CancellationToken ct) => Task.CompletedTask;

    public async Task<IReadOnlyList<Guid>> ClaimNoticesAsync(PetitionsDbContext db, int count, DateTime now, DateTime until, CancellationToken ct) => await db.Database.SqlQuery<Guid>($"""
        UPDATE notices SET next_attempt_at = {until}, attempts = attempts + 1, version = version + 1
        WHERE id IN (
            SELECT id FROM notices WHERE state IN ('Queued', 'Failed') AND next_attempt_at <= {now}
            ORDER BY next_attempt_at, id LIMIT {count} FOR UPDATE SKIP LOCKED)
        RETURNING id AS "Value"
        """).ToListAsync(ct);

    public Task ReadTogetherAsync(DbConnection connection, IReadOnlyList<DbCommand> commands, Func<DbDataReader, Task> take, CancellationToken ct) =>
        PostgresReads.SendAsync(connection, commands, take, ct);

    public Task MigrateAsync(PetitionsDbContext db, CancellationToken ct) => PostgresMigrations.RunAsync(db, ct);
}
