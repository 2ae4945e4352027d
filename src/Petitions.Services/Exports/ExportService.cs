using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Exports;
using Petitions.Domain.Offices;
using Petitions.Domain.Search;
using Petitions.Services.Files;
using Petitions.Services.Offices;
using Petitions.Services.Search;

namespace Petitions.Services.Exports;

/// <summary>Exports as people act on them: asked for, cancelled, decided by a second person, fetched by their maker alone.</summary>
public sealed class ExportService(PetitionsDbContext db, ExportSources sources, IEnumerable<IExportKind> kinds, OfficeCatalog offices, SealedFiles files, TimeProvider clock)
{
    private const int OpenAtOnce = 3;

    /// <exception cref="RuleBrokenException">export.reason, export.nothing, export.too-many, export.no-names.</exception>
    public async Task<Guid> AskAsync(AskExport ask, Actor actor, CancellationToken ct)
    {
        Rule.Require(ask.Source.Cases is not null || ask.Source.Visits is not null || SearchQuery.Of(ask.Source.Text) is not null, "export.nothing");
        Rule.Require(!ask.WithNames || actor.Can(Abilities.RevealIdentity), "export.no-names");
        var staff = actor.StaffId!.Value;
        var open = await db.ExportJobs.CountAsync(job => job.MadeBy == staff
            && (job.State == ExportState.AwaitingApproval || job.State == ExportState.Queued || job.State == ExportState.Running), ct);
        Rule.Require(open < OpenAtOnce, "export.too-many");
        var asked = ExportJob.Ask(actor.OfficeId!.Value, staff, new ExportRequest
        {
            Format = ask.Format,
            WithNames = ask.WithNames,
            Reason = ask.Reason ?? "",
            Language = ask.Language,
            SealedSource = sources.Seal(ask.Source),
        }, clock.GetUtcNow().UtcDateTime);
        db.ExportJobs.Add(asked);
        await db.SaveChangesAsync(ct);
        return asked.Id;
    }

    /// <exception cref="NotFoundException">Not the actor's own.</exception>
    /// <exception cref="RuleBrokenException">export.ended.</exception>
    public async Task CancelAsync(Guid id, Actor actor, CancellationToken ct)
    {
        (await OwnAsync(id, actor, ct)).Cancel();
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The second person's word (security.md B10): never the maker, and never somebody the search names.</summary>
    /// <exception cref="NotFoundException">Unknown, or not in an office where the person may approve.</exception>
    /// <exception cref="RuleBrokenException">export.decided, export.second-person.</exception>
    public async Task DecideAsync(Guid id, bool approve, Actor actor, CancellationToken ct)
    {
        var within = offices.ReachOf(actor, Abilities.ApproveExports);
        var job = await db.ExportJobs.Where(each => each.Id == id && within.Contains(each.OfficeId)).SingleOrNotFoundAsync(ct);
        if (OwnName.StandsIn(sources.Open(job).Text, actor))
        {
            throw new NotFoundException();
        }

        job.Decide(approve, actor.StaffId!.Value, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The file, for its maker alone while he may still export; the fetching is recorded before the first byte.</summary>
    /// <exception cref="NotFoundException">Not the actor's own, not ready, or deleted.</exception>
    public async Task<ExportFile> FetchAsync(Guid id, string? address, Actor actor, CancellationToken ct)
    {
        var job = await OwnAsync(id, actor, ct);
        if (job.FileId is not { } file || !actor.Can(Abilities.ExportPetitions) || job.ExpiresAt <= clock.GetUtcNow().UtcDateTime)
        {
            throw new NotFoundException();
        }

        db.ExportDownloads.Add(ExportDownload.Create(job.Id, job.MadeBy, address, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(ct);
        var source = sources.Open(job);
        return new ExportFile(kinds.Single(kind => kind.Takes(source)).Name, await files.OpenAsync(file, ct), job.Format, job.FinishedAt!.Value);
    }

    private Task<ExportJob> OwnAsync(Guid id, Actor actor, CancellationToken ct) =>
        db.ExportJobs.Where(job => job.Id == id && job.MadeBy == actor.StaffId).SingleOrNotFoundAsync(ct);
}
