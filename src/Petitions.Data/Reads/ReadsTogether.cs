using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Petitions.Data.Reads;

/// <summary>
/// Reads that do not wait for each other, sent in one trip (performance.md P8). Each is an ordinary query: EF Core writes
/// its SQL and takes its rows. Only the sending is shared: the engine runs all texts as one command, and
/// <see cref="SharedReads"/> hands each query its own part of the answer.
/// </summary>
public sealed class ReadsTogether(PetitionsDbContext db, IEngineInfo engine)
{
    /// <summary>A comment on every read but the first: it was no trip of its own. Who counts statements leaves it out.</summary>
    public const string Mark = "sent with the read before it";

    private readonly List<(Func<DbCommand> Command, Func<CancellationToken, Task> Take)> reads = [];

    /// <summary>Adds a read; its rows are there after <see cref="SendAsync"/>. A query that is split into several statements cannot take part.</summary>
    public RowsOf<T> Add<T>(IQueryable<T> query)
    {
        var asked = reads.Count == 0 ? query : query.TagWith(Mark);
        var answer = new RowsOf<T>();
        reads.Add((() => asked.CreateDbCommand(), async ct => answer.Rows = await asked.ToListAsync(ct)));
        return answer;
    }

    public async Task SendAsync(CancellationToken ct)
    {
        List<DbCommand> commands = [];
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            foreach (var read in reads)
            {
                commands.Add(read.Command());
            }

            await engine.ReadTogetherAsync(db.Database.GetDbConnection(), commands, answers => TakeAsync(answers, commands, ct), ct);
        }
        finally
        {
            commands.ForEach(command => command.Dispose());
            reads.Clear();
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task TakeAsync(DbDataReader answers, List<DbCommand> commands, CancellationToken ct)
    {
        try
        {
            for (var at = 0; at < reads.Count; at++)
            {
                db.Shared = new SharedAnswer(commands[at].CommandText, answers);
                await reads[at].Take(ct);
                await answers.NextResultAsync(ct);
            }
        }
        finally
        {
            db.Shared = null;
        }
    }
}
