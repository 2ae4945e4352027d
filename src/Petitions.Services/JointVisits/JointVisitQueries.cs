using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Services.Files.Attachments;
using Petitions.Services.Petitions;

namespace Petitions.Services.JointVisits;

/// <summary>
/// Reads joint visits: the list, one of them whole, and the papers of its table. Who opened one read of every matter it hears:
/// that is written down before the page is sent (security.md B4).
/// </summary>
public sealed class JointVisitQueries(PetitionsDbContext db, JointVisitAccess access, JointGuestService guests, JointPaperStore papers, ReadLog reads, TimeProvider clock)
{
    public const int PageSize = 20;

    /// <summary>What the log of readings calls it.</summary>
    internal const string Read = "JointVisit";

    private const int AttemptsShown = 20;

    private static readonly JointVisitState[] Open = [JointVisitState.Proposed, JointVisitState.Called, JointVisitState.Held, JointVisitState.MinutesConfirmed];

    private DateOnly Today => ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);

    /// <summary>Newest proposal first.</summary>
    /// <param name="ended">Those that are over, or those that are not.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<JointVisitList> ListAsync(bool ended, string? after, Actor actor, CancellationToken ct)
    {
        var today = Today;
        var box = access.For(actor).Where(visit => Open.Contains(visit.State) != ended);
        var count = await box.CountAsync(ct);
        if (KeyOf(after) is var (at, id))
        {
            box = box.Where(visit => visit.ProposedAt < at || (visit.ProposedAt == at && visit.Id.CompareTo(id) < 0));
        }

        var matters = db.Petitions.VisibleTo(Actor.System);
        var lines = await box.OrderByDescending(visit => visit.ProposedAt).ThenByDescending(visit => visit.Id).Take(PageSize + 1).Select(visit => new JointVisitLine
        {
            Id = visit.Id,
            State = visit.State,
            Trigger = visit.Trigger,
            Count = visit.TriggerCount,
            Purpose = visit.Purpose,
            StartsAt = visit.StartsAt,
            ProposedAt = visit.ProposedAt,
            Numbers = visit.Cases.OrderBy(each => each.Position).Select(each => matters.Where(p => p.Id == each.PetitionId).Select(p => p.Number).First()).ToList(),
            Measures = db.JointMeasures.Count(measure => measure.JointVisitId == visit.Id),
            Late = db.JointMeasures.Count(measure => measure.JointVisitId == visit.Id && ((measure.EndedOn == null && measure.DueOn < today) || measure.EndedOn > measure.DueOn)),
        }).ToListAsync(ct);
        return new JointVisitList([.. lines.Take(PageSize)], count, lines.Count > PageSize ? lines[PageSize - 1].Key : null);
    }

    /// <summary>One of them, opened by a person.</summary>
    /// <exception cref="NotFoundException">Missing, walled, or neither called nor attended by the person.</exception>
    public async Task<JointSheet> ReadAsync(Guid id, Actor actor, CancellationToken ct, string? address = null)
    {
        var sheet = await NowAsync(id, actor, ct);
        await RecordAsync(sheet.Cases.Select(each => each.Id), actor, address, ct);
        return sheet;
    }

    /// <summary>The same for a page that fetches itself anew: that it was opened is written down already.</summary>
    /// <exception cref="NotFoundException">Missing, walled, or neither called nor attended by the person.</exception>
    public async Task<JointSheet> NowAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var visit = await access.AtTableAsync(id, actor, ct);
        var text = await access.TextAsync(id, ct);
        var signatures = await access.SignaturesAsync(id, ct);
        var passes = await db.JointGuestPasses.AsNoTracking().Where(each => each.JointVisitId == id && each.MeasureId == null && each.RevokedAt == null).ToListAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        // Before the sitting only a link that still opens is one; afterwards the sheet shows who had one.
        passes.RemoveAll(each => visit.HeldAt is null && each.ValidUntil <= now);
        var names = await NamesAsync([.. text.Paragraphs.SelectMany(each => new[] { each.LockedBy, each.WrittenBy }).Append(visit.ProposedBy).OfType<Guid>().Distinct()], ct);
        string? Name(Guid? staff) => staff is { } known ? names.GetValueOrDefault(known) : null;
        var may = JointVisitAccess.MayCall(visit, actor);
        var sheet = new JointSheet
        {
            Id = visit.Id,
            OfficeId = visit.OfficeId,
            Version = visit.Version,
            State = visit.State,
            Trigger = visit.Trigger,
            Count = visit.TriggerCount,
            ProposedBy = Name(visit.ProposedBy),
            ProposedAt = visit.ProposedAt,
            Purpose = visit.Purpose,
            Brief = visit.Brief,
            VideoLink = visit.VideoLink,
            AgentNeed = visit.AgentNeed,
            InterpreterNeed = visit.InterpreterNeed,
            Day = visit.Day,
            StartsAt = visit.StartsAt,
            EndsAt = visit.EndsAt,
            ToldAt = visit.ToldPlan == visit.Plan ? visit.ToldAt : null,
            EndReason = visit.EndReason,
            StartedAt = visit.StartedAt,
            HeldAt = visit.HeldAt,
            MinutesConfirmedAt = visit.MinutesConfirmedAt,
            Round = visit.Round,
            Closed = visit.MinutesDigest is not null,
            Digest = text.Digest(visit),
            MayWrite = visit.MayWrite,
            MayCall = may,
            Missing = visit.State == JointVisitState.Proposed ? visit.Missing() : [],
            Cases = await CasesAsync(visit, actor, ct),
            Seats = [.. visit.Seats.OrderBy(seat => seat.Kind).ThenByDescending(seat => seat.Role == SeatRole.Host).ThenBy(seat => seat.Id)
                .Select(seat => Line(seat, passes.Find(pass => pass.SeatId == seat.Id)))],
            Places = [.. visit.Places.OrderBy(place => place.Position).Select(place => new JointPlaceLine(place.Id, place.Name, place.RoomId is not null, place.Video, place.BookingId is not null, place.Link))],
            Agenda = await db.JointAgendaItems.AsNoTracking().Where(item => item.JointVisitId == id).OrderBy(item => item.Position)
                .Select(item => new JointAgendaLine(item.Id, item.Position, item.Title, item.Minutes, item.StartedAt, item.EndedAt)).ToListAsync(ct),
            Paragraphs = [.. text.Paragraphs.Select(each => new JointParagraphLine(
                each.Id, each.Kind, each.SeatId, each.Text, Name(each.HeldBy(now)), each.HeldBy(now) is { } holder && holder == actor.StaffId, Name(each.WrittenBy), each.WrittenAt, each.Version))],
            Measures = [.. text.Measures.Select(measure => Line(measure))],
            Signatures = [.. signatures.Where(each => each.Round == visit.Round).Select(each => new JointSignatureLine(each.SeatId, each.SignerName, each.Way, each.At, each.Note))],
            Attendance = visit.Attendance,
            Papers = await guests.LinesAsync(db.JointPapers.Where(paper => paper.JointVisitId == id), ct),
            Attempts = may ? await db.JointGuestAttempts.AsNoTracking().Where(each => each.JointVisitId == id).OrderByDescending(each => each.At).ThenByDescending(each => each.Id).Take(AttemptsShown)
                .Select(each => new JointAttemptLine(each.At, each.SeatId, each.Why)).ToListAsync(ct) : [],
            WithoutView = [.. visit.SeatsWithoutView(text).Select(seat => seat.Id)],
        };
        db.ChangeTracker.Clear();
        return sheet;
    }

    /// <summary>A file of the table, for whoever sits there.</summary>
    /// <exception cref="NotFoundException">As above, or no such file.</exception>
    /// <exception cref="RuleBrokenException">file.not-scanned, file.infected.</exception>
    public async Task<OpenedFile> OpenPaperAsync(Guid id, Guid paperId, Actor actor, CancellationToken ct, string? address = null)
    {
        var visit = await access.For(actor).Where(each => each.Id == id).Select(each => new { each.Id, Matters = each.Cases.OrderBy(one => one.Position).Select(one => one.PetitionId).ToList() }).SingleOrNotFoundAsync(ct);
        var opened = await papers.OpenAsync(db.JointPapers.Where(paper => paper.JointVisitId == visit.Id), paperId, ct);
        await RecordAsync(visit.Matters, actor, address, ct);
        return opened;
    }

    private async Task RecordAsync(IEnumerable<Guid> petitions, Actor actor, string? address, CancellationToken ct)
    {
        foreach (var petition in petitions)
        {
            await reads.RecordAsync(petition, actor, Read, null, ct, address);
        }
    }

    private async Task<IReadOnlyList<JointCaseLine>> CasesAsync(JointVisit visit, Actor actor, CancellationToken ct)
    {
        var ids = visit.Cases.OrderBy(each => each.Position).Select(each => each.PetitionId).ToList();
        var opens = db.Petitions.VisibleTo(actor);
        var rows = await db.Petitions.VisibleTo(Actor.System).Where(p => ids.Contains(p.Id))
            .Select(p => new { p.Id, p.Number, p.Title, p.State, p.ReceivedAt, p.SpecialNeeds, Opens = opens.Any(own => own.Id == p.Id) }).ToListAsync(ct);
        return [.. rows.OrderBy(row => ids.IndexOf(row.Id)).Select(row => new JointCaseLine(row.Id, row.Number, row.Title, row.State, row.ReceivedAt, [.. CsvTable.Codes(row.SpecialNeeds)], row.Opens))];
    }

    private async Task<Dictionary<Guid, string>> NamesAsync(IReadOnlyList<Guid> ids, CancellationToken ct) =>
        ids.Count == 0 ? [] : await db.Staff.AsNoTracking().Where(staff => ids.Contains(staff.Id)).ToDictionaryAsync(staff => staff.Id, staff => staff.Name, ct);

    private JointMeasureLine Line(JointMeasure measure) => new()
    {
        Id = measure.Id,
        Number = measure.Number,
        Text = measure.Text,
        SeatId = measure.SeatId,
        DueOn = measure.DueOn,
        ProofWanted = measure.ProofWanted,
        State = measure.State,
        EndedAt = measure.EndedAt,
        Result = measure.Result,
        PaperId = measure.PaperId,
        RemindedOn = measure.RemindedOn,
        Late = measure.State != MeasureState.Draft && measure.IsLateOn(Today),
    };

    private JointSeatLine Line(JointSeat seat, JointGuestPass? pass) => new()
    {
        Id = seat.Id,
        Kind = seat.Kind,
        Role = seat.Role,
        OrganKind = seat.OrganKind,
        Organ = seat.Organ,
        DepartmentId = seat.DepartmentId,
        StaffId = seat.StaffId,
        Person = seat.PersonName,
        Bring = seat.Bring,
        BringBy = seat.BringBy,
        PlaceId = seat.PlaceId,
        HasContact = seat.EncryptedContact is not null,
        AcceptedAt = seat.AcceptedAt,
        BroughtAt = seat.BroughtAt,
        PapersLate = seat.BroughtAt is null && seat.BringBy < Today,
        Presence = seat.Presence,
        AbsenceReason = seat.AbsenceReason,
        IsOrgan = seat.IsOrgan,
        IsGuest = seat.IsGuest,
        GivesView = seat.GivesView,
        Signs = seat.Signs,
        LinkAt = pass?.IssuedAt,
        LinkOpenedAt = pass?.OpenedAt,
    };

    private static (DateTime At, Guid Id)? KeyOf(string? key) =>
        key?.Split('.') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks && Guid.TryParse(id, out var row)
            ? (new DateTime(at, DateTimeKind.Utc), row)
            : null;
}
