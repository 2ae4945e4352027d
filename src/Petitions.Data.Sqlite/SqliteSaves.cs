using System.Runtime.ExceptionServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;
using Petitions.Data.Bulk;

namespace Petitions.Data.Sqlite;

/// <summary>
/// Saves take turns (<see cref="SqliteQueue"/>); those that only add rows share commits. Each save is all or nothing for
/// itself: one that is refused is taken back alone. Within a transaction of the caller a save is written at once.
/// </summary>
internal sealed class SqliteSaves(
    DatabaseDependencies dependencies, RelationalDatabaseDependencies relational, IDiagnosticsLogger<DbLoggerCategory.Database.Command> log) : RelationalDatabase(dependencies, relational)
{
    /// <summary>A key, a unique index or a check refused a row (sqlite.org/rescode.html).</summary>
    private const int Constraint = 19;

    private const string Mark = "one_save";

    private IRelationalConnection Connection => RelationalDependencies.Connection;

    public override async Task<int> SaveChangesAsync(IList<IUpdateEntry> entries, CancellationToken cancellationToken = default)
    {
        if (Connection.CurrentTransaction is not null)
        {
            return await base.SaveChangesAsync(entries, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var save = new SqliteSave(AddedRows.Of(entries));
        var queue = SqliteQueue.Of(Connection.ConnectionString!);
        try
        {
            var group = await queue.EnterAsync(save);
            if (group.Count > 0)
            {
                try
                {
                    if (save.Rows is null)
                    {
                        return await base.SaveChangesAsync(entries, cancellationToken);
                    }

                    await WriteAsync(group);
                }
                finally
                {
                    queue.Leave();
                }
            }
        }
        catch (SqliteException refused) when (refused.SqliteErrorCode == Constraint)
        {
            throw new DbUpdateException("The rows could not be added; see the inner exception.", refused, [.. entries]);
        }

        TakeBack(save);
        AddedRows.LogWritten(log.Logger, save.Rows!.Count);
        return save.Rows!.Count;
    }

    /// <summary>Writes the saves of a group; its first is the caller's own, whose failure is thrown, the others are told of theirs.</summary>
    private async Task WriteAsync(IReadOnlyList<SqliteSave> group)
    {
        IReadOnlyList<Exception?> failures;
        try
        {
            failures = await CommitAsync(group);
        }
        catch (SqliteException error) when (group.Count > 1 && !IsLocked(error))
        {
            // The file, not a row: nothing of the group is there. Each for itself finds out what is wrong with it; a lock
            // is everybody's, and nobody shall wait for it in turn.
            var alone = new List<Exception?>();
            foreach (var save in group)
            {
                alone.Add(await AloneAsync(save));
            }

            failures = alone;
        }
        catch (Exception error)
        {
            failures = [.. group.Select(_ => error)];
        }

        foreach (var (save, failure) in group.Zip(failures).Skip(1))
        {
            Tell(save, failure);
        }

        if (failures[0] is { } own)
        {
            ExceptionDispatchInfo.Throw(own);
        }
    }

    /// <summary>Busy, locked (sqlite.org/rescode.html).</summary>
    private static bool IsLocked(SqliteException error) => error.SqliteErrorCode is 5 or 6;

    private static void Tell(SqliteSave save, Exception? failure)
    {
        if (failure is null)
        {
            save.Written();
        }
        else
        {
            save.Failed(failure);
        }
    }

    private async Task<Exception?> AloneAsync(SqliteSave save)
    {
        try
        {
            return (await CommitAsync([save]))[0];
        }
        catch (Exception error)
        {
            return error;
        }
    }

    /// <summary>One transaction for the group. Returns, save by save, what refused its rows; throws when the file could not be written.</summary>
    private async Task<IReadOnlyList<Exception?>> CommitAsync(IReadOnlyList<SqliteSave> group)
    {
        await Connection.OpenAsync(CancellationToken.None);
        try
        {
            using var transaction = ((SqliteConnection)Connection.DbConnection).BeginTransaction();
            using var inserts = new SqliteInserts(transaction);
            List<Exception?> failures = [.. group.Select(save => Add(save, transaction, inserts))];
            transaction.Commit();
            return failures;
        }
        finally
        {
            await Connection.CloseAsync();
        }
    }

    private static SqliteException? Add(SqliteSave save, SqliteTransaction transaction, SqliteInserts inserts)
    {
        SqliteException? refused = null;
        save.SetByDatabase.Clear();
        transaction.Save(Mark);
        try
        {
            foreach (var row in save.Rows!)
            {
                save.SetByDatabase.Add(inserts.Insert(row.Table, row.Entity));
            }
        }
        catch (SqliteException error) when (error.SqliteErrorCode == Constraint)
        {
            transaction.Rollback(Mark);
            refused = error;
        }

        transaction.Release(Mark);
        return refused;
    }

    private static void TakeBack(SqliteSave save)
    {
        foreach (var (row, values) in save.Rows!.Zip(save.SetByDatabase))
        {
            foreach (var (column, value) in row.Table.SetByDatabase.Zip(values))
            {
                row.Entry.SetStoreGeneratedValue(column.Property, value);
            }
        }
    }
}
