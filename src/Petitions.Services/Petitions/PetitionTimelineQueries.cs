using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Retaliation;
using Petitions.Services.Clocks;

namespace Petitions.Services.Petitions;

/// <summary>
/// The timeline of a matter, read from its facts and from nothing else. The petitioner's is the staff's without what is
/// internal: one query, one difference.
/// </summary>
public sealed class PetitionTimelineQueries(PetitionsDbContext db, ClockCatalog clocks)
{
    /// <summary>Every event, for staff. Empty when the actor may not know of the matter.</summary>
    public async Task<IReadOnlyList<TimelineEvent>> StaffAsync(Guid petitionId, Actor actor, CancellationToken ct) => [.. (await Rows(petitionId, actor).ToListAsync(ct)).Select(Event)];

    /// <summary>What the petitioner may see: kinds open to him, and those that carry a text written for him.</summary>
    public async Task<IReadOnlyList<TimelineEvent>> CitizenAsync(Guid petitionId, Actor actor, CancellationToken ct) =>
        [.. (await Rows(petitionId, actor).ToListAsync(ct)).Select(Event).Where(line => !line.Internal)];

    /// <summary>The facts behind the events, to be read together with other things; <see cref="Event"/> words each.</summary>
    public IQueryable<TimelineRow> Rows(Guid petitionId, Actor actor)
    {
        // That retaliation was reported is hidden from the unit that may be concerned (domain.md 3.8).
        var reports = actor.Kind == ActorKind.System || actor.Can(Abilities.GiveInstructions) || actor.Can(Abilities.OpenAccountability);
        return db.Facts.AsNoTracking()
            .Where(fact => fact.Subject == FactSubject.Petition && fact.SubjectId == petitionId && (reports || fact.Kind != nameof(RetaliationReported))
                && db.Petitions.VisibleTo(actor).Any(p => p.Id == petitionId))
            .OrderBy(fact => fact.Seq)
            .Select(fact => new TimelineRow(fact.Seq, fact.At, fact.Kind, fact.PublicText, fact.Visibility, fact.ActorId,
                fact.Kind.StartsWith("Clock") || fact.Kind.StartsWith("Extension") ? fact.Data : null));
    }

    public TimelineEvent Event(TimelineRow row)
    {
        var kind = FactKinds.Of(row.Kind);
        var hidden = row.Visibility == FactVisibility.No || (row.Visibility == FactVisibility.Text && row.PublicText is null);
        var rule = RuleOf(row.Data);
        return new TimelineEvent(row.Seq, row.At, row.Kind, Named(kind.Zh, rule?.NameZh, "\uff1a"), Named(kind.En, rule?.NameEn, ": "), row.PublicText, hidden, row.ActorId);
    }

    private static string Named(string kind, string? rule, string colon) => rule is null ? kind : kind + colon + rule;

    /// <summary>The rule a clock's event speaks of, in its newest wording.</summary>
    private ClockRule? RuleOf(string? data)
    {
        if (data is null)
        {
            return null;
        }

        using var json = JsonDocument.Parse(data);
        return json.RootElement.TryGetProperty("ruleId", out var id) ? clocks.Rules.Where(rule => rule.RuleId == id.GetString()).MaxBy(rule => rule.Version) : null;
    }
}
