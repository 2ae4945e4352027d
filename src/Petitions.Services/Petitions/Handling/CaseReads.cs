using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Data.Reads;
using Petitions.Domain.Offices;
using Petitions.Services.AccountabilityReviews;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Petitions.Joining;

namespace Petitions.Services.Petitions.Handling;

/// <summary>Reads one case in two trips, however much it holds: the matter under the wall, then all that belongs to it (performance.md P8).</summary>
public sealed class CaseReads(
    PetitionsDbContext db, ReadsTogether together, PetitionTimelineQueries timeline, DocumentQueries documents, JoinedMatters joined, JoinQueries links, ReadAlerts alerts)
{
    private const int ReadersShown = 50;

    /// <exception cref="NotFoundException">Missing, not in reach, or walled.</exception>
    public async Task<CaseRows> OfAsync(string number, Actor actor, CancellationToken ct)
    {
        var petition = await db.Petitions.VisibleTo(actor).AsNoTracking().Include(p => p.Assignments).Where(p => p.Number == number).SingleOrNotFoundAsync(ct);
        var id = petition.Id;
        var log = actor.Can(Abilities.ViewReadLog);
        var byPost = petition.Channel is "Telephone" or "Letter";
        var parties = together.Add(db.Parties.AsNoTracking().Where(p => p.PetitionId == id).OrderBy(p => p.Id).Select(p => p.Name));
        var respondents = together.Add(db.Respondents.AsNoTracking().Where(r => r.PetitionId == id).OrderBy(r => r.Id));
        var additions = together.Add(db.PetitionAdditions.AsNoTracking().Where(a => a.PetitionId == id).OrderBy(a => a.At).ThenBy(a => a.Id));
        var notes = together.Add(db.CaseNotes.AsNoTracking().Where(n => n.PetitionId == id).OrderBy(n => n.At).ThenBy(n => n.Id));
        var replies = together.Add(db.Replies.AsNoTracking().Where(r => r.PetitionId == id).OrderBy(r => r.Id));
        var clocks = together.Add(db.PetitionClocks.AsNoTracking().IgnoreAutoIncludes().Where(c => c.PetitionId == id).OrderBy(c => c.DueOn).ThenBy(c => c.Id));
        var events = together.Add(timeline.Rows(id, actor));
        var papers = together.Add(documents.Lines(number, actor));
        var others = together.Add(joined.Whole(id, actor));
        var lines = together.Add(links.Links(id, actor));
        var files = together.Add(db.Attachments.AsNoTracking().Where(a => a.PetitionId == id || joined.Of(id, actor).Any(other => other.Id == a.PetitionId)).Select(a => a.Id));
        var names = together.Add(Names(id, actor, log));
        var foreign = together.Add(alerts.Others(id, actor));
        var entry = byPost
            ? together.Add(db.IntakeEntries.AsNoTracking().Where(e => e.PetitionId == id).Select(e => new CaseEntry(e.CalledAt, e.EnteredAt, e.LateReason, e.ReadBack, e.EnvelopeKept)))
            : null;
        var readers = log ? together.Add(db.ReadRecords.AsNoTracking().Where(r => r.PetitionId == id).Where(ReadLog.IsShown).OrderByDescending(r => r.At).Take(ReadersShown)) : null;
        await together.SendAsync(ct);
        return new CaseRows
        {
            Petition = petition,
            PartyNames = parties.Rows,
            Respondents = respondents.Rows,
            Additions = additions.Rows,
            Notes = notes.Rows,
            Replies = replies.Rows,
            Clocks = clocks.Rows,
            Events = [.. events.Rows.Select(timeline.Event)],
            Documents = papers.Rows,
            Joined = others.Rows,
            Links = lines.Rows,
            Entry = entry?.Rows.FirstOrDefault(),
            Files = files.Rows.Count,
            Readers = readers?.Rows ?? [],
            Names = names.Rows.ToDictionary(row => row.Id, row => row.Name),
            ForeignReads = foreign.Rows.FirstOrDefault() + (ReadAlerts.IsForeign(petition, actor) ? 1 : 0),
        };
    }

    private IQueryable<StaffName> Names(Guid id, Actor actor, bool log)
    {
        var named = timeline.Facts(id, actor).Where(f => f.ActorId != null).Select(f => f.ActorId)
            .Union(db.CaseNotes.Where(n => n.PetitionId == id).Select(n => (Guid?)n.By))
            .Union(db.Assignments.Where(a => a.PetitionId == id).Select(a => (Guid?)a.StaffId))
            .Union(db.Replies.Where(r => r.PetitionId == id).SelectMany(r => r.Rounds).Select(x => x.DecidedBy))
            .Union(db.Petitions.VisibleTo(Actor.System).Where(p => p.Id == id).Select(p => p.FirstHandlerId));
        if (log)
        {
            named = named.Union(db.ReadRecords.Where(r => r.PetitionId == id).Where(ReadLog.IsShown).Select(r => (Guid?)r.StaffId));
        }

        return db.Staff.AsNoTracking().Where(s => named.Contains(s.Id)).Select(s => new StaffName(s.Id, s.Name));
    }

    private sealed record StaffName(Guid Id, string Name);
}
