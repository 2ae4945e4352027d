using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Retaliation;
using Petitions.Services.Clocks;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Documents.OnDemand;
using Petitions.Services.Petitions.Handling;

namespace Petitions.Services.Supervision;

/// <summary>The overdue list of the board, longest overdue first.</summary>
public sealed class OverdueQueries(PetitionsDbContext db, BoardScope scope, ClockCatalog clocks)
{
    public const int PageSize = 20;
    public const int CountMax = 1_000;

    // A reminder is no progress; a report of retaliation is not for everybody who has the list.
    private static readonly string[] Silent = [nameof(UrgeNoticeSent), nameof(RetaliationReported)];

    public async Task<OverdueList> ListAsync(CaseFilter filter, Actor actor, CancellationToken ct)
    {
        var today = scope.Today;
        var all = filter.Narrow(scope.In(CaseBox.Overdue, actor));
        var count = await all.Take(CountMax + 1).CountAsync(ct);
        var rest = all;
        if (filter.After is not null)
        {
            var from = await all.Where(p => p.Number == filter.After).Select(p => new { p.ReceivedAt, p.NextDueOn, p.Id }).SingleOrNotFoundAsync(ct);
            rest = all.After(filter.Order, filter.Dated, (from.ReceivedAt, from.NextDueOn, from.Id));
        }

        var (staff, readers) = (actor.StaffId, actor.OfficesFor(Abilities.ReadReportMaterial));
        var page = rest.By(filter.Order, filter.Dated).Take(PageSize + 1).Select(p => p.Id);
        var rows = await db.Petitions.VisibleTo(Actor.System).Where(p => page.Contains(p.Id)).By(filter.Order, filter.Dated).Select(p => new
        {
            p.Number,
            p.Title,
            p.State,
            DueOn = p.NextDueOn!.Value,
            p.DepartmentId,
            Holder = p.Assignments.Where(a => a.To == null && (a.Kind == AssignmentKind.CurrentHandler || a.Kind == AssignmentKind.Substitute))
                .OrderByDescending(a => a.Kind).Select(a => db.Staff.Where(s => s.Id == a.StaffId).Select(s => s.Name).FirstOrDefault()).FirstOrDefault(),
            Rule = db.PetitionClocks.Where(c => c.PetitionId == p.Id && c.State == ClockState.Running && c.DueOn == p.NextDueOn).OrderBy(c => c.RuleId).Select(c => c.RuleId).FirstOrDefault(),
            LastKind = db.Facts.Where(f => f.Subject == FactSubject.Petition && f.SubjectId == p.Id && f.ActorKind != ActorKind.System && !Silent.Contains(f.Kind)).OrderByDescending(f => f.Seq).Select(f => f.Kind).FirstOrDefault(),
            LastAt = db.Facts.Where(f => f.Subject == FactSubject.Petition && f.SubjectId == p.Id && f.ActorKind != ActorKind.System && !Silent.Contains(f.Kind)).OrderByDescending(f => f.Seq).Select(f => (DateTime?)f.At).FirstOrDefault(),
            Reminders = db.Facts.Count(f => f.Subject == FactSubject.Petition && f.SubjectId == p.Id && f.Kind == nameof(UrgeNoticeSent)),
            LastReminderAt = db.Facts.Where(f => f.Subject == FactSubject.Petition && f.SubjectId == p.Id && f.Kind == nameof(UrgeNoticeSent)).Max(f => (DateTime?)f.At),
            NoteId = db.IssuedDocuments.Where(d => d.PetitionId == p.Id && d.Type == OnDemandTypes.Urge).OrderByDescending(d => d.IssuedAt).Select(d => (Guid?)d.Id).FirstOrDefault(),
            NoteNumber = db.IssuedDocuments.Where(d => d.PetitionId == p.Id && d.Type == OnDemandTypes.Urge).OrderByDescending(d => d.IssuedAt).Select(d => d.NumberText).FirstOrDefault(),
            OpensPapers = p.Confidentiality != "ReportMaterial" || readers.Contains(p.OfficeId)
                || p.Assignments.Any(a => a.StaffId == staff && a.To == null && a.Kind != AssignmentKind.LeaderInCharge),
        }).AsNoTracking().ToListAsync(ct);
        var lines = rows.Take(PageSize).Select(row =>
        {
            var rule = clocks.Rules.Where(r => r.RuleId == row.Rule).MaxBy(r => r.Version);
            return new OverdueLine
            {
                Number = row.Number,
                Title = row.Title,
                State = row.State,
                DueOn = row.DueOn,
                DaysLate = today.DayNumber - row.DueOn.DayNumber,
                DepartmentId = row.DepartmentId,
                Holder = row.Holder,
                RuleZh = rule?.NameZh,
                RuleEn = rule?.NameEn,
                LastKind = row.LastKind,
                LastAt = row.LastAt,
                Reminders = row.Reminders,
                LastReminderAt = row.LastReminderAt,
                NoteId = row.NoteId,
                NoteNumber = row.NoteNumber,
                OpensPapers = row.OpensPapers,
            };
        }).ToList();
        return new OverdueList(lines, count, rows.Count > PageSize ? lines[^1].Number : null);
    }
}
