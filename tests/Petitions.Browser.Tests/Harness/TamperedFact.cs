using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Services.Tests.Engines;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Browser.Tests.Harness;

/// <summary>
/// One line of the log changed past the portal, as the owner of the database could, and put back when it is over: other
/// journeys check the same log.
/// </summary>
internal sealed class TamperedFact : IAsyncDisposable
{
    private readonly string connection;
    private readonly Guid id;
    private readonly DateTime before;

    private TamperedFact(string connection, Guid id, DateTime before)
    {
        this.connection = connection;
        this.id = id;
        this.before = before;
    }

    /// <summary>Moves the time of one event of a matter back by an hour.</summary>
    public static async Task<TamperedFact> ChangeAsync(string connection, string number, int seq)
    {
        await using var db = Open(connection);
        var petition = await db.Petitions.Where(p => p.Number == number).Select(p => p.Id).SingleAsync();
        var line = await db.Facts.AsNoTracking().Where(f => f.SubjectId == petition && f.Seq == seq).Select(f => new { f.Id, f.At }).SingleAsync();
        var tampered = new TamperedFact(connection, line.Id, line.At);
        await tampered.WriteAsync(line.At.AddHours(-1));
        return tampered;
    }

    public async ValueTask DisposeAsync() => await WriteAsync(before);

    private async Task WriteAsync(DateTime at)
    {
        await using var db = Open(connection);
        await using var work = await db.Database.BeginTransactionAsync();
        if (TestDatabaseServer.Engine == TestEngine.Postgres)
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE facts DISABLE TRIGGER ALL");
            await SetAsync(db, at);
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE facts ENABLE TRIGGER ALL");
        }
        else
        {
            var guards = await db.Database.SqlQueryRaw<string>("SELECT sql AS \"Value\" FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'facts'").ToListAsync();
            var names = await db.Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'facts'").ToListAsync();
            foreach (var name in names)
            {
                await db.Database.ExecuteSqlAsync(Plain($"DROP TRIGGER \"{name}\""));
            }

            await SetAsync(db, at);
            foreach (var guard in guards)
            {
                await db.Database.ExecuteSqlAsync(Plain(guard));
            }
        }

        await work.CommitAsync();
    }

    /// <summary>A statement without parameters: names cannot be any.</summary>
    private static FormattableString Plain(string sql) =>
        FormattableStringFactory.Create(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

    private Task<int> SetAsync(PetitionsDbContext db, DateTime at) =>
        db.Facts.Where(f => f.Id == id).ExecuteUpdateAsync(set => set.SetProperty(f => f.At, at));

    private static PetitionsDbContext Open(string connection)
    {
        var options = new DbContextOptionsBuilder<PetitionsDbContext>();
        TestServices.Configure(options, connection);
        return new PetitionsDbContext(options.Options);
    }
}
