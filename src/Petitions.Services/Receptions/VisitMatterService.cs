using Microsoft.EntityFrameworkCore;
using Petitions.Data.Keys;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Receptions;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;

namespace Petitions.Services.Receptions;

/// <summary>Takes a petition down during the conversation (journey J2 step 3): the visitor is the petitioner, the visit is tied to it in the same save.</summary>
public sealed class VisitMatterService(PetitionIntakeService intake, ReceptionAccess access, DeskRules rules, OfficeCatalog offices, ColumnProtector protector, TimeProvider clock)
{
    /// <exception cref="NotFoundException">Missing, or the person is no receiver of the visit.</exception>
    /// <exception cref="Domain.RuleBrokenException">As for any filing; reception.two-receivers for a first report.</exception>
    public async Task<Receipt> FileAsync(Guid receptionId, Guid submissionKey, MatterTaken matter, string? address, Actor actor, CancellationToken ct)
    {
        var visit = await LoadAsync(receptionId, actor, ct);
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
        var identity = visitor.Name is not null ? RecordVisit.Named : block.SealedName is not null ? "NameWithheld" : "Anonymous";
        var filing = rules.Filing(matter, person, identity, visit.IdentityCheck == IdentityCheck.Shown, Domain.CsvTable.Codes(visit.Needs), "WalkIn",
            submissionKey, offices.Office(visit.OfficeId)!.Code, visit.ServicePointId);
        return await intake.FileAsync(filing, async (petition, token) =>
        {
            // Each try reads the visit anew: the one before may have lost a race.
            var again = await LoadAsync(receptionId, actor, token);
            await rules.CheckReceiversAsync(again.OfficeId, again.SecondReceiverId, petition, actor, token);
            again.Link(petition.Id, ReceptionMatterKind.Filed, rules.ReceiversNeeded(petition.Category), clock.GetUtcNow().UtcDateTime);
        }, actor, ct);
    }

    private async Task<Reception> LoadAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var staff = actor.StaffId;
        return await access.Visible(actor).Include(r => r.Visitors).Include(r => r.Matters).AsSplitQuery()
            .Where(r => r.Id == id && r.State == ReceptionState.InReception && (r.ReceiverId == staff || r.SecondReceiverId == staff)).SingleOrNotFoundAsync(ct);
    }
}
