using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Domain.Receptions;
using Petitions.Services.Petitions;

namespace Petitions.Services.Receptions;

/// <summary>
/// What is told of the visitors at the counter: the name of who took a ticket at the kiosk, whom a lawyer or agent speaks
/// for and that this person agreed, and the running matters the visit is about, as many as there are.
/// </summary>
public sealed class VisitPartyService(PetitionsDbContext db, ReceptionAccess access, DeskRules rules, TimeProvider clock)
{
    /// <exception cref="NotFoundException">Missing, or the person does not hear the visit.</exception>
    /// <exception cref="RuleBrokenException">reception.named, reception.visitor-name, entry.id-number and the like.</exception>
    public async Task NameAsync(Guid id, FiledPerson person, IdentityCheck check, Actor actor, CancellationToken ct)
    {
        rules.CheckPerson(person);
        Rule.Require(PersonName.Key(person.Name).Length > 0 && PersonName.Elements(person.Name!) <= PersonName.MaxElements, "reception.visitor-name");
        var visit = await LoadAsync(id, actor, ct);
        visit.NameVisitor(rules.Visitor(person, hidden: false, visit.ActsFor), check);
        await db.SaveChangesAsync(ct);
    }

    /// <exception cref="NotFoundException">As above.</exception>
    /// <exception cref="RuleBrokenException">reception.acts-for, reception.principal-consent.</exception>
    public async Task SpeakForAsync(Guid id, string? principal, PrincipalConsent? consent, Actor actor, CancellationToken ct)
    {
        var visit = await LoadAsync(id, actor, ct);
        visit.SpeakFor(principal, consent);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Ties the visit to one more running matter.</summary>
    /// <exception cref="NotFoundException">As above, or no matter the person may list.</exception>
    /// <exception cref="RuleBrokenException">reception.matter-number, reception.principal-consent, reception.receiver-walled.</exception>
    public async Task LinkAsync(Guid id, string? number, Actor actor, CancellationToken ct)
    {
        var wanted = PetitionNumber.TryParse(number)?.Value;
        Rule.Require(wanted is not null, "reception.matter-number");
        var visit = await LoadAsync(id, actor, ct);
        var petition = await db.Petitions.VisibleTo(Actor.System).ListedFor(actor).Include(p => p.Respondents).Where(p => p.Number == wanted).SingleOrNotFoundAsync(ct);
        await rules.CheckReceiversAsync(visit.OfficeId, visit.SecondReceiverId, petition, actor, ct);
        visit.Link(petition.Id, ReceptionMatterKind.Concerned, 1, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(ct);
    }

    private Task<Reception> LoadAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var staff = actor.StaffId;
        return access.Visible(actor).Include(r => r.Visitors).Include(r => r.Matters).AsSplitQuery()
            .Where(r => r.Id == id && (r.ReceiverId == staff || r.SecondReceiverId == staff || r.RegisteredBy == staff)).SingleOrNotFoundAsync(ct);
    }
}
