using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.JointVisits;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Domain.Retaliation;
using Petitions.Services.Clocks;

namespace Petitions.Services.Petitions;

/// <summary>
/// The timeline of a matter, read from its facts: its own chain, those of the joint visits that hear it and those of its
/// two-way commitments; beside them only how a joint visit that was called stands now, whose postponing is no fact. The
/// petitioner's is the staff's without what is internal: one query, one difference.
/// </summary>
public sealed class PetitionTimelineQueries(PetitionsDbContext db, ClockCatalog clocks)
{
    /// <summary>Every event, for staff. Empty when the actor may not know of the matter.</summary>
    /// <param name="petitionId">The matter.</param>
    /// <param name="actor">In whose reach it lies.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="wall">Who reads it, where the system reads on somebody's behalf: no joint visit behind his respondent wall is told of.</param>
    public async Task<IReadOnlyList<TimelineEvent>> StaffAsync(Guid petitionId, Actor actor, CancellationToken ct, Actor? wall = null) =>
        [.. (await Rows(petitionId, actor, wall).ToListAsync(ct)).Select(Event)];

    /// <summary>What the petitioner may see: kinds open to him, and those that carry a text written for him.</summary>
    public async Task<IReadOnlyList<TimelineEvent>> CitizenAsync(Guid petitionId, Actor actor, CancellationToken ct) =>
        [.. (await Rows(petitionId, actor).ToListAsync(ct)).Select(Event).Where(line => !line.Internal)];

    /// <summary>The facts behind the events, to be read together with other things; <see cref="Event"/> words each.</summary>
    public IQueryable<TimelineRow> Rows(Guid petitionId, Actor actor, Actor? wall = null)
    {
        // That retaliation was reported is hidden from the unit that may be concerned (domain.md 3.8).
        var reports = actor.Kind == ActorKind.System || actor.Can(Abilities.GiveInstructions) || actor.Can(Abilities.OpenAccountability);
        return Facts(petitionId, wall ?? actor).AsNoTracking()
            .Where(fact => (reports || fact.Kind != nameof(RetaliationReported)) && db.Petitions.VisibleTo(actor).Any(p => p.Id == petitionId))
            // Chains count each for itself: between them the moment decides, and at one moment the matter comes first.
            .OrderBy(fact => fact.At).ThenBy(fact => fact.Subject == FactSubject.Petition ? 0 : 1).ThenBy(fact => fact.Seq).ThenBy(fact => fact.Id)
            .Select(fact => new TimelineRow(fact.Seq, fact.At, fact.Kind, fact.PublicText, fact.Visibility, fact.ActorId,
                fact.Subject != FactSubject.Petition || fact.Kind.StartsWith("Clock") || fact.Kind.StartsWith("Extension") ? fact.Data : null,
                db.JointVisits.Where(visit => fact.Kind == nameof(JointVisitCalled) && visit.Id == fact.SubjectId).Select(visit => (JointVisitState?)visit.State).FirstOrDefault(),
                db.JointVisits.Where(visit => fact.Kind == nameof(JointVisitCalled) && visit.Id == fact.SubjectId).Select(visit => visit.Day).FirstOrDefault()));
    }

    /// <summary>Facts of the three kinds of chain that tell of a matter; it guards nothing but the wall of joint visits.</summary>
    internal IQueryable<FactRecord> Facts(Guid petitionId, Actor wall)
    {
        var open = db.JointVisits.NotWalledFrom(db.Petitions.VisibleTo(Actor.System), wall);
        var visits = db.JointCases.Where(each => each.PetitionId == petitionId && open.Any(visit => visit.Id == each.JointVisitId)).Select(each => each.JointVisitId);
        var commitments = db.Commitments.Where(commitment => commitment.PetitionId == petitionId).Select(commitment => commitment.Id);

        // Each part by the index of its chain: an OR over the three would read past all facts of the log.
        return db.Facts.Where(fact => fact.Subject == FactSubject.Petition && fact.SubjectId == petitionId)
            .Concat(db.Facts.Where(fact => fact.Subject == FactSubject.JointVisit && visits.Contains(fact.SubjectId)))
            .Concat(db.Facts.Where(fact => fact.Subject == FactSubject.Commitment && commitments.Contains(fact.SubjectId)));
    }

    public TimelineEvent Event(TimelineRow row)
    {
        var kind = FactKinds.Of(row.Kind);
        var hidden = row.Visibility == FactVisibility.No || (row.Visibility == FactVisibility.Text && row.PublicText is null);
        if (kind.Subject != FactSubject.Petition)
        {
            return new TimelineEvent(row.Seq, row.At, row.Kind, kind.Zh, kind.En, row.PublicText, hidden, row.ActorId, AsItStands(DetailOf(row.Data), row));
        }

        var rule = RuleOf(row.Data);
        return new TimelineEvent(row.Seq, row.At, row.Kind, Named(kind.Zh, rule?.NameZh, "\uff1a"), Named(kind.En, rule?.NameEn, ": "), row.PublicText, hidden, row.ActorId);
    }

    private static string Named(string kind, string? rule, string colon) => rule is null ? kind : kind + colon + rule;

    /// <summary>
    /// A table is postponed without a fact of its own: the line of its call says what became of the day, so that nobody comes on
    /// one that was given up.
    /// </summary>
    private static TimelineDetail? AsItStands(TimelineDetail? detail, TimelineRow row)
    {
        if (detail is null || row.Table is not { } table)
        {
            return detail;
        }

        return table switch
        {
            JointVisitState.Proposed => detail with { Cause = "Postponed" },
            JointVisitState.Refused => detail with { Cause = "CalledOff" },
            _ when detail.Day != row.TableDay => detail with { Cause = "Moved", NowOn = row.TableDay },
            JointVisitState.CalledOff => detail with { Cause = "CalledOff" },
            _ => detail,
        };
    }

    /// <summary>What the line names: the promise, the measure, the day.</summary>
    private static TimelineDetail? DetailOf(string? data)
    {
        if (data is null)
        {
            return null;
        }

        using var json = JsonDocument.Parse(data);
        var root = json.RootElement;
        string? Text(string name) => root.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
        DateOnly? Day(string name) => DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        int? Number(string name) => root.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number ? number.GetInt32() : null;
        return new TimelineDetail(Text("promise"), Number("number") ?? Number("count"), Day("day") ?? Day("dueOn") ?? Day("endOn"),
            root.TryGetProperty("late", out var late) && late.ValueKind == JsonValueKind.True, Text("trigger") ?? Text("cause"));
    }

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
