using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.JointVisits;
using Petitions.Data.Petitions;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Replies;
using Petitions.Domain.Retaliation;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Handling;

namespace Petitions.Services.JointVisits;

/// <summary>
/// Reads what the table needs of its matters. Whoever sits there may read it, though he could not open the matter alone;
/// the text of report material stays closed, and each reading is written down before the page is sent (security.md B4).
/// </summary>
public sealed class JointHistoryQueries(PetitionsDbContext db, JointVisitAccess access, PetitionTimelineQueries timeline, ReadLog reads)
{
    /// <exception cref="NotFoundException">Missing, walled, or he does not sit there.</exception>
    public async Task<JointHistory> OfAsync(Guid id, string? address, Actor actor, CancellationToken ct)
    {
        var visit = await access.AtTableAsync(id, actor, ct);
        var matters = await access.MattersAsync(visit, ct);
        db.ChangeTracker.Clear();
        foreach (var petition in matters)
        {
            await reads.RecordAsync(petition.Id, actor, JointVisitQueries.Read, null, ct, address);
        }

        var ids = matters.Select(petition => petition.Id).ToList();
        var replies = await db.Replies.AsNoTracking().Where(reply => ids.Contains(reply.PetitionId) && reply.SentAt != null).OrderBy(reply => reply.SentAt).ThenBy(reply => reply.Id).ToListAsync(ct);
        var staff = matters.SelectMany(petition => petition.Assignments).Select(each => each.StaffId).Distinct().ToList();
        var names = await db.Staff.AsNoTracking().Where(each => staff.Contains(each.Id)).ToDictionaryAsync(each => each.Id, each => each.Name, ct);
        var cases = new List<JointHistoryCase>();
        foreach (var petition in matters)
        {
            var events = await timeline.StaffAsync(petition.Id, Actor.System, ct, wall: actor);
            cases.Add(CaseOf(petition, events, replies.Where(reply => reply.PetitionId == petition.Id), names, actor));
        }

        var earlier = await db.JointMeasures.AsNoTracking()
            .Join(db.JointVisits.NotWalledFrom(db.Petitions.VisibleTo(Actor.System), actor).Where(each => each.Id != id && each.HeldAt != null && each.Cases.Any(one => ids.Contains(one.PetitionId))), measure => measure.JointVisitId, each => each.Id, (measure, each) => new { measure, each.HeldAt })
            .OrderBy(row => row.HeldAt).ThenBy(row => row.measure.Number).ToListAsync(ct);
        return new JointHistory(cases, [.. earlier.Select(row => (row.HeldAt!.Value, row.measure.Number, row.measure.Text, row.measure.DueOn, row.measure.State, row.measure.Result))]);
    }

    private static JointHistoryCase CaseOf(Petition petition, IReadOnlyList<TimelineEvent> events, IEnumerable<Reply> replies, Dictionary<Guid, string> names, Actor actor)
    {
        var readable = CaseQueries.MayReadText(petition, actor);
        // That retaliation was reported is hidden from the unit that may be concerned (domain.md 3.8).
        var reports = actor.Can(Abilities.GiveInstructions) || actor.Can(Abilities.OpenAccountability);
        return new JointHistoryCase
        {
            Number = petition.Number,
            Title = petition.Title,
            Text = readable ? petition.Text : null,
            Request = readable ? petition.Request : null,
            ReceivedAt = petition.ReceivedAt,
            Channel = petition.Channel,
            State = petition.State,
            Holders = [.. petition.Assignments.OrderBy(each => each.From).Select(each => (names.GetValueOrDefault(each.StaffId) ?? "", each.Kind.ToString(), each.From, each.To))],
            Replies = [.. replies.Select(reply => (reply.Kind, reply.SentAt!.Value, readable ? reply.Facts : null, readable ? reply.Law : null, readable ? reply.Reason : null))],
            Timeline = [.. events.Where(line => reports || line.Kind is not (nameof(RetaliationReported) or nameof(LeaderInstructionGiven)))],
        };
    }
}
