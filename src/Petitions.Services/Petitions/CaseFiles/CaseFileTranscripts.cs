using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Receptions;

namespace Petitions.Services.Petitions.CaseFiles;

/// <summary>
/// The records of conversations (接访笔录) that belong to a matter: the versions that were signed, and a newer draft. A
/// visit that also concerns a matter behind the person's wall is not there at all; one that concerns a matter he may
/// not know of is named without its text.
/// </summary>
public sealed class CaseFileTranscripts(PetitionsDbContext db, TranscriptQueries sheets)
{
    public async Task<IReadOnlyList<CaseFileItem>> OfAsync(Guid petitionId, bool mayRead, Actor actor, CancellationToken ct)
    {
        var open = db.Petitions.VisibleTo(Actor.System).NotWalledFrom(actor);
        var known = db.Petitions.VisibleTo(actor).Where(p => p.Confidentiality == "Normal");
        var found = db.Receptions.AsNoTracking().Where(r => r.Matters.Any(m => m.PetitionId == petitionId) && !r.Matters.Any(m => !open.Any(p => p.Id == m.PetitionId)));
        var visits = await found.Include(r => r.Visitors).ToListAsync(ct);
        var whole = (await found.Where(r => !r.Matters.Any(m => m.PetitionId != petitionId && !known.Any(p => p.Id == m.PetitionId))).Select(r => r.Id).ToListAsync(ct)).ToHashSet();
        var ids = visits.Select(visit => visit.Id).ToList();
        var versions = await db.Transcripts.AsNoTracking().Where(t => ids.Contains(t.ReceptionId)).OrderBy(t => t.WrittenAt).ThenBy(t => t.Number).ToListAsync(ct);
        var shown = versions.GroupBy(version => version.ReceptionId)
            .SelectMany(visit => visit.Where(version => version.IsSigned || version.Number == visit.Max(each => each.Number))).ToList();
        var readable = mayRead ? shown.Where(version => whole.Contains(version.ReceptionId)).ToList() : [];
        var read = (await sheets.SheetsAsync(readable, [.. visits.Where(visit => readable.Any(version => version.ReceptionId == visit.Id))], masked: true, ct))
            .ToDictionary(sheet => (sheet.ReceptionId, sheet.Number));
        return [.. shown.Select(version => new CaseFileItem
        {
            Group = CaseFileGroup.Matter,
            Kind = CaseFileKind.Transcript,
            At = visits.Single(visit => visit.Id == version.ReceptionId).StartedAt ?? version.WrittenAt,
            Transcript = read.GetValueOrDefault((version.ReceptionId, version.Number)),
            Withheld = !read.ContainsKey((version.ReceptionId, version.Number)),
        })];
    }

    /// <summary>One version for whoever may open the documents of the matter.</summary>
    /// <exception cref="NotFoundException">No such matter, version, or not for this person to read.</exception>
    public async Task<(Guid PetitionId, TranscriptSheet Sheet)> OneAsync(string number, Guid receptionId, int version, Actor actor, CancellationToken ct)
    {
        var petition = await db.Petitions.VisibleTo(actor).AsNoTracking().Include(p => p.Assignments).Where(p => p.Number == number).SingleOrNotFoundAsync(ct);
        var items = await OfAsync(petition.Id, CaseQueries.MayReadText(petition, actor), actor, ct);
        return (petition.Id, items.Select(item => item.Transcript).FirstOrDefault(sheet => sheet?.ReceptionId == receptionId && sheet.Number == version) ?? throw new NotFoundException());
    }
}
