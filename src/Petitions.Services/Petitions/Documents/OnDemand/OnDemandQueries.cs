using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Receptions;
using Petitions.Services.Petitions.CaseFiles;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Receptions;

namespace Petitions.Services.Petitions.Documents.OnDemand;

/// <summary>The page of a matter's documents, under the wall; report material only for those who may read it.</summary>
public sealed class OnDemandQueries(PetitionsDbContext db, DocumentQueries documents, CaseFileTranscripts transcripts)
{
    /// <exception cref="NotFoundException">Missing, not in reach, walled, or closed to the person.</exception>
    public async Task<OnDemandSheet> SheetAsync(string number, Actor actor, CancellationToken ct)
    {
        var petition = await db.Petitions.VisibleTo(actor).AsNoTracking().Include(p => p.Assignments).Where(p => p.Number == number).SingleOrNotFoundAsync(ct);
        if (!CaseQueries.MayReadMaterial(petition, actor))
        {
            throw new NotFoundException();
        }

        var visits = await VisitsOf(petition.Id, actor).OrderBy(r => r.ArrivedAt).ThenBy(r => r.Id).Select(r => new { r.Id, r.Prefix, r.TicketNumber, r.Day }).ToListAsync(ct);
        var lines = await documents.OfPetitionAsync(number, actor, ct);
        return new OnDemandSheet
        {
            PetitionId = petition.Id,
            Number = number,
            Documents = lines,
            Transcripts = [.. (await transcripts.OfAsync(petition.Id, CaseQueries.MayReadText(petition, actor), actor, ct)).Select(item => item.Transcript).OfType<TranscriptSheet>()],
            Visits = [.. visits.Select(visit => new OnDemandVisit(visit.Id, new Ticket(visit.Prefix, visit.TicketNumber).ToString(), visit.Day))],
            Types = [.. OnDemandTypes.All.Where(type => ScreeningAccess.Holds(petition, actor, OnDemandTypes.AbilitiesOf(type)) && Offered(petition, type, visits.Count, lines))],
        };
    }

    /// <summary>Visits that belong to the matter and to no matter behind the person's wall.</summary>
    internal IQueryable<Reception> VisitsOf(Guid petitionId, Actor actor)
    {
        var open = db.Petitions.VisibleTo(Actor.System).NotWalledFrom(actor);
        return db.Receptions.AsNoTracking().Where(r => r.Matters.Any(m => m.PetitionId == petitionId) && !r.Matters.Any(m => !open.Any(p => p.Id == m.PetitionId)));
    }

    // What has nothing to say is not offered; the service refuses it anyway.
    private static bool Offered(Petition petition, string type, int visits, IReadOnlyList<DocumentLine> lines) => type switch
    {
        OnDemandTypes.Urge => petition.NextDueOn is not null,
        OnDemandTypes.FirstHandling => petition.FirstHandlerId is not null,
        OnDemandTypes.Visit => visits > 0,
        OnDemandTypes.Service => lines.Any(IsServed),
        _ => true,
    };

    /// <summary>What is served on the petitioner; a receipt is given, not served.</summary>
    internal static bool IsServed(DocumentLine line) => line.ToPetitioner && line.Type != OnDemandTypes.Filing;
}
