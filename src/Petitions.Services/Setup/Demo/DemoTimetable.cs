using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Services.Appointments;
using Petitions.Services.Clocks;
using Petitions.Services.Offices;

namespace Petitions.Services.Setup;

/// <summary>
/// The reception days of the invented county: a hall open Monday to Friday, a leaders' rota on Wednesday mornings with the
/// record of the past weeks, rooms. Development only; safe to run twice.
/// </summary>
public sealed class DemoTimetable(
    PetitionsDbContext db, RoomService rooms, TimetableRuleService rules, TimetableGenerator generator, ClockCatalog clocks, OfficeCatalog offices, ActorSource actors, TimeProvider today)
{
    private const string Hall = "SP-QX-HALL";
    private const string Station = "SP-QX-T1";
    private const int WeeksBack = 8;

    private static readonly TimeOnly LeadersFrom = new(9, 0);
    private static readonly TimeOnly LeadersTo = new(11, 30);

    private readonly DemoClock clock = new(today.GetUtcNow());

    public async Task SeedAsync(CancellationToken ct)
    {
        if (await db.TimetableRules.AnyAsync(ct) || offices.ServicePoints.FirstOrDefault(point => point.Code == Hall) is not { } hall || await StaffAsync("PetitionDirector", ct) is not { } director
            || await StaffAsync("ChiefProcurator", ct) is not { } chief || await StaffAsync("DeputyChief", ct) is not { } deputy || await actors.OfAsync(director, ct) is not { } actor)
        {
            return;
        }

        var past = await PastAsync(hall, chief, deputy, actor, ct);
        await rooms.OpenAsync(hall.Id, new RoomDetails { NameZh = "第一接待室", NameEn = "Reception room 1", Kind = RoomKind.Room, Seats = 6 }, Guid.NewGuid(), actor, ct);
        await rooms.OpenAsync(hall.Id, new RoomDetails { NameZh = "第二接待室", NameEn = "Reception room 2", Kind = RoomKind.Room, Seats = 12 }, Guid.NewGuid(), actor, ct);
        await rooms.OpenAsync(hall.Id, new RoomDetails { NameZh = "远程视频接访室", NameEn = "Video room", Kind = RoomKind.Video, Seats = 8 }, Guid.NewGuid(), actor, ct);
        if (offices.ServicePoints.FirstOrDefault(point => point.Code == Station) is { } station)
        {
            await rooms.OpenAsync(station.Id, new RoomDetails { NameZh = "检察室视频接访间", NameEn = "Video room of the station", Kind = RoomKind.Video, Seats = 4 }, Guid.NewGuid(), actor, ct);
        }

        var first = await db.Rooms.Where(room => room.ServicePointId == hall.Id && room.NameZh == "第一接待室").Select(room => room.Id).SingleAsync(ct);
        await rules.SetAsync(hall.Id, InTheHall(new TimeOnly(8, 30), new TimeOnly(12, 0)), Guid.NewGuid(), actor, ct);
        await rules.SetAsync(hall.Id, InTheHall(new TimeOnly(14, 0), new TimeOnly(17, 30)), Guid.NewGuid(), actor, ct);
        await rules.SetAsync(hall.Id, new TimetableRuleDetails
        {
            Form = SitterCheck.LeadersDay,
            Weekdays = [3],
            From = LeadersFrom,
            To = LeadersTo,
            SlotMinutes = 30,
            PublicPlaces = 1,
            Leaders = past % 2 == 0 ? [chief, deputy] : [deputy, chief],
            RoomId = first,
            ValidFrom = ChinaTime.DateOf(today.GetUtcNow().UtcDateTime),
            PublishAtOnce = true,
        }, Guid.NewGuid(), actor, ct);
        await generator.MakeAsync(TimetableGenerator.Weeks, actor, ct);
        db.ChangeTracker.Clear();
    }

    /// <summary>The Wednesdays of the past weeks in turn: the leader sat, once another stood in, once nobody did; the latest is not written down yet.</summary>
    private async Task<int> PastAsync(ServicePoint hall, Guid chief, Guid deputy, Actor actor, CancellationToken ct)
    {
        var log = new FactLog(db, clock);
        var now = ChinaTime.DateOf(today.GetUtcNow().UtcDateTime);
        var days = Enumerable.Range(1, 7 * WeeksBack).Select(back => now.AddDays(-back)).Where(day => day.DayOfWeek == DayOfWeek.Wednesday && clocks.Calendar.IsWorkingDay(day)).Order().ToList();
        foreach (var (turn, day) in days.Index())
        {
            clock.Set(new DateTimeOffset(ChinaTime.StartOfDayUtc(day.AddDays(-20))).AddHours(10));
            var session = ReceptionSession.Plan(new SessionPlan
            {
                OfficeId = hall.OfficeId,
                ServicePointId = hall.Id,
                Form = SitterCheck.LeadersDay,
                Day = day,
                From = LeadersFrom,
                To = LeadersTo,
                SlotMinutes = 30,
                PublicPlaces = 1,
                LeaderId = turn % 2 == 0 ? chief : deputy,
                PlannedBy = actor.StaffId!.Value,
            }, clock.GetUtcNow().UtcDateTime);
            db.ReceptionSessions.Add(session);
            log.Record(actor, session.Publish(clock.GetUtcNow().UtcDateTime));
            clock.Set(new DateTimeOffset(ChinaTime.StartOfDayUtc(day)).AddHours(15));
            if (day != days[^1])
            {
                var (sitting, by, note) = (days.Count - turn) switch
                {
                    3 => (SessionSitting.AnotherSat, (Guid?)(session.LeaderId == chief ? deputy : chief), (string?)"原定领导参加县里的会议"),
                    5 => (SessionSitting.NobodySat, null, "当日停电，已另行安排"),
                    _ => (SessionSitting.LeaderSat, null, null),
                };
                log.Record(actor, session.RecordSitting(sitting, by, note, actor.StaffId!.Value, clock.GetUtcNow().UtcDateTime));
            }

            await db.SaveChangesAsync(ct);
        }

        db.ChangeTracker.Clear();
        return days.Count;
    }

    private TimetableRuleDetails InTheHall(TimeOnly from, TimeOnly to) => new()
    {
        Form = SitterCheck.Hall,
        Weekdays = [1, 2, 3, 4, 5],
        From = from,
        To = to,
        SlotMinutes = 30,
        PublicPlaces = 2,
        InternalPlaces = 1,
        ValidFrom = ChinaTime.DateOf(today.GetUtcNow().UtcDateTime),
        PublishAtOnce = true,
    };

    private async Task<Guid?> StaffAsync(string userName, CancellationToken ct) =>
        await db.Users.Where(account => account.UserName == userName).Select(account => (Guid?)account.StaffId).SingleOrDefaultAsync(ct);
}
