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
        return await db.Offices.Where(office => office.Id == actor.OfficeId)
            .Select(office => new BoardNumbers(unassigned.Count(), due.Count(), overdue.Count(), replies.Count() + proposals.Count(),
                risks.Count() + second.Count() + parked.Count() + calls.Count() + reads.Count() + reports.Count(), reports.Count())
            { Risks = risks.Count(), LateVideos = lateVideos.Count() })
            .SingleOrNotFoundAsync(ct);
    }
}
