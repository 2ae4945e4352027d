using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Clocks;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Screening;

namespace Petitions.Services.JointVisits;

/// <summary>Reads the escalations of a matter, for whoever may know of it.</summary>
public sealed class EscalationQueries(PetitionsDbContext db, ScreeningAccess access, EscalationReceivers receivers, ReadLog reads, TimeProvider clock)
{
    /// <summary>Who handles the matter or calls joint visits asks for it.</summary>
    public static readonly IReadOnlyList<string> Proposers = [Abilities.HandlePetitions, Abilities.CallJointVisits];

    /// <summary>Who calls joint visits or approves escalations sends and records the answer.</summary>
    public static readonly IReadOnlyList<string> Senders = [Abilities.CallJointVisits, Abilities.ApproveEscalations];

    private const string Read = "Escalation";

    /// <exception cref="NotFoundException">Missing, not in reach, or walled.</exception>
    public async Task<EscalationSheet> OfAsync(string number, string? address, Actor actor, CancellationToken ct)
    {
        var petition = await access.ReadAsync(number, actor, ct);
        var proposals = await db.DecisionProposals.AsNoTracking().Where(each => each.PetitionId == petition.Id && each.Kind == DecisionKind.Escalation).OrderByDescending(each => each.ProposedAt).ThenByDescending(each => each.Id).ToListAsync(ct);
        var made = await db.Escalations.AsNoTracking().Include(each => each.Measures).Where(each => each.PetitionId == petition.Id).ToListAsync(ct);
        var staff = proposals.Select(each => each.ProposedBy).Distinct().ToList();
        var names = await db.Staff.AsNoTracking().Where(each => staff.Contains(each.Id)).ToDictionaryAsync(each => each.Id, each => each.Name, ct);
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var open = petition.State is not (PetitionState.Closed or PetitionState.Archived or PetitionState.Merged or PetitionState.Withdrawn);
        var sheet = new EscalationSheet(petition.Id, petition.Number, receivers.Of(petition),
            [.. proposals.Select(each => Line(each, made.Find(one => one.ProposalId == each.Id), names.GetValueOrDefault(each.ProposedBy) ?? "", today))],
            open && proposals.TrueForAll(each => each.State != DecisionState.Waiting) && made.TrueForAll(each => each.State == EscalationState.Answered) && ScreeningAccess.Holds(petition, actor, Proposers),
            ScreeningAccess.Holds(petition, actor, Senders));
        db.ChangeTracker.Clear();
        await reads.RecordAsync(sheet.PetitionId, actor, Read, null, ct, address);
        return sheet;
    }

    private static EscalationLine Line(DecisionProposal proposal, Escalation? made, string proposedBy, DateOnly today) => new()
    {
        ProposalId = proposal.Id,
        Id = made?.Id,
        Decision = proposal.State,
        DecisionReason = proposal.DecisionReason,
        Receiver = proposal.OrganName ?? "",
        Summary = proposal.Extract ?? "",
        Question = proposal.Reason,
        ProposedBy = proposedBy,
        ProposedAt = proposal.ProposedAt,
        State = made?.State,
        DocumentId = made?.DocumentId,
        SentAt = made?.SentAt,
        SentWay = made?.SentWay,
        AnsweredOn = made?.AnsweredOn,
        Answer = made?.Answer,
        Measures = made is null ? [] : [.. made.Measures.OrderBy(each => each.Number).Select(each => new EscalationMeasureLine(each.Id, each.Number, each.Text, each.Owner, each.DueOn, each.DoneAt, each.Result, each.IsLateOn(today)))],
    };
}
