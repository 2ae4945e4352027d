using System.Collections.Concurrent;

namespace Petitions.Data.Sqlite;

/// <summary>
/// The writers of one database file in this process, in a row. SQLite has one writer: who waits here waits without
/// asking again and again, and rows that are waiting are committed together by whoever's turn it is (one write to the
/// disk for all of them, each acknowledged only after it).
/// </summary>
internal sealed class SqliteQueue
{
    private const int Together = 64;
    private static readonly ConcurrentDictionary<string, SqliteQueue> Files = new();

    private readonly Lock door = new();
    private readonly Queue<SqliteSave> waiting = new();
    private bool busy;

    public static SqliteQueue Of(string connectionString) => Files.GetOrAdd(connectionString, _ => new SqliteQueue());

    /// <summary>Waits for the save's turn. Whoever gets saves to write calls <see cref="Leave"/> afterwards, whatever happened.</summary>
    public Task<IReadOnlyList<SqliteSave>> EnterAsync(SqliteSave save)
    {
        lock (door)
        {
            if (busy)
            {
                waiting.Enqueue(save);
            }
            else
            {
                busy = true;
                save.Begin([save]);
            }
        }

        return save.Turn;
    }

    /// <summary>Lets the next in, with those behind it that may share its commit.</summary>
    public void Leave()
    {
        lock (door)
        {
            if (!waiting.TryDequeue(out var next))
            {
                busy = false;
                return;
            }

            var group = new List<SqliteSave> { next };
            while (next.Rows is not null && group.Count < Together && waiting.TryPeek(out var another) && another.Rows is not null)
            {
                group.Add(waiting.Dequeue());
            }

            next.Begin(group);
        }
    }
}
