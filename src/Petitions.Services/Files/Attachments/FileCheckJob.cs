using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Petitions.Data;
using Petitions.Services.Files.Stores;

namespace Petitions.Services.Files.Attachments;

/// <summary>Every night: records without files are reported, files without records are removed after a day (security.md A4).</summary>
public sealed partial class FileCheckJob(PetitionsDbContext db, IFileStore store, RealClock clock, ILogger<FileCheckJob> logger)
{
    private const int AtOnce = 1_000;
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    public async Task<FileCheckReport> RunAsync(CancellationToken ct)
    {
        // The store's clock is real time, whatever the portal's says.
        var before = new DateTimeOffset(clock.UtcNow - Grace, TimeSpan.Zero);
        await store.ClearUnfinishedAsync(before, ct);
        var removed = 0;
        await foreach (var page in PagesAsync(before, ct))
        {
            var known = await db.StoredFiles.AsNoTracking().Where(file => page.Contains(file.StoreName)).Select(file => file.StoreName).ToListAsync(ct);
            foreach (var orphan in page.Except(known))
            {
                await store.DeleteAsync(orphan, ct);
                removed++;
            }
        }

        var report = new FileCheckReport(await LostAsync(ct), removed);
        LogFound(report.Lost, report.Removed);
        return report;
    }

    private async Task<int> LostAsync(CancellationToken ct)
    {
        var lost = 0;
        for (Guid? after = null; ;)
        {
            var rows = await db.StoredFiles.AsNoTracking().Where(file => after == null || file.Id.CompareTo(after.Value) > 0)
                .OrderBy(file => file.Id).Take(AtOnce).Select(file => new { file.Id, file.StoreName }).ToListAsync(ct);
            foreach (var row in rows)
            {
                if (!await store.ExistsAsync(row.StoreName, ct))
                {
                    lost++;
                    LogLost(row.Id);
                }
            }

            if (rows.Count < AtOnce)
            {
                return lost;
            }

            after = rows[^1].Id;
        }
    }

    private async IAsyncEnumerable<List<string>> PagesAsync(DateTimeOffset before, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var page = new List<string>();
        await foreach (var file in store.ListAsync(ct))
        {
            if (file.At < before)
            {
                page.Add(file.Name);
            }

            if (page.Count == AtOnce)
            {
                yield return page;
                page = [];
            }
        }

        if (page.Count > 0)
        {
            yield return page;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Stored file {Id} is not in the store.")]
    private partial void LogLost(Guid id);

    [LoggerMessage(Level = LogLevel.Information, Message = "File check: {Lost} lost, {Removed} without a record removed.")]
    private partial void LogFound(int lost, int removed);
}
