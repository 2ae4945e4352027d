using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Clocks;
using Petitions.Domain.Operations;
using Petitions.Services.Jobs;

namespace Petitions.Services.Operations;

/// <summary>
/// Which node does a job in which period: one does, whatever the schedules of the others say. Periods are told by the
/// database's clock, so a node with a wrong clock does nothing twice.
/// </summary>
public sealed class JobLedger(PetitionsDbContext db, IEngineInfo engine, DatabaseClock clock, NodeIdentity node)
{
    /// <summary>Daily jobs are tried at this minute of every hour until they went well.</summary>
    internal const int DailyMinute = 5;

    public async Task<JobTurn> TakeAsync(PortalJob job, CancellationToken ct)
    {
        var reading = await clock.ReadAsync(ct);
        if (reading.Difference.Duration() > PortalNode.ClockTolerance)
        {
            return JobTurn.WrongClock;
        }

        var (period, now) = (PeriodOf(job.Rhythm, reading.DatabaseNow), reading.DatabaseNow);
        var slot = await db.JobSlots.SingleOrDefaultAsync(s => s.Job == job.Name, ct);
        if (slot is null)
        {
            db.JobSlots.Add(JobSlot.Begin(job.Name, period, node.Name, now));
        }
        else if (!slot.Take(period, node.Name, now, LongestOf(job.Rhythm)))
        {
            return JobTurn.Taken;
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return JobTurn.Ours;
        }
        catch (DbUpdateException lost) when (!DatabaseAway.Is(lost, engine))
        {
            // Another node was quicker.
            db.ChangeTracker.Clear();
            return JobTurn.Taken;
        }
    }

    /// <param name="job">The job that ran.</param>
    /// <param name="error">Kind of the error; null when it went well.</param>
    /// <param name="ct">Cancels.</param>
    public async Task FinishAsync(PortalJob job, string? error, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var slot = await db.JobSlots.SingleAsync(s => s.Job == job.Name, ct);
        if (slot.Node == node.Name && slot.FinishedAt is null)
        {
            slot.Finish(error, await engine.NowAsync(db, ct));
            await db.SaveChangesAsync(ct);
        }
    }

    internal static string PeriodOf(JobRhythm rhythm, DateTime now) => rhythm switch
    {
        JobRhythm.Daily => FormattableString.Invariant($"{ChinaTime.DateOf(now):yyyy-MM-dd}"),
        JobRhythm.Hourly => FormattableString.Invariant($"{now:yyyy-MM-ddTHH}"),
        _ => FormattableString.Invariant($"{new DateTime(now.Ticks - (now.Ticks % (10 * TimeSpan.TicksPerSecond)), DateTimeKind.Utc):yyyy-MM-ddTHH:mm:ss}"),
    };

    /// <summary>The earliest moment at which the schedule may run a job again; null for a steady one.</summary>
    public static DateTime? NextOf(JobRhythm rhythm, JobSlot slot, DateTime now)
    {
        var done = slot.FinishedAt is not null && slot.Error is null && slot.Period == PeriodOf(rhythm, now);
        var hour = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerHour), DateTimeKind.Utc);
        return rhythm switch
        {
            JobRhythm.Daily when done => ChinaTime.StartOfDayUtc(ChinaTime.DateOf(now).AddDays(1)).AddMinutes(DailyMinute),
            JobRhythm.Daily => now < hour.AddMinutes(DailyMinute) ? hour.AddMinutes(DailyMinute) : hour.AddHours(1).AddMinutes(DailyMinute),
            JobRhythm.Hourly => done ? hour.AddHours(1) : now,
            _ => null,
        };
    }

    private static TimeSpan LongestOf(JobRhythm rhythm) => rhythm switch
    {
        JobRhythm.Daily => TimeSpan.FromHours(1),
        JobRhythm.Hourly => TimeSpan.FromMinutes(15),
        _ => TimeSpan.FromMinutes(1),
    };
}
