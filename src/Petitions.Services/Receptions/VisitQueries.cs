using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Domain.Receptions;
using Petitions.Services.Petitions;

namespace Petitions.Services.Receptions;

/// <summary>Papers of one visit.</summary>
public sealed class VisitQueries(PetitionsDbContext db, ReceptionAccess access, ReceptionQueries queue, PetitionIntakeService intake, ColumnProtector protector, TimeProvider clock)
{
    /// <summary>One visit with its steps, matters and transcript; reading it is recorded on each of its matters first.</summary>
    /// <exception cref="NotFoundException">Missing, of another office or behind the wall.</exception>
    public async Task<VisitSheet> SheetAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var visit = await access.Visible(actor).AsNoTracking().Include(r => r.Visitors).Include(r => r.Steps).Include(r => r.Matters).AsSplitQuery()
            .Where(r => r.Id == id).SingleOrNotFoundAsync(ct);
        var linked = visit.Matters.Select(matter => matter.PetitionId).ToList();
        // Whoever hears the visit knows its matters, reports too: he took them down.
        var mine = actor.StaffId is { } me && (me == visit.ReceiverId || me == visit.SecondReceiverId || me == visit.RegisteredBy);
        var listed = mine ? db.Petitions.VisibleTo(Actor.System).NotWalledFrom(actor with { DepartmentLine = [] }) : db.Petitions.VisibleTo(Actor.System).ListedFor(actor);
        var reached = db.Petitions.VisibleTo(actor);
        var matters = await listed.AsNoTracking().Where(p => linked.Contains(p.Id)).OrderBy(p => p.ReceivedAt).ThenBy(p => p.Id)
            .Select(p => new { p.Id, p.Number, p.Category, p.State, Opens = reached.Any(own => own.Id == p.Id) }).ToListAsync(ct);
        var codes = await db.AccessGrants.AsNoTracking().Where(grant => linked.Contains(grant.PetitionId)).OrderBy(grant => grant.GrantedAt)
            .Select(grant => new { grant.PetitionId, Line = new CodeLine(grant.Id, grant.ValidUntil, grant.RevokedAt) }).ToListAsync(ct);
        var people = new[] { visit.ReceiverId ?? visit.RegisteredBy, visit.SecondReceiverId ?? Guid.Empty };
        var names = await db.Staff.AsNoTracking().Where(staff => people.Contains(staff.Id)).ToDictionaryAsync(staff => staff.Id, staff => staff.Name, ct);
        var transcripts = await db.Transcripts.AsNoTracking().Where(t => t.ReceptionId == id).OrderBy(t => t.Number)
            .Select(t => new TranscriptLine(t.Number, t.WrittenAt, t.SignedAt, t.SignedBy, t.Reason)).ToListAsync(ct);
        await RecordAsync([.. matters.Select(matter => matter.Id)], actor, ct);
        var entry = await db.ReceptionEntries.AsNoTracking().SingleOrDefaultAsync(each => each.ReceptionId == id, ct);
        var open = visit.State != ReceptionState.Ended;
        return new VisitSheet
        {
            Id = id,
            Ticket = visit.Ticket.ToString(),
            State = visit.State,
            Day = visit.Day,
            ServicePointId = visit.ServicePointId,
            Names = [.. visit.Visitors.OrderBy(v => v.Id).Select(v => v.Name).OfType<string>().Select(name => open ? name : Masked.Name(name))],
            Phone = MaskedPhone(visit),
            IdentityCheck = visit.IdentityCheck,
            GroupSize = visit.GroupSize,
            Needs = Domain.CsvTable.Codes(visit.Needs),
            Priority = visit.Priority,
            Topic = visit.Topic,
            CallByName = visit.CallByName,
            BookedAt = visit.BookedAt,
            ActsFor = visit.ActsFor is null || open ? visit.ActsFor : Masked.Name(visit.ActsFor),
            Consent = visit.Consent,
            Licence = LicenceOf(visit, open),
            Nameless = visit.Visitors.All(visitor => visitor.Name is null && visitor.Identity is null),
            Times = VisitTimes.Of(visit.Steps, clock.GetUtcNow().UtcDateTime),
            Receiver = names.GetValueOrDefault(people[0]),
            SecondReceiver = names.GetValueOrDefault(people[1]),
            Counter = visit.Counter,
            SentNote = visit.SentNote,
            EnteredAt = entry?.EnteredAt,
            LateReason = entry?.Reason,
            Outcome = visit.Outcome,
            OutcomeNote = visit.OutcomeNote,
            Steps = [.. visit.Steps.OrderBy(step => step.Number).ThenBy(step => step.At).Select(step => new VisitStep(step.Kind, step.At, step.Counter))],
            Matters = [.. matters.Select(m => new VisitMatter(m.Id, m.Number, m.Category, m.State, visit.Matters.First(link => link.PetitionId == m.Id).Kind, m.Opens,
                [.. codes.Where(code => code.PetitionId == m.Id).Select(code => code.Line)]))],
            Transcripts = transcripts,
            VideoId = visit.Form == DeskRules.VideoForm
                ? await db.Appointments.AsNoTracking().Where(a => a.ReceptionId == id).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(ct)
                : null,
            Mine = mine,
        };
    }

    private async Task RecordAsync(IReadOnlyList<Guid> matters, Actor actor, CancellationToken ct)
    {
        if (matters.Count > 0)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            db.ReadRecords.AddRange(matters.Select(matter => ReadRecord.Create(matter, actor.StaffId!.Value, "Visit", null, null, now)));
            await db.SaveChangesAsync(ct);
        }
    }

    private string? LicenceOf(Reception visit, bool open)
    {
        var stored = visit.Visitors.OrderBy(v => v.Id).Select(v => v.Identity).FirstOrDefault();
        return stored is not null && protector.UnprotectBlock(stored) is { IdKind: "LawyerLicence", IdNumber: { } number } ? (open ? number : Masked.Number(number)) : null;
    }

    private string MaskedPhone(Reception visit)
    {
        var stored = visit.Visitors.OrderBy(v => v.Id).Select(v => v.Identity).FirstOrDefault();
        return stored is null ? "" : Masked.Phone(protector.UnprotectBlock(stored).Phone);
    }

    public async Task<QueueSlip?> SlipAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var row = await access.Visible(actor).AsNoTracking().Where(r => r.Id == id)
            .Select(r => new { r.Id, r.Prefix, r.TicketNumber, r.ArrivedAt, r.ServicePointId, r.CallByName, r.Priority, r.PlaceToken, r.BookedAt }).SingleOrDefaultAsync(ct);
        return row is null ? null : new QueueSlip(row.Id, new Ticket(row.Prefix, row.TicketNumber).ToString(), row.ArrivedAt,
            (await queue.PlaceAsync(row.PlaceToken, ct))!.Ahead, row.ServicePointId, row.CallByName, row.Priority, row.PlaceToken, row.BookedAt);
    }

    /// <summary>The receipt of the petition taken down at the visit, for who took it down, on its day.</summary>
    public async Task<Receipt?> ReceiptAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var staff = actor.StaffId;
        var key = await access.Visible(actor).AsNoTracking()
            .Where(r => r.Id == id && r.RegisteredBy == staff && r.Day == today && r.Matters.Any(m => m.Kind == ReceptionMatterKind.Filed))
            .Select(r => (Guid?)r.SubmissionKey).SingleOrDefaultAsync(ct);
        return key is { } known ? await intake.ReceiptAsync(known, ct) : null;
    }
}
