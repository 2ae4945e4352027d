using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Offices;
using Petitions.Services.Petitions.Decisions;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.VideoVisits;

namespace Petitions.Services.Supervision;

/// <summary>All figures of the board in one statement: each is one count over the index of its box (performance.md P8).</summary>
public sealed class BoardNumberQueries(PetitionsDbContext db, BoardScope scope, AlertScope alerts, DecisionQueries decisions, VideoBoardQueries videos)
{
    public async Task<BoardNumbers> OfAsync(Actor actor, CancellationToken ct)
    {
        var unassigned = scope.In(CaseBox.New, actor);
        var due = scope.In(CaseBox.Due, actor);
        var overdue = scope.In(CaseBox.Overdue, actor);
        var replies = scope.In(CaseBox.Approval, actor);
        var proposals = decisions.Waiting(actor);
        var (risks, second, parked, calls, reads) = (alerts.UrgentRisks(actor), alerts.SecondLevel(actor), alerts.Undelivered(actor), alerts.Callbacks(actor), alerts.ReadAlerts(actor));
        var reports = alerts.Retaliation(actor);
        var lateVideos = videos.Late(actor);
        // Each is counted once: a figure named twice is a second statement's work.
        var counted = await db.Offices.Where(office => office.Id == actor.OfficeId)
            .Select(office => new
            {
                New = unassigned.Count(),
                Due = due.Count(),
                Overdue = overdue.Count(),
                Approval = replies.Count() + proposals.Count(),
                Risks = risks.Count(),
                Others = second.Count() + parked.Count() + calls.Count() + reads.Count(),
                Reports = reports.Count(),
                LateVideos = lateVideos.Count(),
            })
            .SingleOrNotFoundAsync(ct);
        return new BoardNumbers(counted.New, counted.Due, counted.Overdue, counted.Approval, counted.Risks + counted.Others + counted.Reports, counted.Reports) { Risks = counted.Risks, LateVideos = counted.LateVideos };
    }
}
