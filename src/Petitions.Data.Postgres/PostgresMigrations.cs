using Microsoft.EntityFrameworkCore;

namespace Petitions.Data.Postgres;

/// <summary>
/// Migrations under one advisory lock: two operators at once migrate once. A table somebody keeps busy makes the
/// migration give up instead of stopping the portal behind it (security.md A12).
/// </summary>
internal static class PostgresMigrations
{
    /// <summary>Any number nobody else uses for an advisory lock in this database.</summary>
    internal const long LockKey = 0x5065_7469_7469;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    public static async Task RunAsync(PetitionsDbContext db, CancellationToken ct)
    {
        // A statement may fill a new column of millions of rows; the portal's five seconds are for pages.
        var usual = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(Longest);
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await db.Database.ExecuteSqlAsync($"SELECT set_config('lock_timeout', '10s', false)", ct);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({LockKey})", ct);
            await db.Database.MigrateAsync(ct);
        }
        finally
        {
            await ReleaseAsync(db);
            db.Database.SetCommandTimeout(usual);
        }
    }

    private static async Task ReleaseAsync(PetitionsDbContext db)
    {
        try
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock_all()", CancellationToken.None);
            await db.Database.ExecuteSqlAsync($"SELECT set_config('lock_timeout', '0', false)", CancellationToken.None);
        }
        catch (Exception lost) when (lost is System.Data.Common.DbException or InvalidOperationException)
        {
            // A lost connection has released its locks.
        }

        await db.Database.CloseConnectionAsync();
    }
}
