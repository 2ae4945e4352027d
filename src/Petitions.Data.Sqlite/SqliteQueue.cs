using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Petitions.Data.Sqlite;

/// <summary>
/// The writers of one database file in this process, in a row. SQLite has one writer: who waits here waits without
/// asking again and again, and rows that are waiting are committed together by whoever's turn it is (one write to the
/// disk for all of them, each acknowledged only after it).
/// </summary>
internal sealed class SqliteQueue
{
    private const int Together = 64;
    private const int Busy = 5;

    /// <summary>With the wait for the file itself (<see cref="SqlitePragmas.BusySeconds"/>) a person hears within 8 s (security.md A6).</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly ConcurrentDictionary<string, SqliteQueue> Files = new();

    private readonly Lock door = new();
    private readonly Queue<SqliteSave> waiting = new();
    private bool busy;

    public static SqliteQueue Of(string connectionString) => Files.GetOrAdd(connectionString, _ => new SqliteQueue());

    /// <summary>Waits for the save's turn. Whoever gets saves to write calls <see cref="Leave"/> afterwards, whatever happened.</summary>
    /// <exception cref="SqliteException">Busy (5), when the turn does not come in time; nothing was written then.</exception>
    public async Task<IReadOnlyList<SqliteSave>> EnterAsync(SqliteSave save)
    {
        lock (door)
        {
            if (busy)
            {
                waiting.Enqueue(save);
            }
            else
            {
                busy = save.Taken = true;
                save.Begin([save]);
            }
        }

        try
        {
            return await save.Turn.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            return Withdraw(save) ? throw new SqliteException("The database is locked: those who write before take too long.", Busy) : await save.Turn;
        }
    }

    /// <summary>Lets the next in, with those behind it that may share its commit.</summary>
    public void Leave()
    {
        lock (door)
        {
            if (First() is not { } next)
            {
                busy = false;
                return;
            }

            List<SqliteSave> group = [Take()];
            while (next.Rows is not null && group.Count < Together && First() is { Rows: not null })
            {
                group.Add(Take());
            }

            next.Begin(group);
        }
    }

    /// <summary>The first that still waits; those who gave up are passed over.</summary>
    private SqliteSave? First()
    {
        while (waiting.TryPeek(out var first))
        {
            if (!first.Taken)
            {
                return first;
            }

            waiting.Dequeue();
        }

        return null;
    }

    private SqliteSave Take()
    {
        var first = waiting.Dequeue();
        first.Taken = true;
        return first;
    }

    private bool Withdraw(SqliteSave save)
    {
        lock (door)
        {
            var waits = !save.Taken;
            save.Taken = true;
            return waits;
        }
    }
}
