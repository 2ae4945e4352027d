using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Petitions;
using Petitions.Services.Offices;

namespace Petitions.Services.Clocks;

/// <summary>Lets the statutory clocks react to facts: opens, meets and cancels them in the save that records the facts.</summary>
public sealed class ClockKeeper(PetitionsDbContext db, ClockCatalog catalog, OfficeCatalog offices, TimeProvider clock)
{
    // After these facts the matter may be another one for the rules, so its history is asked again.
    private static readonly HashSet<string> AskHistory = ["TrackSet", "CategoryChanged", "UrgentRiskRaised", "ReplyExempted"];

    /// <summary>Conditions (list RuleCondition) that the portal finds by itself; nobody ticks them.</summary>
    public static readonly IReadOnlyList<string> Computed = ["NotForwarded", "NotSelfHandled"];

    /// <summary>The clocks' own facts that follow from <paramref name="facts"/>; the clock rows are changed in the unit of work.</summary>
    public async Task<IReadOnlyList<Fact>> ReactAsync(Petition petition, IReadOnlyList<Fact> facts, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = ChinaTime.DateOf(now);
        var isNew = db.Entry(petition).State == EntityState.Added;
        var clocks = isNew ? [] : await db.PetitionClocks.Where(c => c.PetitionId == petition.Id).ToListAsync(ct);
        var history = isNew || !facts.Any(fact => AskHistory.Contains(fact.Kind)) ? [] : await HistoryAsync(petition.Id, ct);
        var plan = new ClockPlan(catalog.Rules, catalog.Quota("CUSTODY_NO_ROLL", today).AsBoolean());
        var subject = SubjectOf(petition, facts);
        var own = new List<Fact>();
        foreach (var fact in facts)
        {
            var recorded = new RecordedFact(fact.Kind, fact.CountsFrom ?? today) { NamedDueOn = fact.NamedDue };
            foreach (var change in plan.For(recorded, history, clocks, subject))
            {
                own.AddRange(Apply(change, petition, clocks, now));
            }

            history.Add(recorded);
        }

        // A paused clock is due on no day until it counts again.
        petition.SetNextDue(clocks.Where(c => c.State == ClockState.Running && IsOffices(c)).Select(c => (DateOnly?)c.DueOn).Min());
        return own;
    }

    /// <summary>Whether the office (not the petitioner) owes what the clock measures.</summary>
    public bool IsOffices(PetitionClock running) =>
        catalog.Rule(running.RuleId, running.RuleVersion).ResponsibleRole is not ("Petitioner" or "Representative" or "Agent" or "System" or "OutsideOrgan");

    private IEnumerable<Fact> Apply(ClockChange change, Petition petition, List<PetitionClock> clocks, DateTime now)
    {
        switch (change)
        {
            case ClockChange.Open open:
                var started = PetitionClock.Start(petition.Id, open, catalog.Calendar, now);
                clocks.Add(started);
                db.PetitionClocks.Add(started);
                yield return new ClockStarted(petition.Id, started.Id, started.RuleId, started.RuleVersion, started.StartOn, started.DueOn);
                if (open.MetBy is { } earlier)
                {
                    started.Meet(earlier.Kind, earlier.On, catalog.Calendar);
                    yield return new ClockMet(petition.Id, started.Id, started.RuleId, earlier.Kind, earlier.On, started.LateDays);
                }

                break;
            case ClockChange.Meet meet:
                meet.Clock.Meet(meet.By.Kind, meet.By.On, catalog.Calendar);
                yield return new ClockMet(petition.Id, meet.Clock.Id, meet.Clock.RuleId, meet.By.Kind, meet.By.On, meet.Clock.LateDays);
                break;
            case ClockChange.Cancel cancel:
                cancel.Clock.Cancel(cancel.Reason, cancel.By.On, cancel.By.Kind);
                yield return new ClockCancelled(petition.Id, cancel.Clock.Id, cancel.Clock.RuleId, cancel.Reason);
                break;
        }
    }

    private async Task<List<RecordedFact>> HistoryAsync(Guid petitionId, CancellationToken ct) =>
        [.. (await db.Facts.AsNoTracking()
            .Where(fact => fact.Subject == FactSubject.Petition && fact.SubjectId == petitionId)
            .OrderBy(fact => fact.Seq)
            .Select(fact => new { fact.Kind, fact.CountsFrom })
            .ToListAsync(ct)).Select(fact => new RecordedFact(fact.Kind, fact.CountsFrom))];

    private ClockSubject SubjectOf(Petition petition, IReadOnlyList<Fact> facts)
    {
        var conditions = CsvTable.Codes(petition.Conditions).ToList();
        if (petition.Channel != "Forwarded")
        {
            conditions.Add("NotForwarded");
        }

        if (offices.Department(petition.DepartmentId) is { IsPetitionDepartment: false })
        {
            conditions.Add("NotSelfHandled");
        }

        return new ClockSubject
        {
            Category = petition.Category,
            SubCategory = petition.SubCategory,
            Channel = petition.Channel,
            IdentityMode = petition.IdentityMode,
            Urgency = petition.Urgency,
            Track = petition.Track,
            SpecialNeeds = CsvTable.Codes(petition.SpecialNeeds).ToList(),
            Conditions = conditions,
            ExemptReasons = [.. facts.OfType<ReplyExempted>().Select(exempt => exempt.ExemptReason)],
        };
    }
}
