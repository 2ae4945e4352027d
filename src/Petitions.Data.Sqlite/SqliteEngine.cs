using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Petitions.Data.Bulk;
using Petitions.Data.Live;
using Petitions.Data.Search;
using Petitions.Domain.Notices;

namespace Petitions.Data.Sqlite;

/// <summary>The embedded engine: WAL with <c>synchronous=FULL</c> (security.md A3).</summary>
public sealed class SqliteEngine : IEngineInfo
{
    private const int SqliteFull = 13;

    public string Name => "sqlite";

    public bool MigratesItself => true;

    public ISearchIndex Search { get; } = new SqliteSearchIndex();

    public ILiveChannel Live { get; } = new SqliteLive();

    public static void Configure(DbContextOptionsBuilder options, string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = SqlitePragmas.BusySeconds, RecursiveTriggers = true };
        options.UseSqlite(builder.ConnectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteEngine).Assembly).UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery))
            .ReplaceService<IModelCustomizer, SqliteModelCustomizer>()
            .ReplaceService<IDatabase, SqliteSaves>()
            .AddInterceptors(new SqlitePragmas());
    }

    /// <summary>Busy, locked, read-only, input or output error, disk full, cannot open (sqlite.org/rescode.html: 5, 6, 8, 10, 13, 14).</summary>
    public bool IsAway(DbException error) => error is SqliteException { SqliteErrorCode: 5 or 6 or 8 or 10 or 13 or 14 };

    /// <summary>Primary key, unique index (sqlite.org/rescode.html: 1555, 2067).</summary>
    public bool IsDuplicate(DbException error) => error is SqliteException { SqliteExtendedErrorCode: 1555 or 2067 };

    public IBulkLoader NewBulkLoader() => new SqliteBulkLoader();

    public Task GrantAppRoleAsync(PetitionsDbContext db, string role, CancellationToken ct) =>
        throw new InvalidOperationException("Database:AppRole is for PostgreSQL: SQLite has no roles.");

    public async Task<IReadOnlyList<string>> DurabilityFaultsAsync(PetitionsDbContext db, CancellationToken ct)
    {
        var faults = new List<string>();
        var journal = await db.Database.SqlQuery<string>($"SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(ct);
        var synchronous = await db.Database.SqlQuery<int>($"SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(ct);
        if (journal != "wal")
        {
            faults.Add("journal_mode");
        }

        if (synchronous < 2)
        {
            faults.Add("synchronous");
        }

        return faults;
    }

    public async Task<DatabaseState> StateAsync(PetitionsDbContext db, CancellationToken ct)
    {
        var release = await db.Database.SqlQuery<string>($"SELECT sqlite_version() AS Value").ToListAsync(ct);
        var bytes = await db.Database.SqlQuery<long>($"SELECT page_count * page_size AS Value FROM pragma_page_count, pragma_page_size").ToListAsync(ct);
        return new DatabaseState(release[0], bytes[0]);
    }

    /// <summary>What the file system stamps a new file beside the database with: another clock than the process' own where that one is set wrong.</summary>
    public Task<DateTime> NowAsync(PetitionsDbContext db, CancellationToken ct) => FileClockAsync(db, ct);

    /// <inheritdoc/>
    public Task TrustClockAsync(PetitionsDbContext db, CancellationToken ct) => SqliteClockGuard.CheckAsync(db, ct);

    internal static async Task<DateTime> FileClockAsync(PetitionsDbContext db, CancellationToken ct)
    {
        var probe = $"{new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource}.{Guid.NewGuid():N}.clock";
#pragma warning disable SCS0018 // Beside the database file, whose place is the operator's setting; the rest of the name is made here.
        try
        {
            await File.WriteAllBytesAsync(probe, [1], ct);
            return File.GetLastWriteTimeUtc(probe);
        }
        catch (IOException full) when (DiskFull.Is(full))
        {
            // The database is as full as its clock.
            throw new SqliteException(full.Message, SqliteFull);
        }
        finally
        {
            File.Delete(probe);
        }
#pragma warning restore SCS0018
    }

    /// <summary>One writer at a time: an update of rows chosen before is enough.</summary>
    public async Task<IReadOnlyList<Guid>> ClaimNoticesAsync(PetitionsDbContext db, int count, DateTime now, DateTime until, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var due = await db.Notices.Where(n => (n.State == NoticeState.Queued || n.State == NoticeState.Failed) && n.NextAttemptAt != null && n.NextAttemptAt <= now)
            .OrderBy(n => n.NextAttemptAt).ThenBy(n => n.Id).Select(n => n.Id).Take(count).ToListAsync(ct);
        if (due.Count > 0)
        {
            await db.Notices.Where(n => due.Contains(n.Id)).ExecuteUpdateAsync(
                set => set.SetProperty(n => n.NextAttemptAt, until).SetProperty(n => n.Attempts, n => n.Attempts + 1).SetProperty(n => n.Version, n => n.Version + 1), ct);
        }

        await transaction.CommitAsync(ct);
        return due;
    }

    public Task ReadTogetherAsync(DbConnection connection, IReadOnlyList<DbCommand> commands, Func<DbDataReader, Task> take, CancellationToken ct) =>
        SqliteReads.SendAsync(connection, commands, take, ct);

    public Task MigrateAsync(PetitionsDbContext db, CancellationToken ct) => db.Database.MigrateAsync(ct);
}
