using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Letters;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Notices;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Decisions;

namespace Petitions.Services.Letters;

/// <summary>What follows from a disposition beyond the registration, in the same save: a note, a link, a draft for the supervisor, an alarm.</summary>
public sealed class LetterConsequences(
    PetitionsDbContext db, TransferDecisions transfers, NoContactDecisions noContact, FilingRules filing, NoticeOutbox outbox, TimeProvider clock)
{
    public const string RiskTemplate = "staff.risk";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<Fact>> OfAsync(Petition petition, LetterDecision decision, Actor actor, CancellationToken ct)
    {
        switch (decision.Disposition)
        {
            case LetterDispositions.Unanswerable:
                return [Attempted(petition, decision, actor)];
            case LetterDispositions.LinkedAsRepeat:
                return [await LinkAsync(petition, decision, actor, ct)];
            case LetterDispositions.TransferDrafted:
                transfers.Draft(petition, decision.TransferOf(petition.Number), actor);
                return [];
            case LetterDispositions.RiskRaised:
                return [await RaiseAsync(petition, decision, ct)];
            default:
                return [];
        }
    }

    /// <summary>The attempt stands in the case; whoever gave a name but no way to reach him is owed no reply only when the director says so.</summary>
    private InternalNoteAdded Attempted(Petition petition, LetterDecision decision, Actor actor)
    {
        var attempt = Rule.RequireText(decision.Note, OpenedLetter.NoteMax, "letter-row.attempt");
        if (filing.IsNamed(petition.IdentityMode))
        {
            noContact.Draft(petition, attempt, actor);
        }

        var note = CaseNote.Write(petition.Id, CaseNoteKind.Note, attempt, actor.StaffId!.Value, Now);
        db.CaseNotes.Add(note);
        return new InternalNoteAdded(petition.Id, note.Id, note.Text);
    }

    /// <summary>Own number, own dates, own way (domain.md 3.7); only matters the desk may list can be named.</summary>
    private async Task<PetitionLinkedAsRepeat> LinkAsync(Petition petition, LetterDecision decision, Actor actor, CancellationToken ct)
    {
        var number = PetitionNumber.TryParse(decision.Earlier)?.Value;
        var earlier = number is null ? null : await db.Petitions.VisibleTo(Actor.System).ListedFor(actor).SingleOrDefaultAsync(p => p.Number == number, ct);
        Rule.Require(earlier is not null, "letter-row.earlier");
        var (link, fact) = petition.LinkAsRepeat(earlier!, decision.RepeatReason, actor.StaffId!.Value, Now);
        db.PetitionLinks.Add(link);
        return fact;
    }

    /// <summary>The alarm goes to everyone who leads the office or its petition work, but to nobody the letter complains of.</summary>
    private async Task<UrgentRiskRaised> RaiseAsync(Petition petition, LetterDecision decision, CancellationToken ct)
    {
        var risk = Rule.RequireText(decision.Note, OpenedLetter.NoteMax, "letter-row.risk");
        var today = ChinaTime.DateOf(Now);
        var leaders = await db.RoleGrants.AsNoTracking()
            .Where(grant => grant.OfficeId == petition.OfficeId && EmergencyContacts.Alarmed.Contains(grant.Role) && grant.From <= today && (grant.To == null || grant.To >= today))
            .Select(grant => grant.StaffId).Distinct().ToListAsync(ct);
        foreach (var leader in leaders)
        {
            await outbox.TellStaffAsync(petition, leader, RiskTemplate, "risk", new Dictionary<string, string> { ["number"] = petition.Number }, ct);
        }

        return new UrgentRiskRaised(petition.Id, risk);
    }
}
