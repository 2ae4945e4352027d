using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Exports;
using Petitions.Domain.Offices;
using Petitions.Services.Offices;
using Petitions.Services.Search;

namespace Petitions.Services.Exports;

/// <summary>Exports as their maker and the second person see them.</summary>
public sealed class ExportQueries(PetitionsDbContext db, ExportSources sources, OfficeCatalog offices)
{
    private const int Shown = 50;

    /// <summary>The person's own, newest first.</summary>
    public async Task<IReadOnlyList<ExportSheetView>> MineAsync(Actor actor, CancellationToken ct) =>
        await ViewsAsync(db.ExportJobs.Where(job => job.MadeBy == actor.StaffId).OrderByDescending(job => job.AskedAt).ThenByDescending(job => job.Id), ct);

    /// <exception cref="NotFoundException">Not the person's own.</exception>
    public async Task<ExportSheetView> OwnAsync(Guid id, Actor actor, CancellationToken ct) =>
        (await ViewsAsync(db.ExportJobs.Where(job => job.Id == id && job.MadeBy == actor.StaffId), ct)) is [var own] ? own : throw new NotFoundException();

    /// <summary>What waits for this person's word: of his offices, not his own, and no search that names himself.</summary>
    public async Task<IReadOnlyList<ExportSheetView>> WaitingAsync(Actor actor, CancellationToken ct)
    {
        var within = offices.ReachOf(actor, Abilities.ApproveExports);
        var waiting = await ViewsAsync(db.ExportJobs.Where(job => job.State == ExportState.AwaitingApproval && job.MadeBy != actor.StaffId && within.Contains(job.OfficeId))
            .OrderBy(job => job.AskedAt).ThenBy(job => job.Id), ct);
        return [.. waiting.Where(view => !OwnName.StandsIn(view.Source.Text, actor))];
    }

    private async Task<List<ExportSheetView>> ViewsAsync(IQueryable<ExportJob> jobs, CancellationToken ct)
    {
        var rows = await jobs.AsNoTracking().Take(Shown).Select(job => new
        {
            Job = job,
            Maker = db.Staff.Where(staff => staff.Id == job.MadeBy).Select(staff => staff.Name).First(),
            Downloads = db.ExportDownloads.Count(download => download.ExportId == job.Id),
        }).ToListAsync(ct);
        return rows.ConvertAll(row => new ExportSheetView(row.Job, sources.Open(row.Job), row.Maker, row.Downloads));
    }
}
