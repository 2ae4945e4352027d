using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Petitions.Data;
using Petitions.Domain.Operations;

namespace Petitions.Services.Operations;

/// <summary>This node tells the others that it is there and how its clock goes (security.md A13).</summary>
public sealed partial class NodeReports(PetitionsDbContext db, DatabaseClock clock, NodeIdentity node, ILogger<NodeReports> logger)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public async Task StartedAsync(CancellationToken ct)
    {
        var reading = await clock.ReadAsync(ct);
        var old = reading.DatabaseNow - Kept;
        await db.PortalNodes.Where(n => n.SeenAt < old && n.Name != node.Name).ExecuteDeleteAsync(ct);
        if (await OwnAsync(ct) is { } row)
        {
            row.Restart(node.Release, reading.DatabaseNow);
        }
        else
        {
            row = PortalNode.Start(node.Name, node.Release, reading.DatabaseNow);
            db.PortalNodes.Add(row);
        }

        row.Report(reading.Difference, reading.DatabaseNow);
        Warn(reading);
        await db.SaveChangesAsync(ct);
    }

    public async Task ReportAsync(CancellationToken ct)
    {
        var reading = await clock.ReadAsync(ct);
        Warn(reading);
        if (await OwnAsync(ct) is not { } row)
        {
            await StartedAsync(ct);
            return;
        }

        row.Report(reading.Difference, reading.DatabaseNow);
        await db.SaveChangesAsync(ct);
    }

    public async Task StoppedAsync(CancellationToken ct)
    {
        if (await OwnAsync(ct) is { } row)
        {
            row.Stop((await clock.ReadAsync(ct)).DatabaseNow);
            await db.SaveChangesAsync(ct);
        }
    }

    private Task<PortalNode?> OwnAsync(CancellationToken ct) => db.PortalNodes.SingleOrDefaultAsync(n => n.Name == node.Name, ct);

    private void Warn(ClockReading reading)
    {
        if (reading.Difference.Duration() > PortalNode.ClockTolerance)
        {
            LogWrongClock(node.Name, (long)reading.Difference.TotalSeconds);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clock of node {Node} differs from the database's by {Seconds} s; it runs no jobs until it is set right.")]
    private partial void LogWrongClock(string node, long seconds);
}
