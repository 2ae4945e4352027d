using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.Commitments;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Clocks;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Petitions.Screening;

namespace Petitions.Services.Commitments;

/// <summary>Reads the commitments of one matter: both columns for both sides, by one projection (journey J16 step 4).</summary>
public sealed class CommitmentQueries(PetitionsDbContext db, ScreeningAccess access, StandingOffer standing, ClockCatalog clocks, TimeProvider clock)
{
    private DateOnly Today => ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);

    /// <summary>Whether a matter still goes on here.</summary>
    public static bool IsOpen(PetitionState state) => state is PetitionState.Registered or PetitionState.Screening or PetitionState.AwaitingMaterials
        or PetitionState.Accepted or PetitionState.InHandling or PetitionState.OpinionDrafted or PetitionState.Approved;

    /// <exception cref="NotFoundException">Missing, not in reach, or walled.</exception>
    public async Task<CommitmentSheet> SheetAsync(string number, Actor actor, CancellationToken ct)
    {
        var petition = await access.ReadAsync(number, actor, ct);
        var found = await ViewsAsync(petition.Id, ct);
        var acts = ScreeningAccess.Holds(petition, actor, CommitmentService.Acting);
        var open = IsOpen(petition.State) && petition.IdentityMode != "Anonymous"
            && found.All(c => c.State != CommitmentState.Signed && (c.State != CommitmentState.Offered || !c.MayAnswer))
            && found.Count(c => c.DocumentId is not null) <= clocks.Quota("COMMITMENT_RESIGN", Today).AsInteger();
        var offer = acts && open ? standing.Of(Today) : null;
        return new CommitmentSheet
        {
            PetitionId = petition.Id,
            Number = petition.Number,
            Commitments = found,
            Anonymous = petition.IdentityMode == "Anonymous",
            MayAct = acts,
            MayOffer = acts && open,
            OpensDocuments = CaseQueries.MayReadMaterial(petition, actor),
            Proposal = offer is null || petition.FirstHandlerId is null ? offer : offer with { Office = [.. offer.Office.Where(promise => promise.Kind != PromiseKind.NamedPerson)] },
            Months = standing.Months(Today),
        };
    }

    /// <summary>The petitioner's own, newest first.</summary>
    /// <exception cref="NotFoundException">No matter opened.</exception>
    public async Task<IReadOnlyList<CommitmentView>> OwnAsync(Actor actor, CancellationToken ct)
    {
        var id = await db.Petitions.VisibleTo(actor).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(ct) ?? throw new NotFoundException();
        return await ViewsAsync(id, ct);
    }

    private async Task<IReadOnlyList<CommitmentView>> ViewsAsync(Guid petitionId, CancellationToken ct)
    {
        var found = await db.Commitments.AsNoTracking().Where(c => c.PetitionId == petitionId).OrderByDescending(c => c.OfferedAt).ThenByDescending(c => c.Id).ToListAsync(ct);
        var judges = found.SelectMany(c => c.Promises).SelectMany(promise => promise.Results).Select(result => result.JudgedBy).OfType<Guid>().Distinct().ToList();
        var names = judges.Count == 0 ? [] : await db.Staff.AsNoTracking().Where(s => judges.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        var today = Today;
        return [.. found.Select(c => new CommitmentView
        {
            Id = c.Id,
            State = c.State,
            EndOn = c.EndOn,
            OfferedAt = c.OfferedAt,
            AnsweredAt = c.AnsweredAt,
            Way = c.Way,
            DocumentId = c.DocumentId,
            EndCause = c.EndCause,
            EndedAt = c.EndedAt,
            MayAnswer = c.State == CommitmentState.Offered && !c.IsOfferOver(today),
            Office = [.. c.OfficePromises.OrderBy(promise => promise.Kind).Select(promise => Line(promise, names))],
            Petitioner = [.. c.PetitionerPromises.OrderBy(promise => promise.Kind).Select(promise => Line(promise, names))],
        })];
    }

    private static PromiseLine Line(CommitmentPromise promise, IReadOnlyDictionary<Guid, string> names)
    {
        var said = promise.Kept ?? promise.Broken;
        return new PromiseLine(promise.Id, promise.Kind, promise.DueOn, said?.Outcome, said?.Day, promise.DoneLate?.Day,
            said?.JudgedBy is { } judge ? names.GetValueOrDefault(judge) : null, said?.Note);
    }
}
