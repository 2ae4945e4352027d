using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Domain.Receptions;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Joining;

namespace Petitions.Services.Receptions;

/// <summary>Takes a petition down during the conversation (journey J2 step 3): the visitor is the petitioner, the visit is tied to it in the same save.</summary>
public sealed class VisitMatterService(
    PetitionsDbContext db, PetitionIntakeService intake, PetitionRecorder recorder, AskedAnyway anyway, ReceptionAccess access, DeskRules rules, OfficeCatalog offices, ColumnProtector protector, TimeProvider clock)
{
    /// <exception cref="NotFoundException">Missing, or the person is no receiver of the visit.</exception>
    /// <exception cref="Domain.RuleBrokenException">As for any filing; reception.two-receivers for a first report.</exception>
    public async Task<Receipt> FileAsync(Guid receptionId, Guid submissionKey, MatterTaken matter, string? address, Actor actor, CancellationToken ct, string? asNewReason = null)
    {
        var visit = await LoadAsync(receptionId, actor, ct);
        var (person, identity) = Of(visit, address);
        var filing = rules.Filing(matter, person, identity, visit.IdentityCheck == IdentityCheck.Shown, Domain.CsvTable.Codes(visit.Needs), "WalkIn",
            submissionKey, offices.Office(visit.OfficeId)!.Code, visit.ServicePointId);
        return await intake.FileAsync(filing, async (petition, token) =>
        {
            // Each try reads the visit anew: the one before may have lost a race.
            var again = await LoadAsync(receptionId, actor, token);
            await rules.CheckReceiversAsync(again.OfficeId, again.SecondReceiverId, petition, actor, token);
            again.Link(petition.Id, ReceptionMatterKind.Filed, rules.ReceiversNeeded(petition.Category), clock.GetUtcNow().UtcDateTime);
            return anyway.Note(petition, asNewReason, actor);
        }, actor, ct);
    }

    /// <summary>What is said belongs to a running matter: it stands beside what was filed there, and the visit is tied to it.</summary>
    /// <exception cref="NotFoundException">As above, or no matter the person may list.</exception>
    /// <exception cref="Domain.RuleBrokenException">petition.addition, petition.closed, reception.receiver-walled.</exception>
    public async Task AddAsync(Guid receptionId, Guid submissionKey, string number, MatterTaken matter, Actor actor, CancellationToken ct)
    {
        var visit = await LoadAsync(receptionId, actor, ct);
        if (await db.PetitionAdditions.AnyAsync(addition => addition.SubmissionKey == submissionKey, ct))
        {
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var petition = await db.Petitions.VisibleTo(Actor.System).ListedFor(actor).Include(p => p.Additions).Include(p => p.Respondents).AsSplitQuery().Where(p => p.Number == number).SingleOrNotFoundAsync(ct);
        await rules.CheckReceiversAsync(visit.OfficeId, visit.SecondReceiverId, petition, actor, ct);
        visit.Link(petition.Id, ReceptionMatterKind.Concerned, 1, now);
        await recorder.SaveAsync(petition, actor, [petition.Supply(matter.Whole, now, new AdditionOrigin(submissionKey, "WalkIn", actor.StaffId!.Value, visit.Day))], ct);
    }

    /// <summary>Who the visitor is, as far as he said.</summary>
    /// <exception cref="NotFoundException">Missing, or the person is no receiver of the visit.</exception>
    public async Task<(FiledPerson Person, string Identity)> PersonAsync(Guid receptionId, Actor actor, CancellationToken ct) => Of(await LoadAsync(receptionId, actor, ct), null);

    private (FiledPerson Person, string Identity) Of(Reception visit, string? address)
    {
        var visitor = visit.Visitors.OrderBy(each => each.Id).First();
        var block = visitor.Identity is { } stored ? protector.UnprotectBlock(stored) : new IdentityBlock();
        var person = new FiledPerson
        {
            Name = visitor.Name ?? block.SealedName,
            IdKind = block.IdKind,
            IdNumber = block.IdNumber,
            Phone = block.Phone,
            Address = string.IsNullOrWhiteSpace(address) ? block.Address : address.Trim(),
            BirthYear = visitor.BirthYear,
        };
        return (person, visitor.Name is not null ? RecordVisit.Named : block.SealedName is not null ? "NameWithheld" : "Anonymous");
    }

    private async Task<Reception> LoadAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var staff = actor.StaffId;
        return await access.Visible(actor).Include(r => r.Visitors).Include(r => r.Matters).AsSplitQuery()
            .Where(r => r.Id == id && r.State == ReceptionState.InReception && (r.ReceiverId == staff || r.SecondReceiverId == staff)).SingleOrNotFoundAsync(ct);
    }
}
