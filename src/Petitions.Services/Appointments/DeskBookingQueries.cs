using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions;

namespace Petitions.Services.Appointments;

/// <summary>Appointments of the offices a person manages them for, behind his wall; who read whose contact of a matter is recorded.</summary>
public sealed class DeskBookingQueries(PetitionsDbContext db, BookingAccess access, ColumnProtector protector, KeyRing keys, ReadLog reads, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>From today on unless a day or state is asked for; by day and time, requests without a time first in their day; <paramref name="after"/> is the id of the last line seen.</summary>
    public async Task<(IReadOnlyList<BookingLine> Lines, Guid? Next)> ListAsync(BookingFilter filter, Guid? after, Actor actor, CancellationToken ct)
    {
        var found = access.Visible(actor).AsNoTracking();
        if (after is { } last)
        {
            var from = await found.Where(a => a.Id == last).Select(a => new { a.ListedAt }).SingleOrNotFoundAsync(ct);
            found = found.Where(a => a.ListedAt > from.ListedAt || (a.ListedAt == from.ListedAt && a.Id.CompareTo(last) > 0));
        }

        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        found = filter.Day is { } day ? found.Where(a => a.Day == day) : filter.State is null ? found.Where(a => a.Day >= today) : found;
        found = filter.Form is { } form ? found.Where(a => a.Form == form) : found;
        found = filter.State is { } state ? found.Where(a => a.State == state) : found;
        var rows = await Lines(found.OrderBy(a => a.ListedAt).ThenBy(a => a.Id).Take(PageSize + 1)).ToListAsync(ct);
        List<BookingLine> lines = [.. rows.Take(PageSize).Select(Line)];
        return (lines, rows.Count > PageSize ? lines[^1].Id : null);
    }

    /// <exception cref="NotFoundException">Missing, of another office or behind the wall.</exception>
    public async Task<BookingSheet> SheetAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var row = await Lines(access.Visible(actor).AsNoTracking().Where(a => a.Id == id)).SingleOrNotFoundAsync(ct);
        var more = await access.Visible(actor).AsNoTracking().Where(a => a.Id == id).SingleAsync(ct);
        var second = await db.Staff.AsNoTracking().Where(staff => staff.Id == more.SecondOfficerId).Select(staff => staff.Name).SingleOrDefaultAsync(ct);
        string? matter = null;
        if (more.PetitionId is { } petition)
        {
            await reads.RecordAsync(petition, actor, "booking", null, ct);
            matter = await db.Petitions.VisibleTo(Actor.System).ListedFor(actor).Where(p => p.Id == petition).Select(p => p.Number).SingleOrDefaultAsync(ct);
        }

        var persons = await db.AppointmentPersons.AsNoTracking().Where(person => person.AppointmentId == id).OrderBy(person => person.Ordinal)
            .Select(person => new SheetPerson(person.Id, person.Ordinal, person.Name, person.Admission, person.RefusalReason)).ToListAsync(ct);
        var contact = more.Contact is null ? new IdentityBlock() : protector.UnprotectBlock(more.Contact);
        var goesThere = actor.StaffId is { } staff && (more.OfficerId == staff || more.SecondOfficerId == staff);
        return new BookingSheet
        {
            Line = Line(row),
            OfficeId = more.OfficeId,
            EndsAt = more.EndsAt,
            HeldUntil = more.HeldUntil,
            Reason = more.Reason,
            Topic = more.Topic,
            Needs = CsvTable.Codes(more.Needs),
            Contact = goesThere ? contact : contact with { Address = Masked.Address(contact.Address) },
            AddressMasked = !goesThere && contact.Address is not null,
            Matter = matter,
            SecondOfficer = second,
            EndReason = more.EndReason,
            RequestedAt = more.RequestedAt,
            Persons = persons,
            Wishes = await OwnBookingQueries.WishesAsync(db, id, ct),
        };
    }

    /// <summary>The appointment whose code was scanned or typed at the desk (UX-047); null where there is none for this desk.</summary>
    public async Task<Guid?> FindAsync(string? code, Actor actor, CancellationToken ct)
    {
        if (QueryCode.TryParse(code) is not { } given)
        {
            return null;
        }

        var hash = AppointmentCode.Hash(given, keys.CodeKey);
        return await access.Visible(actor).AsNoTracking().Where(a => a.CodeHash == hash).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(ct);
    }

    private IQueryable<Row> Lines(IQueryable<Appointment> found) => found.Select(a => new Row
    {
        Id = a.Id,
        Form = a.Form,
        State = a.State,
        Day = a.Day,
        StartsAt = a.StartsAt,
        ServicePointId = a.ServicePointId,
        Booker = a.Persons.Where(person => person.Ordinal == 1).Select(person => person.Name).FirstOrDefault(),
        Persons = a.Persons.Count(person => person.Admission == PersonAdmission.Accepted),
        Officer = db.Staff.Where(staff => staff.Id == a.OfficerId).Select(staff => staff.Name).FirstOrDefault(),
        DueOn = a.DueOn,
        SmsAllowed = a.SmsAllowed,
        Contact = a.Contact,
    });

    private BookingLine Line(Row row) => new()
    {
        Id = row.Id,
        Form = row.Form,
        State = row.State,
        Day = row.Day,
        StartsAt = row.StartsAt,
        ServicePointId = row.ServicePointId,
        Booker = Masked.Name(row.Booker),
        Persons = row.Persons,
        Officer = row.Officer,
        DueOn = row.State is AppointmentState.Requested or AppointmentState.Offered ? row.DueOn : null,
        ToCall = !row.SmsAllowed && (row.Contact is null || protector.UnprotectBlock(row.Contact).Email is null),
    };

    private sealed class Row
    {
        public required Guid Id { get; init; }

        public required AppointmentForm Form { get; init; }

        public required AppointmentState State { get; init; }

        public DateOnly? Day { get; init; }

        public DateTime? StartsAt { get; init; }

        public Guid? ServicePointId { get; init; }

        public string? Booker { get; init; }

        public int Persons { get; init; }

        public string? Officer { get; init; }

        public DateOnly? DueOn { get; init; }

        public bool SmsAllowed { get; init; }

        public string? Contact { get; init; }
    }
}
