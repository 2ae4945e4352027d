using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions.Screening;

namespace Petitions.Services.Petitions.Joining;

/// <summary>Reads of the links between matters; the other side is shown only to whoever may know of it.</summary>
public sealed class JoinQueries(PetitionsDbContext db, ScreeningAccess access, SimilarMatters similar)
{
    private static readonly PetitionState[] Mergeable = [PetitionState.Registered, PetitionState.Screening, PetitionState.Accepted, PetitionState.InHandling];

    /// <exception cref="NotFoundException">Missing, not in reach, walled, or the ability to merge does not reach it.</exception>
    public async Task<JoinSheet> SheetAsync(string number, Actor actor, CancellationToken ct)
    {
        var petition = await access.LoadAsync(number, actor, ct, Abilities.MergePetitions);
        var directs = await access.HoldsRoleAsync(actor.StaffId!.Value, petition.OfficeId, [JoinService.Director], ct);
        return new JoinSheet
        {
            Id = petition.Id,
            Number = petition.Number,
            Title = petition.Title,
            State = petition.State,
            Anonymous = petition.IdentityMode == "Anonymous",
            Similar = await similar.ForMatterAsync(petition, actor, ct),
            Links = await LinksAsync(petition.Id, actor, ct),
            MayMerge = Mergeable.Contains(petition.State) && (directs || !JoinService.IsDirectors(petition.State)),
            MayLink = petition.State is not (PetitionState.Closed or PetitionState.Archived or PetitionState.Merged),
            MayUndo = petition.State == PetitionState.Merged && directs,
        };
    }

    /// <summary>All links of a matter, the newest first.</summary>
    public async Task<IReadOnlyList<JoinLine>> LinksAsync(Guid petitionId, Actor actor, CancellationToken ct) => await Links(petitionId, actor).ToListAsync(ct);

    /// <summary>The same, to be read together with other things.</summary>
    public IQueryable<JoinLine> Links(Guid petitionId, Actor actor)
    {
        // What was joined to the matter belongs to its case; of the rest only what the person may know of.
        var visible = db.Petitions.VisibleTo(actor);
        var others = db.Petitions.VisibleTo(Actor.System).NotWalledFrom(actor)
            .Where(p => visible.Any(known => known.Id == p.Id) || db.PetitionLinks.Any(link => link.PetitionId == p.Id && link.TargetId == petitionId && link.Kind == PetitionLinkKind.Merged && link.EndedAt == null));
        return db.PetitionLinks.AsNoTracking().Where(link => link.PetitionId == petitionId || link.TargetId == petitionId)
            .Join(others, link => link.PetitionId == petitionId ? link.TargetId : link.PetitionId, other => other.Id, (link, other) => new { link, other.Number })
            .OrderByDescending(row => row.link.At).ThenByDescending(row => row.link.Id)
            .Select(row => new JoinLine(row.link.Id, row.Number, row.link.Kind, row.link.PetitionId == petitionId, row.link.Reason,
                db.Staff.Where(staff => staff.Id == row.link.DecidedBy).Select(staff => staff.Name).FirstOrDefault(), row.link.At, row.link.EndedAt, row.link.EndReason));
    }
}
