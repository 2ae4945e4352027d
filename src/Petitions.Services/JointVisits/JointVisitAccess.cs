using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.JointVisits;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Services.JointVisits;

/// <summary>Loads a joint visit for a verb: visible to the person, and with the right to do it.</summary>
public sealed class JointVisitAccess(PetitionsDbContext db, ReceiverCheck receivers)
{
    /// <summary>Those the person may know of; every list and page asks this.</summary>
    public IQueryable<JointVisit> For(Actor actor) => db.JointVisits.VisibleTo(db.Petitions.VisibleTo(Actor.System), actor);

    /// <summary>To prepare it: whoever calls joint visits in its office.</summary>
    /// <exception cref="NotFoundException">Missing, walled, or not his to call.</exception>
    public Task<JointVisit> ToCallAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var offices = actor.OfficesFor(Abilities.CallJointVisits);
        return Whole(For(actor).Where(visit => visit.Id == id && offices.Contains(visit.OfficeId))).SingleOrNotFoundAsync(ct);
    }

    /// <summary>At the table: whoever calls it, and the members of staff on its seats.</summary>
    /// <exception cref="NotFoundException">Missing, walled, or he does not sit there.</exception>
    public Task<JointVisit> AtTableAsync(Guid id, Actor actor, CancellationToken ct) => Whole(For(actor).Where(visit => visit.Id == id)).SingleOrNotFoundAsync(ct);

    /// <summary>The system's own work on one.</summary>
    public Task<JointVisit> WholeAsync(Guid id, CancellationToken ct) => Whole(db.JointVisits.Where(visit => visit.Id == id)).SingleOrNotFoundAsync(ct);

    public static bool MayCall(JointVisit visit, Actor actor) => actor.OfficesFor(Abilities.CallJointVisits).Contains(visit.OfficeId);

    /// <summary>The minutes as they stand; their rows are tracked.</summary>
    public async Task<MinutesText> TextAsync(Guid visitId, CancellationToken ct) => new(
        await db.MinutesParagraphs.Where(paragraph => paragraph.JointVisitId == visitId).OrderBy(paragraph => paragraph.Position).ToListAsync(ct),
        await db.JointMeasures.Where(measure => measure.JointVisitId == visitId).OrderBy(measure => measure.Number).ToListAsync(ct));

    public Task<List<JointSignature>> SignaturesAsync(Guid visitId, CancellationToken ct) =>
        db.JointSignatures.Where(signature => signature.JointVisitId == visitId).OrderBy(signature => signature.At).ThenBy(signature => signature.Id).ToListAsync(ct);

    /// <summary>The matters it hears, whole, in their order. Whoever sees the joint visit stands before no wall of theirs.</summary>
    public async Task<IReadOnlyList<Petition>> MattersAsync(JointVisit visit, CancellationToken ct)
    {
        var ids = visit.Cases.Select(each => each.PetitionId).ToList();
        var found = await db.Petitions.VisibleTo(Actor.System).AsSplitQuery().Include(p => p.Parties).Include(p => p.Respondents).Include(p => p.Assignments)
            .Where(p => ids.Contains(p.Id)).ToListAsync(ct);
        return [.. visit.Cases.OrderBy(each => each.Position).Select(each => found.Single(p => p.Id == each.PetitionId))];
    }

    /// <summary>A matter by its number, for whoever calls joint visits in its office.</summary>
    /// <exception cref="RuleBrokenException">joint.number</exception>
    public async Task<Petition> MatterAsync(string number, Actor actor, CancellationToken ct)
    {
        var reach = actor.OfficesFor(Abilities.CallJointVisits);
        var parsed = PetitionNumber.TryParse(number);
        Rule.Require(parsed is not null, "joint.number");
        var petition = await db.Petitions.VisibleTo(actor).AsSplitQuery().Include(p => p.Parties).Include(p => p.Respondents).Include(p => p.Assignments)
            .SingleOrDefaultAsync(p => p.Number == parsed!.Value && reach.Contains(p.OfficeId), ct);
        Rule.Require(petition is not null, "joint.number");
        return petition!;
    }

    /// <summary>One open joint visit for a matter at a time: asked first for an answer in words; the unique index has the last one.</summary>
    /// <exception cref="RuleBrokenException">joint.other-open</exception>
    public async Task RequireNoOtherAsync(IReadOnlyList<Guid> petitions, Guid? than, CancellationToken ct) =>
        Rule.Require(!await db.JointCases.AnyAsync(each => each.JointVisitId != than && each.Open && petitions.Contains(each.PetitionId), ct), "joint.other-open");

    /// <summary>
    /// What a table was prepared with still holds: its matters may be heard, together; whoever was named as complained of
    /// since he got his seat does not keep it.
    /// </summary>
    /// <exception cref="RuleBrokenException">joint.matter-ended, joint.other-person, joint.receiver-is-respondent.</exception>
    public async Task RequireOpenTableAsync(JointVisit visit, CancellationToken ct)
    {
        var matters = await MattersAsync(visit, ct);
        JointCompany.Require(matters);
        foreach (var seat in visit.Seats.Where(seat => seat.IsOrgan))
        {
            await receivers.RequireSeatAsync(matters, seat.Organ, seat.DepartmentId, seat.StaffId, seat.PersonName, ct);
        }
    }

    private static IQueryable<JointVisit> Whole(IQueryable<JointVisit> visits) => visits.AsSplitQuery().Include(visit => visit.Cases).Include(visit => visit.Seats).Include(visit => visit.Places);
}
