using System.Data.Common;
using Petitions.Data.Bulk;
using Petitions.Data.Live;
using Petitions.Data.Search;

namespace Petitions.Data;

/// <summary>What the rest of the program may ask about the engine in use, without naming it in code.</summary>
public interface IEngineInfo
{
    /// <summary>Name for logs and the administrator: <c>sqlite</c> or <c>postgres</c>.</summary>
    string Name { get; }

    /// <summary>True where the portal migrates itself at start (the embedded trial).</summary>
    bool MigratesItself { get; }

    /// <summary>The engine's full-text index.</summary>
    ISearchIndex Search { get; }

    /// <summary>How nodes hear of each other's changes.</summary>
    ILiveChannel Live { get; }

    /// <summary>Settings that would let an acknowledged petition be lost (security.md A1-A3); empty when durable.</summary>
    Task<IReadOnlyList<string>> DurabilityFaultsAsync(PetitionsDbContext db, CancellationToken ct);

    /// <summary>What the administrator is told of the database: release of the engine, room it takes.</summary>
    Task<DatabaseState> StateAsync(PetitionsDbContext db, CancellationToken ct);

    /// <summary>Gives the portal's own database role what it may do: add to history, never change it (security.md D1).</summary>
    /// <exception cref="InvalidOperationException">Where the engine has no roles.</exception>
    Task GrantAppRoleAsync(PetitionsDbContext db, string role, CancellationToken ct);

    /// <summary>Whether an error means that the database cannot be reached or cannot work now, so that the same request may succeed later.</summary>
    bool IsAway(DbException error);

    /// <summary>Whether an error means that a unique index or a primary key refused a row.</summary>
    bool IsDuplicate(DbException error);

    /// <summary>A writer of finished rows for a first load.</summary>
    IBulkLoader NewBulkLoader();

    /// <summary>The database's own clock (security.md A13); of the embedded engine the clock that stamps its file.</summary>
    Task<DateTime> NowAsync(PetitionsDbContext db, CancellationToken ct);

    /// <summary>Makes sure that history about to be written gets its time from a clock that can be trusted (security.md A13, D1).</summary>
    /// <exception cref="DbException">When it cannot.</exception>
    Task TrustClockAsync(PetitionsDbContext db, CancellationToken ct);

    /// <summary>
    /// Takes up to <paramref name="count"/> notices that are due, each until <paramref name="until"/>: nobody else gets
    /// them before, and nobody waits for another's (security.md A10).
    /// </summary>
    Task<IReadOnlyList<Guid>> ClaimNoticesAsync(PetitionsDbContext db, int count, DateTime now, DateTime until, CancellationToken ct);

    /// <summary>Sends reads as one command: one trip, a result set for each in their order, which <paramref name="take"/> reads.</summary>
    Task ReadTogetherAsync(DbConnection connection, IReadOnlyList<DbCommand> commands, Func<DbDataReader, Task> take, CancellationToken ct);

    /// <summary>Migrates while nobody else does; gives up instead of waiting long for a table in use (security.md A12).</summary>
    Task MigrateAsync(PetitionsDbContext db, CancellationToken ct);
}
