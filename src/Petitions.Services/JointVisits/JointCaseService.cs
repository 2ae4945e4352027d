using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Services.Petitions.Screening;

namespace Petitions.Services.JointVisits;

/// <summary>Which matters a joint visit hears, while it is prepared (journey J8 step 1).</summary>
public sealed class JointCaseService(PetitionsDbContext db, JointVisitAccess access, ReceiverCheck receivers, JointPapers papers, OutgoingTexts outgoing)
{
    /// <exception cref="RuleBrokenException">
    /// joint.cases, joint.number, joint.other-open, joint.matter-ended; joint.other-person when a name is kept back from those who sit there;
    /// joint.receiver-is-respondent when somebody at the table is complained of in it; transfer.identity-in-extract when the guests' brief names its petitioner.
    /// </exception>
    public async Task AddAsync(Guid id, string number, Actor actor, CancellationToken ct)
    {
        var visit = await access.ToCallAsync(id, actor, ct);
        var petition = await access.MatterAsync(number, actor, ct);
        Rule.Require(petition.OfficeId == visit.OfficeId && visit.Cases.All(each => each.PetitionId != petition.Id), "joint.cases");
        Rule.Require(JointCompany.MayBeHeard(petition), "joint.matter-ended");
        Rule.Require(JointCompany.MaySitTogether([.. await access.MattersAsync(visit, ct), petition]), "joint.other-person");
        await access.RequireNoOtherAsync([petition.Id], visit.Id, ct);

        // What guests read already was written before this matter was at the table.
        outgoing.RequireNoIdentity(petition, [visit.Brief ?? "", .. visit.Seats.Where(seat => seat.IsGuest).Select(seat => seat.Bring ?? "")]);
        foreach (var seat in visit.Seats.Where(seat => seat.IsOrgan))
        {
            await receivers.RequireSeatAsync([petition], seat.Organ, seat.DepartmentId, seat.StaffId, seat.PersonName, ct);
        }

        visit.AddCase(petition.Id);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DuplicateRowException)
        {
            // Another table took it at the same moment.
            db.ChangeTracker.Clear();
            await access.RequireNoOtherAsync([petition.Id], visit.Id, ct);
            throw;
        }
    }

    /// <summary>A petitioner who was told of a time is told that his matter is not heard there.</summary>
    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.cases.</exception>
    public async Task DropAsync(Guid id, Guid petitionId, Actor actor, CancellationToken ct)
    {
        var visit = await access.ToCallAsync(id, actor, ct);
        var petition = (await access.MattersAsync(visit, ct)).FirstOrDefault(each => each.Id == petitionId);
        if (visit.DropCase(petitionId).ToldAt is not null)
        {
            papers.TellDropped(visit, petition!);
        }

        await db.SaveChangesAsync(ct);
    }
}
