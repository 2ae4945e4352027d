using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Clocks;
using Petitions.Services.Notices;

namespace Petitions.Services.JointVisits;

/// <summary>
/// Proposes joint visits by itself (seed feature 27): for matters with as many linked registrations, or as old, as the
/// office has set. What was refused is proposed again only when there are more registrations, or a year more. Safe to run twice.
/// </summary>
public sealed class JointVisitProposals(PetitionsDbContext db, FactLog log, ClockCatalog clocks, ResponsiblePersons persons, NoticeOutbox outbox)
{
    private const int Batch = 500;
    private const int FamilyMost = 50;
    private const string RegistrationsQuota = "JOINT_PROPOSE_REGISTRATIONS";
    private const string AgeQuota = "JOINT_PROPOSE_AGE";
    private const string Director = "PetitionDirector";
    private const string Template = "staff.joint-proposed";

    private static readonly PetitionState[] Live =
    [
        PetitionState.Registered, PetitionState.Screening, PetitionState.AwaitingMaterials, PetitionState.Accepted, PetitionState.InHandling,
        PetitionState.OpinionDrafted, PetitionState.Approved, PetitionState.Replied,
    ];

    /// <summary>Returns how many were proposed.</summary>
    public async Task<int> RunAsync(DateTime now, CancellationToken ct) =>
        await RegistrationsAsync(now, ct) + await AgesAsync(now, ct);

    /// <summary>
    /// Walks over what is linked now, page by page along the indexes of both ends; counted are only the matters of the page, so
    /// that a night over a million matters takes many small questions and no great one.
    /// </summary>
    private async Task<int> RegistrationsAsync(DateTime now, CancellationToken ct)
    {
        var need = clocks.Quota(RegistrationsQuota, ChinaTime.DateOf(now)).AsInteger();
        var proposed = 0;
        Func<Guid, CancellationToken, Task<List<Guid>>>[] ends = [TargetsAsync, SourcesAsync];
        foreach (var page in ends)
        {
            var after = Guid.Empty;
            while (true)
            {
                var ids = await page(after, ct);
                proposed += await HubsAsync([.. ids.Distinct()], need, now, ct);
                if (ids.Count < Batch)
                {
                    break;
                }

                after = ids[^1];
            }
        }

        return proposed;
    }

    private IQueryable<PetitionLink> Linked => db.PetitionLinks.Where(link => link.EndedAt == null);

    /// <summary>Matters others are linked to; one that a page ends in is whole on it, for it is counted by itself.</summary>
    private Task<List<Guid>> TargetsAsync(Guid after, CancellationToken ct) =>
        Linked.Where(link => link.TargetId.CompareTo(after) > 0).OrderBy(link => link.TargetId).Select(link => link.TargetId).Take(Batch).ToListAsync(ct);

    /// <summary>Matters that are linked to others.</summary>
    private Task<List<Guid>> SourcesAsync(Guid after, CancellationToken ct) =>
        Linked.Where(link => link.PetitionId.CompareTo(after) > 0).OrderBy(link => link.PetitionId).Select(link => link.PetitionId).Take(Batch).ToListAsync(ct);

    private async Task<int> HubsAsync(IReadOnlyList<Guid> ids, int need, DateTime now, CancellationToken ct)
    {
        var there = await Linked.Where(link => ids.Contains(link.TargetId)).GroupBy(link => link.TargetId).Select(group => new { Id = group.Key, Links = group.Count() }).ToListAsync(ct);
        var from = await Linked.Where(link => ids.Contains(link.PetitionId)).GroupBy(link => link.PetitionId).Select(group => new { Id = group.Key, Links = group.Count() }).ToListAsync(ct);
        var hubs = there.Concat(from).GroupBy(row => row.Id).Select(rows => (Id: rows.Key, Registrations: rows.Sum(row => row.Links) + 1)).Where(hub => hub.Registrations >= need).ToList();
        var proposed = 0;
        foreach (var (hub, key) in await NewOnesAsync(await LiveAsync(hubs, row => row.Id, ct), row => Key(row.Id, JointTrigger.Registrations, row.Registrations), ct))
        {
            proposed += await ProposeAsync(new Cause(hub.Id, JointTrigger.Registrations, hub.Registrations, key), await FamilyAsync(hub.Id, ct), now, ct) ? 1 : 0;
        }

        return proposed;
    }

    private async Task<int> AgesAsync(DateTime now, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(now);
        var years = clocks.Quota(AgeQuota, today).AsInteger();
        var bound = today.AddYears(-years);
        var proposed = 0;
        var (day, after) = (DateOnly.MinValue, Guid.Empty);
        while (true)
        {
            var (fromDay, fromId) = (day, after);
            var old = await db.Petitions.VisibleTo(Actor.System)
                .Where(p => p.State != PetitionState.Closed && p.State != PetitionState.Archived && Live.Contains(p.State) && p.ReceivedOn <= bound && (p.ReceivedOn > fromDay || (p.ReceivedOn == fromDay && p.Id.CompareTo(fromId) > 0)))
                .OrderBy(p => p.ReceivedOn).ThenBy(p => p.Id).Take(Batch).Select(p => new { p.Id, p.ReceivedOn }).ToListAsync(ct);
            foreach (var (matter, key) in await NewOnesAsync(old, row => Key(row.Id, JointTrigger.Age, YearsBetween(row.ReceivedOn, today)), ct))
            {
                proposed += await ProposeAsync(new Cause(matter.Id, JointTrigger.Age, YearsBetween(matter.ReceivedOn, today), key), await FamilyAsync(matter.Id, ct), now, ct) ? 1 : 0;
            }

            if (old.Count < Batch)
            {
                return proposed;
            }

            (day, after) = (old[^1].ReceivedOn, old[^1].Id);
        }
    }

    internal static string Key(Guid petitionId, JointTrigger trigger, int count) => FormattableString.Invariant($"{petitionId:N}/{trigger}/{count}");

    private static int YearsBetween(DateOnly from, DateOnly to) => to.Year - from.Year - (from.AddYears(to.Year - from.Year) > to ? 1 : 0);

    private async Task<IReadOnlyList<(T Row, string Key)>> NewOnesAsync<T>(IReadOnlyList<T> rows, Func<T, string> keyOf, CancellationToken ct)
    {
        var keyed = rows.Select(row => (Row: row, Key: keyOf(row))).ToList();
        var keys = keyed.Select(pair => pair.Key).ToList();
        var known = await db.JointVisits.Where(visit => visit.TriggerKey != null && keys.Contains(visit.TriggerKey)).Select(visit => visit.TriggerKey!).ToListAsync(ct);
        return [.. keyed.ExceptBy(known, pair => pair.Key)];
    }

    /// <summary>Those that go on or are linked to one that does; of what is over nothing is read again every night.</summary>
    private async Task<IReadOnlyList<T>> LiveAsync<T>(IReadOnlyList<T> rows, Func<T, Guid> idOf, CancellationToken ct)
    {
        var ids = rows.Select(idOf).ToList();
        var links = await db.PetitionLinks.Where(link => link.EndedAt == null && (ids.Contains(link.TargetId) || ids.Contains(link.PetitionId)))
            .Select(link => new { link.TargetId, link.PetitionId }).ToListAsync(ct);
        var asked = ids.Concat(links.SelectMany(link => new[] { link.TargetId, link.PetitionId })).Distinct().ToList();
        var live = (await db.Petitions.VisibleTo(Actor.System).Where(p => asked.Contains(p.Id) && Live.Contains(p.State)).Select(p => p.Id).ToListAsync(ct)).ToHashSet();
        var near = links.Where(link => live.Contains(link.TargetId) || live.Contains(link.PetitionId)).SelectMany(link => new[] { link.TargetId, link.PetitionId }).ToHashSet();
        return [.. rows.Where(row => live.Contains(idOf(row)) || near.Contains(idOf(row)))];
    }

    /// <summary>
    /// The matter with those linked to it, open ones first, of its own office: those that may be heard, and none whose petitioner
    /// keeps his name back from the others.
    /// </summary>
    private async Task<IReadOnlyList<Petition>> FamilyAsync(Guid petitionId, CancellationToken ct)
    {
        var found = await db.Petitions.VisibleTo(Actor.System).AsNoTracking().AsSplitQuery().Include(p => p.Parties).Include(p => p.Respondents).Include(p => p.Assignments)
            .Where(p => p.Id == petitionId || db.PetitionLinks.Any(link => link.EndedAt == null
                && ((link.TargetId == petitionId && link.PetitionId == p.Id) || (link.PetitionId == petitionId && link.TargetId == p.Id))))
            .OrderByDescending(p => p.Id == petitionId).ThenByDescending(p => Live.Contains(p.State)).ThenBy(p => p.ReceivedAt).ThenBy(p => p.Id).Take(FamilyMost).ToListAsync(ct);
        List<Petition> family = [];
        foreach (var petition in found.Where(p => p.OfficeId == found[0].OfficeId && JointCompany.MayBeHeard(p)))
        {
            if (family.Count < JointVisit.CasesMost && JointCompany.MaySitTogether([.. family, petition]))
            {
                family.Add(petition);
            }
        }

        return [.. family.OrderByDescending(p => Live.Contains(p.State))];
    }

    private async Task<bool> ProposeAsync(Cause cause, IReadOnlyList<Petition> matters, DateTime now, CancellationToken ct)
    {
        var (about, trigger, count, key) = cause;
        var ids = matters.Select(p => p.Id).ToList();
        if (matters.Count == 0 || !Live.Contains(matters[0].State) || await db.JointCases.AnyAsync(each => each.Open && ids.Contains(each.PetitionId), ct))
        {
            return false;
        }

        // Matters linked crosswise each give the same reason: a table that was refused or held for one of them answers all.
        if (count < JointVisit.CasesMost
            && await db.JointVisits.AnyAsync(visit => visit.Trigger == trigger && visit.TriggerCount >= count && visit.Cases.Any(each => each.PetitionId == about), ct))
        {
            return false;
        }

        var (proposal, fact) = JointVisit.Propose(new NewJointVisit { OfficeId = matters[0].OfficeId, Trigger = trigger, Count = count, TriggerKey = key, Petitions = ids }, now);
        db.JointVisits.Add(proposal);
        log.Record(Actor.System, fact);
        var values = new Dictionary<string, string> { ["count"] = count.ToString(System.Globalization.CultureInfo.InvariantCulture) };
        foreach (var staff in await persons.OfAsync(matters[0], Director, ChinaTime.DateOf(now), ct))
        {
            await outbox.TellStaffAsync(matters[0], staff, Template, $"joint/{proposal.Id:N}", values, ct);
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another node found it at the same moment.
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Why a joint visit is proposed: the matter that gave the reason, and how many registrations or years.</summary>
    private sealed record Cause(Guid About, JointTrigger Trigger, int Count, string Key);
}
