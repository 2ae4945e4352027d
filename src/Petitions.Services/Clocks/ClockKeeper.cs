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
        var reaction = new ClockReaction(catalog.Plan(today), catalog.Calendar, IsOffices);
        return reaction.To(facts, petition, SubjectOf(petition, facts, offices), clocks, history, now, started => db.PetitionClocks.Add(started));
    }

    /// <summary>Whether the office (not the petitioner) owes what the clock measures.</summary>
    public bool IsOffices(PetitionClock running) =>
        IsOffices(catalog.Rule(running.RuleId, running.RuleVersion));

    /// <summary>
    /// Not the promises of a commitment: what orders the lists and holds back closing must be the same whether the petitioner
    /// signed one or not (domain.md row 8, seed feature 6).
    /// </summary>
    internal static bool IsOffices(ClockRule rule) =>
        rule.Procedure != "Commitment" && rule.ResponsibleRole is not ("Petitioner" or "Representative" or "Agent" or "System" or "OutsideOrgan");

    private async Task<List<RecordedFact>> HistoryAsync(Guid petitionId, CancellationToken ct) =>
        [.. (await db.Facts.AsNoTracking()
            .Where(fact => fact.Subject == FactSubject.Petition && fact.SubjectId == petitionId)
            .OrderBy(fact => fact.Seq)
            .Select(fact => new { fact.Kind, fact.CountsFrom })
            .ToListAsync(ct)).Select(fact => new RecordedFact(fact.Kind, fact.CountsFrom))];

    /// <summary>What the rules may ask about the matter, as it is after these facts.</summary>
    internal static ClockSubject SubjectOf(Petition petition, IReadOnlyList<Fact> facts, OfficeCatalog offices)
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
