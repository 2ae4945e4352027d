using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Petitions.Data.Live;

namespace Petitions.Data.Postgres;

/// <summary>
/// Nodes hear each other by LISTEN and NOTIFY of the database they share: no broker to run, and within a transaction a
/// word is heard exactly when it is committed (decision 0015).
/// </summary>
internal sealed class PostgresLive : ILiveChannel
{
    private const string Channel = "petitions_live";

    // A connection that died without a word is found out by asking.
    private static readonly TimeSpan Ask = TimeSpan.FromSeconds(20);

    public Task SayAsync(PetitionsDbContext db, IReadOnlyCollection<Guid> topics, CancellationToken ct)
    {
        var words = topics.Select(topic => topic.ToString("N")).ToArray();
        return db.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, word) FROM unnest({words}) AS word", ct);
    }

    public async Task ListenAsync(PetitionsDbContext db, Action listening, Action<Guid> heard, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        void Hear(object sender, NpgsqlNotificationEventArgs word)
        {
            if (Guid.TryParse(word.Payload, out var topic))
            {
                heard(topic);
            }
        }

        connection.Notification += Hear;
        try
        {
            await db.Database.ExecuteSqlRawAsync($"LISTEN {Channel}", ct);
            listening();
            while (true)
            {
                if (!await connection.WaitAsync(Ask, ct))
                {
                    await db.Database.ExecuteSqlRawAsync("SELECT 1", ct);
                }
            }
        }
        finally
        {
            connection.Notification -= Hear;
            await UnlistenAsync(db);
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Before the pool gives the connection to somebody else.</summary>
    private static async Task UnlistenAsync(PetitionsDbContext db)
    {
        try
        {
            await db.Database.ExecuteSqlRawAsync("UNLISTEN *", CancellationToken.None);
        }
        catch (Exception lost) when (lost is DbException or InvalidOperationException)
        {
            // A lost connection listens to nothing, and the pool does not keep it.
        }
    }
}
