using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Services.Offices;
using Petitions.Services.Petitions.Screening;

namespace Petitions.Services.JointVisits;

/// <summary>Who sits at the table: departments, other organs, agencies, each with a named person and what to bring (journey J8 step 1).</summary>
public sealed class JointSeatService(
    PetitionsDbContext db, JointVisitAccess access, ReceiverCheck receivers, OfficeCatalog offices, OutgoingTexts outgoing, ColumnProtector protector, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Adds a seat, or changes it when its id is given.</summary>
    /// <exception cref="RuleBrokenException">joint.seat-*, joint.two-hosts, joint.receiver-is-respondent, transfer.identity-in-extract.</exception>
    public async Task SeatAsync(Guid id, Guid? seatId, WriteSeat request, Actor actor, CancellationToken ct)
    {
        var visit = await access.ToCallAsync(id, actor, ct);
        var details = await DetailsAsync(visit, request, ct);
        if (details.Kind is SeatKind.Department or SeatKind.JudicialOrgan or SeatKind.Agency)
        {
            var matters = await access.MattersAsync(visit, ct);
            await receivers.RequireSeatAsync(matters, details.Organ, details.DepartmentId, details.StaffId, details.PersonName, ct);

            // A guest reads what he is to bring beside the brief.
            foreach (var petition in matters.Where(_ => details.Kind != SeatKind.Department))
            {
                outgoing.RequireNoIdentity(petition, details.Bring ?? "");
            }
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
