using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Data.Keys;
using Petitions.Domain;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Offices;
using Petitions.Services.Petitions.Screening;

namespace Petitions.Services.JointVisits;

/// <summary>Proposes a joint visit by hand and prepares it: purpose, seats (journey J8 step 1).</summary>
public sealed class JointPlanService(
    PetitionsDbContext db, JointVisitAccess access, ReceiverCheck receivers, OfficeCatalog offices, FactLog log, ColumnProtector protector, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The same form sent twice proposes once.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="RuleBrokenException">joint.number, joint.cases, joint.purpose, joint.other-open, joint.matter-ended, joint.other-person.</exception>
    public async Task<Guid> ProposeAsync(ProposeJointVisit request, Actor actor, CancellationToken ct)
    {
        if (await SentAsync(request, ct) is { } there)
        {
            return there;
        }

        var matters = new List<Petition>();
        foreach (var number in request.Numbers.Distinct())
        {
            matters.Add(await access.MatterAsync(number, actor, ct));
        }

        Rule.Require(matters.Count > 0 && matters.TrueForAll(p => p.OfficeId == matters[0].OfficeId), "joint.cases");
        JointCompany.Require(matters);
        List<Guid> ids = [.. matters.Select(p => p.Id)];
        await access.RequireNoOtherAsync(ids, null, ct);
        var (visit, fact) = JointVisit.Propose(new NewJointVisit
        {
            OfficeId = matters[0].OfficeId,
            Trigger = JointTrigger.Person,
            Purpose = request.Purpose,
            Petitions = ids,
            ProposedBy = actor.StaffId,
            SubmissionKey = request.SubmissionKey,
        }, Now);
        db.JointVisits.Add(visit);
        log.Record(actor, fact);
        try
        {
            await db.SaveChangesAsync(ct);
            return visit.Id;
        }
        catch (DuplicateRowException)
        {
            // Two at once: the same form again finds what it made; another table for one of the matters gets the rule.
            db.ChangeTracker.Clear();
            if (await SentAsync(request, ct) is { } made)
            {
                return made;
            }

            await access.RequireNoOtherAsync(ids, null, ct);
            throw;
        }
    }

    /// <exception cref="RuleBrokenException">reference.newer-version, joint.*, transfer.identity-in-extract.</exception>
    public async Task DescribeAsync(Guid id, DescribeJointVisit request, Actor actor, CancellationToken ct)
    {
        var visit = await access.ToCallAsync(id, actor, ct);
        Rule.Require(visit.Version == request.Seen, "reference.newer-version");
        // What an outside guest reads carries nothing that identifies the petitioner (security.md B3).
        foreach (var petition in await access.MattersAsync(visit, ct))
        {
            ScreeningPapers.RequireNoIdentity(petition, Secrets(petition), request.Brief ?? "");
        }

        visit.Describe(request.Purpose, request.Brief, request.VideoLink, request.Agent, request.Interpreter);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Adds a seat, or changes it when its id is given.</summary>
    /// <exception cref="RuleBrokenException">joint.seat-*, joint.two-hosts, joint.receiver-is-respondent.</exception>
    public async Task SeatAsync(Guid id, Guid? seatId, WriteSeat request, Actor actor, CancellationToken ct)
    {
        var visit = await access.ToCallAsync(id, actor, ct);
        var details = await DetailsAsync(visit, request, ct);
        if (details.Kind is SeatKind.Department or SeatKind.JudicialOrgan or SeatKind.Agency)
        {
            await receivers.RequireSeatAsync(await access.MattersAsync(visit, ct), details.Organ, details.DepartmentId, details.StaffId, details.PersonName, ct);
        }

        if (seatId is { } known)
        {
            visit.ChangeSeat(known, details);
        }
        else
        {
            visit.AddSeat(details, Now);
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>The links of a guest go with his seat.</summary>
    public async Task DropSeatAsync(Guid id, Guid seatId, Actor actor, CancellationToken ct)
    {
        var visit = await access.ToCallAsync(id, actor, ct);
        visit.DropSeat(seatId);
        foreach (var pass in await db.JointGuestPasses.Where(each => each.JointVisitId == id && each.SeatId == seatId).ToListAsync(ct))
        {
            pass.Revoke(Now);
        }

        await db.SaveChangesAsync(ct);
    }

    private Task<Guid?> SentAsync(ProposeJointVisit request, CancellationToken ct) =>
        db.JointVisits.Where(each => each.SubmissionKey == request.SubmissionKey).Select(each => (Guid?)each.Id).SingleOrDefaultAsync(ct);

    /// <summary>Words that identify a petitioner, to be found in no text that leaves.</summary>
    private IEnumerable<string?> Secrets(Petition petition) => petition.Parties.Where(party => party.Identity is not null)
        .Select(party => protector.UnprotectBlock(party.Identity!))
        .SelectMany(block => new[] { block.SealedName, block.IdNumber, block.Phone, block.Email, block.Address });

    private async Task<SeatDetails> DetailsAsync(JointVisit visit, WriteSeat request, CancellationToken ct)
    {
        var details = new SeatDetails
        {
            Kind = request.Kind,
            Role = request.Role,
            OrganKind = request.OrganKind,
            Organ = request.Organ,
            PersonName = request.PersonName,
            Bring = request.Bring,
            BringBy = request.BringBy,
            PlaceId = request.PlaceId,
            EncryptedContact = string.IsNullOrWhiteSpace(request.Contact) ? null : protector.Protect(Rule.RequireText(request.Contact, 200, "joint.seat-contact")),
        };
        if (request.Kind != SeatKind.Department)
        {
            return details;
        }

        // Whoever is named sits there for his own department.
        var staff = request.StaffId is not { } wanted ? null
            : await db.Staff.AsNoTracking().Where(each => each.Id == wanted && each.Active && each.OfficeId == visit.OfficeId).Select(each => new { each.Id, each.Name, each.DepartmentId }).SingleOrDefaultAsync(ct);
        Rule.Require(request.StaffId is null || staff is not null, "joint.staff-unknown");
        var department = offices.Departments.FirstOrDefault(each => each.Id == (staff?.DepartmentId ?? request.DepartmentId) && each.OfficeId == visit.OfficeId);
        Rule.Require(department is not null, "joint.seat-organ");
        return details with { DepartmentId = department!.Id, Organ = department.NameZh, StaffId = staff?.Id, PersonName = staff?.Name };
    }
}
