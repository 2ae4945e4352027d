using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain.Clocks;
using Petitions.Domain.Exports;
using Petitions.Domain.Files;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Clocks;
using Petitions.Services.Files;
using Petitions.Services.Offices;

namespace Petitions.Services.Exports;

/// <summary>
/// Makes waiting exports, one after the other. A node takes one by writing its row; whoever loses that race goes on. A
/// node that dies leaves a lease that runs out, and another begins anew: nothing half made was shown. The file, its fact
/// and the end of the work are one save.
/// </summary>
public sealed partial class ExportRunner(
    PetitionsDbContext db, IEnumerable<IExportKind> kinds, ExportSources sources, IEnumerable<IExportWriter> writers, SealedFiles files,
    ActorSource actors, ClockCatalog quotas, FactLog log, RealClock real, TimeProvider clock, ILogger<ExportRunner> logger)
{
    /// <summary>With a second person's word; what is more than that is no list to look at any more.</summary>
    public const int MostRows = 50_000;
    private const int Tries = 8;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Works until none waits; returns how many files were made.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var made = 0;
        while (await TakeAsync(ct) is { } job)
        {
            try
            {
                made += await MakeAsync(job, ct) ? 1 : 0;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Cancelled meanwhile, or another node took it after this one was too slow.
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogFailed(error, job.Id);
            }
            finally
            {
                db.ChangeTracker.Clear();
            }
        }

        return made;
    }

    /// <summary>Deletes files whose days are over.</summary>
    public async Task PurgeAsync(CancellationToken ct)
    {
        var now = Now;
        foreach (var job in await db.ExportJobs.Where(each => each.State == ExportState.Done && each.ExpiresAt <= now).OrderBy(each => each.ExpiresAt).Take(100).ToListAsync(ct))
        {
            var file = await db.StoredFiles.SingleAsync(each => each.Id == job.FileId, ct);
            job.Expire();
            db.StoredFiles.Remove(file);
            await db.SaveChangesAsync(ct);
            await files.ForgetAsync(file.StoreName, ct);
        }
    }

    private async Task<ExportJob?> TakeAsync(CancellationToken ct)
    {
        while (true)
        {
            var (realNow, now) = (real.UtcNow, Now);
            var next = await db.ExportJobs.Where(job => job.State == ExportState.Queued || (job.State == ExportState.Running && job.LeaseUntil < realNow))
                .OrderBy(job => job.AskedAt).ThenBy(job => job.Id).FirstOrDefaultAsync(ct);
            if (next is null)
            {
                return null;
            }

            var taken = next.Take(realNow, now);
            try
            {
                await db.SaveChangesAsync(ct);
                if (taken)
                {
                    return next;
                }
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another node has it.
            }

            db.ChangeTracker.Clear();
        }
    }

    private async Task<bool> MakeAsync(ExportJob job, CancellationToken ct)
    {
        if (await actors.OfAsync(job.MadeBy, ct) is not { } maker || !maker.Can(Abilities.ExportPetitions) || (job.WithNames && !maker.Can(Abilities.RevealIdentity)))
        {
            return await FailAsync(job, "export.not-allowed", ct);
        }

        var limit = job.Approved ? MostRows : quotas.Quota("EXPORT_ROWS", ChinaTime.DateOf(Now)).AsInteger();
        var source = sources.Open(job);
        var kind = kinds.Single(each => each.Takes(source));
        var (lines, opened) = (new List<IReadOnlyList<string>>(), new HashSet<Guid>());
        await foreach (var page in kind.ReadAsync(job, source, maker, ct))
        {
            lines.AddRange(page.Rows);
            opened.UnionWith(page.Opened);
            if (lines.Count > limit)
            {
                return job.Approved ? await FailAsync(job, "export.too-long", ct) : await AskSecondAsync(job, limit, ct);
            }

            // Also where a cancelled export is noticed.
            job.Progress(lines.Count, real.UtcNow);
            await db.SaveChangesAsync(ct);
        }

        return await FinishAsync(job, kind, lines, [.. opened], ct);
    }

    private async Task<bool> FinishAsync(ExportJob job, IExportKind kind, List<IReadOnlyList<string>> lines, List<Guid> opened, CancellationToken ct)
    {
        var now = Now;
        var maker = await db.Staff.Where(staff => staff.Id == job.MadeBy).Select(staff => staff.Name).SingleAsync(ct);
        using var plain = new MemoryStream();
        writers.Single(writer => writer.Format == job.Format).Write(plain, new ExportSheet(
            kind.Title(job.Language), kind.Headings(job.Language), lines, ExportTable.Watermark(job, maker, lines.Count, now), maker, now));
        plain.Position = 0;
        var file = await files.SaveAsync(plain, ct);
        try
        {
            await SaveAsync(job, file, lines.Count, opened, now, ct);
            return true;
        }
        catch
        {
            await files.ForgetAsync(file.StoreName, CancellationToken.None);
            throw;
        }
    }

    /// <summary>End, file, fact and readings in one save. The office's chain is written by many: where another fact came first, this one is appended after it.</summary>
    private async Task SaveAsync(ExportJob job, StoredFile file, int count, List<Guid> opened, DateTime now, CancellationToken ct)
    {
        var version = job.Version;
        for (var left = Tries - 1; ; left--)
        {
            db.ReadRecords.AddRange(opened.ConvertAll(matter => ReadRecord.Create(matter, job.MadeBy, "Export", null, job.Reason, now)));
            log.Record(Actor.System, job.Finish(file.Id, file.Sha256, count, sources.Describe(job), now));
            try
            {
                await db.SaveChangesAsync(ct);
                return;
            }
            catch (DbUpdateException lost) when (left > 0 && !(lost is DbUpdateConcurrencyException and not DuplicateRowException && lost.Entries.Any(entry => entry.Entity is ExportJob)))
            {
                db.ChangeTracker.Clear();
                job = await db.ExportJobs.Where(each => each.Id == job.Id && each.Version == version).SingleOrDefaultAsync(ct) ?? throw new DbUpdateConcurrencyException();
                db.StoredFiles.Add(file);
            }
        }
    }

    private async Task<bool> AskSecondAsync(ExportJob job, int limit, CancellationToken ct)
    {
        job.AskSecond(limit);
        await db.SaveChangesAsync(ct);
        return false;
    }

    private async Task<bool> FailAsync(ExportJob job, string problem, CancellationToken ct)
    {
        job.Fail(problem, Now);
        await db.SaveChangesAsync(ct);
        return false;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Export {Export} failed; it is tried again when its lease ends.")]
    private partial void LogFailed(Exception error, Guid export);
}
