using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.VideoVisits;
using Petitions.Services.Appointments;
using Petitions.Services.Petitions;
using Petitions.Services.Receptions;

namespace Petitions.Services.VideoVisits;

/// <summary>Receptions by video of the offices a person runs an end of, behind his wall.</summary>
public sealed class VideoQueries(PetitionsDbContext db, VideoAccess access, VideoTranscripts transcripts, ColumnProtector protector, ReadLog reads, TimeProvider clock)
{
    public const int PageSize = 50;

    private static readonly VideoState[] Over = [VideoState.Held, VideoState.Refused, VideoState.CalledOff, VideoState.NoShow];
    private static readonly AppointmentState[] Gone = [AppointmentState.Cancelled, AppointmentState.NoShow, AppointmentState.Lapsed];

    /// <summary>What is still to be done or held, the oldest request first; or what is over, the newest first.</summary>
    /// <exception cref="NotFoundException">When the line to go on from is not to be known of.</exception>
    public async Task<VideoList> ListAsync(bool over, Guid? after, Actor actor, CancellationToken ct)
    {
        var found = from visit in access.Visible(actor).AsNoTracking()
                    join asked in db.Appointments.AsNoTracking() on visit.AppointmentId equals asked.Id
                    where (Over.Contains(visit.State) || Gone.Contains(asked.State)) == over
                    select new Pair { Visit = visit, Asked = asked };
        if (after is { } last)
        {
            var from = await found.Where(pair => pair.Visit.AppointmentId == last).Select(pair => new { At = pair.Asked.RequestedAt }).SingleOrNotFoundAsync(ct);
            found = over
                ? found.Where(pair => pair.Asked.RequestedAt < from.At || (pair.Asked.RequestedAt == from.At && pair.Visit.AppointmentId.CompareTo(last) < 0))
                : found.Where(pair => pair.Asked.RequestedAt > from.At || (pair.Asked.RequestedAt == from.At && pair.Visit.AppointmentId.CompareTo(last) > 0));
        }

        found = over
            ? found.OrderByDescending(pair => pair.Asked.RequestedAt).ThenByDescending(pair => pair.Visit.AppointmentId)
            : found.OrderBy(pair => pair.Asked.RequestedAt).ThenBy(pair => pair.Visit.AppointmentId);
        var lines = await LinesAsync(found.Take(PageSize + 1), ct);
        return new VideoList([.. lines.Take(PageSize)], lines.Count > PageSize ? lines[PageSize - 1].Id : null);
    }

    /// <exception cref="NotFoundException">Missing, of another office, not passed on yet or behind the wall.</exception>
    public async Task<VideoSheet> SheetAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var visit = await access.Visible(actor).AsNoTracking().Include(each => each.Recording).Where(each => each.AppointmentId == id).SingleOrNotFoundAsync(ct);
        var asked = await db.Appointments.AsNoTracking().Include(a => a.Persons).Where(a => a.Id == id).SingleOrNotFoundAsync(ct);
        string? matter = null;
        if (asked.PetitionId is { } petition)
        {
            await reads.RecordAsync(petition, actor, "booking", null, ct);
            matter = await db.Petitions.VisibleTo(Actor.System).ListedFor(actor).Where(p => p.Id == petition).Select(p => p.Number).SingleOrDefaultAsync(ct);
        }

        var contact = asked.Contact is null ? new IdentityBlock() : protector.UnprotectBlock(asked.Contact);
        var persons = asked.Persons.OrderBy(person => person.Ordinal).ToList();
        var (atJoining, atHearing) = (VideoAccess.IsAt(VideoEnd.Joining, visit, actor), VideoAccess.IsAt(VideoEnd.Hearing, visit, actor));
        // The end that hears wrote the address down and may have to change it.
        var link = visit.ShowsLink(clock.GetUtcNow().UtcDateTime) || (atHearing && visit.State == VideoState.Fixed);
        return new VideoSheet
        {
            Line = Line(visit, persons.FirstOrDefault()?.Name, asked.RequestedAt, Today),
            Day = VideoDay.Of(visit, link),
            Recording = RecordingLine.Of(visit.Recording),
            JoiningOfficeId = visit.JoiningOfficeId,
            IsOneHouse = visit.IsOneHouse,
            CheckedAt = visit.CheckedAt,
            ForwardedAt = visit.ForwardedAt,
            Note = visit.Note,
            RightOfficeId = visit.RightOfficeId,
            AtJoining = atJoining,
            AtHearing = atHearing,
            IsOpen = !Over.Contains(visit.State) && !Gone.Contains(asked.State),
            Persons = [.. persons.Select(person => new SheetPerson(person.Id, person.Ordinal, person.Name, person.Admission, person.RefusalReason))],
            Wishes = await OwnBookingQueries.WishesAsync(db, id, ct),
            Reason = asked.Reason,
            Topic = asked.Topic,
            Phone = contact.Phone,
            Matter = matter,
            EndReason = asked.EndReason,
            ReceptionId = asked.ReceptionId,
            Offer = OfferOf(visit, asked),
            MayPropose = VideoAccess.IsAt(visit.Turn, visit, actor) && visit.State is VideoState.Requested or VideoState.Checked or VideoState.Forwarded
                && asked.State is AppointmentState.Requested or AppointmentState.Offered,
            HasTranscript = asked.ReceptionId is not null && await transcripts.AnyAsync(id, actor, ct),
            Rooms = await RoomsAsync(visit, ct),
            JoiningPeople = await PeopleAsync(visit.JoiningOfficeId, ct),
            HearingPeople = await PeopleAsync(visit.HearingOfficeId, ct),
        };
    }

    /// <summary>Whether a file with this digest is the one registered (journey J11, tester (d)); null where the digest is none, or none is registered.</summary>
    public async Task<bool?> MatchesAsync(Guid id, string? digest, Actor actor, CancellationToken ct)
    {
        var visit = await access.LoadAsync(id, actor, ct);
        return visit.Recording.Digest is null ? null : visit.Recording.Matches(digest);
    }

    internal static VideoLine Line(VideoVisit visit, string? booker, DateTime? requestedAt, DateOnly today) => new()
    {
        Id = visit.AppointmentId,
        State = visit.State,
        JoiningPointId = visit.JoiningPointId,
        HearingOfficeId = visit.HearingOfficeId,
        Booker = Masked.Name(booker),
        RequestedAt = requestedAt,
        DueOn = visit.Waits ? visit.ForwardDueOn : null,
        DaysLate = visit.DaysLate ?? (visit is { Waits: true, ForwardDueOn: { } due } ? Math.Max(0, today.DayNumber - due.DayNumber) : 0),
        StartsAt = visit.StartsAt,
    };

    private static VideoOffer? OfferOf(VideoVisit visit, Appointment asked) => visit is { ProposedAt: { } at, FixedAt: null } && asked.State is AppointmentState.Requested or AppointmentState.Offered or AppointmentState.Confirmed
        ? new VideoOffer(at, asked.State, asked is { StartsAt: { } from, EndsAt: { } to } ? new AgreedTime(from, to) : null, asked.SlotId, asked.HeldUntil)
        : null;

    private DateOnly Today => ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);

    private async Task<IReadOnlyList<VideoLine>> LinesAsync(IQueryable<Pair> found, CancellationToken ct)
    {
        var today = Today;
        var rows = await found.Select(pair => new
        {
            pair.Visit,
            pair.Asked.RequestedAt,
            pair.Asked.State,
            pair.Asked.StartsAt,
            Booker = pair.Asked.Persons.Where(person => person.Ordinal == 1).Select(person => person.Name).FirstOrDefault(),
        }).ToListAsync(ct);
        return [.. rows.Select(row => Line(row.Visit, row.Booker, row.RequestedAt, today) with
        {
            OfferedAt = row.State == AppointmentState.Offered ? row.StartsAt : null,
            AgreedAt = row.State == AppointmentState.Confirmed && row.Visit.FixedAt is null ? row.StartsAt : null,
        })];
    }

    /// <summary>Rooms with the video link at the point near home and in the office that hears.</summary>
    private async Task<IReadOnlyList<RoomLine>> RoomsAsync(VideoVisit visit, CancellationToken ct)
    {
        var (point, office) = (visit.JoiningPointId, visit.HearingOfficeId);
        return await db.Rooms.AsNoTracking().Where(room => room.Enabled && room.Kind == RoomKind.Video && (room.ServicePointId == point || room.OfficeId == office))
            .OrderBy(room => room.NameZh).ThenBy(room => room.Id)
            .Select(room => new RoomLine(room.Id, room.OfficeId, room.ServicePointId, room.NameZh, room.NameEn, room.Kind, room.Seats, room.Enabled, room.Version)).ToListAsync(ct);
    }

    private async Task<IReadOnlyList<Colleague>> PeopleAsync(Guid office, CancellationToken ct) =>
        await db.Staff.AsNoTracking().Where(staff => staff.OfficeId == office && staff.Active).OrderBy(staff => staff.NameOrder).ThenBy(staff => staff.Id)
            .Select(staff => new Colleague(staff.Id, staff.Name)).ToListAsync(ct);

    private sealed class Pair
    {
        public required VideoVisit Visit { get; init; }

        public required Appointment Asked { get; init; }
    }
}
