using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions.Decisions;
using Petitions.Services.Petitions.Screening;

namespace Petitions.Services.Clocks;

/// <summary>Reads one clock of a matter and what this person may do with it.</summary>
public sealed class ClockQueries(PetitionsDbContext db, ScreeningAccess access, DecisionDesk desk, ClockCatalog clocks, TimeProvider clock)
{
    /// <exception cref="NotFoundException">No such clock, or the matter is out of reach or walled.</exception>
    public async Task<ClockSheet> SheetAsync(string number, Guid id, Actor actor, CancellationToken ct)
    {
        var petition = await access.ReadAsync(number, actor, ct);
        var running = await db.PetitionClocks.AsNoTracking().AsSplitQuery().Where(c => c.Id == id && c.PetitionId == petition.Id).SingleOrNotFoundAsync(ct);
        var rule = clocks.Rule(running.RuleId, running.RuleVersion);
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        bool Holds(params IReadOnlyList<string> abilities) => ScreeningAccess.Holds(petition, actor, abilities);
        var waiting = await desk.IsWaitingAsync(petition.Id, [DecisionKind.Pause, DecisionKind.Extension], ct);
        return new ClockSheet
        {
            Id = running.Id,
            PetitionId = petition.Id,
            Number = petition.Number,
            RuleZh = rule.NameZh,
            RuleEn = rule.NameEn,
            LegalBasis = rule.LegalBasis,
            PauseReasons = [.. rule.PauseReasons],
            ExtensionAmount = rule.ExtensionAmount,
            ExtensionUnit = rule.ExtensionUnit,
            StartOn = running.StartOn,
            DueOn = running.DueOn,
            State = running.State,
            LateDays = running.LateOn(today),
            Provisional = running.Provisional,
            Pauses = [.. running.Pauses.OrderBy(p => p.From).Select(p => (p.From, p.Restart, p.ReasonCode))],
            Extensions = [.. running.Extensions.OrderBy(e => e.GrantedOn).Select(e => (e.Amount, e.Unit, e.OldDueOn, e.GrantedOn, e.Reason))],
            Waiting = waiting,
            MayPause = !waiting && running.IsPausable(rule, today) && Holds(Abilities.PauseClocks),
            MayResume = running.State == ClockState.Paused && Holds(Abilities.PauseClocks, Abilities.ConfirmPauses),
            MayExtend = !waiting && running.IsExtendable(rule, today) && Holds(Abilities.RequestExtensions),
        };
    }
}
