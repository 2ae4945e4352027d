using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Domain.VideoVisits;
using Petitions.Services.Clocks;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Receptions;

namespace Petitions.Services.Setup;

/// <summary>
/// Six weeks of visits before today, so that statistics, register, day sheets and the leaders' receptions have something to
/// show: whoever walked in or had booked, parties, missed calls, who left, calls and a visit at home, leaders' days, one
/// reception by video; every day is closed. By the entities' own verbs, a week in one save. Development only; safe to run twice.
/// </summary>
public sealed class DemoPastVisits(PetitionsDbContext db, OfficeCatalog offices, ClockCatalog clocks, ActorSource actors, PetitionParties parties, KeyRing keys, TimeProvider today)
{
    private const string Hall = "SP-QX-HALL";
    private const string Station = "SP-QX-T1";
    private const int Weeks = 6;
    private const int VideoStarts = 10 * 60;

    /// <summary>When they come on a day, in minutes after midnight.</summary>
    private static readonly int[] Arrivals = [525, 570, 625, 870, 935];

    private readonly DemoClock clock = new(today.GetUtcNow());

    private int told;

    public async Task SeedAsync(CancellationToken ct)
    {
        var now = ChinaTime.DateOf(today.GetUtcNow().UtcDateTime);
        if (await db.DaySheets.AnyAsync(sheet => sheet.Day < now, ct) || Point(Hall) is not { } hall || await StaffAsync("ReceptionOfficer", ct) is not { } clerk
            || await StaffAsync("CaseOfficer", ct) is not { } officer || await actors.OfAsync(clerk, ct) is not { } actor)
        {
            return;
        }

        db.ChangeTracker.Clear();
        var teller = new DemoPastTeller(db, clock, parties, actor);
        var bookings = new DemoPastBookings(db, clock, parties, keys, actor);
        var leaders = (await db.ReceptionSessions.AsNoTracking().Include(session => session.Slots)
            .Where(session => session.ServicePointId == hall.Id && session.Day < now && session.SatById != null).ToListAsync(ct)).ToLookup(session => session.Day);
        var filed = await FiledAsync(hall.OfficeId, now, ct);
        var days = Enumerable.Range(1, 7 * Weeks).Select(back => now.AddDays(-back)).Where(clocks.Calendar.IsWorkingDay).Order().ToList();
        foreach (var week in days.Index().Chunk(5))
        {
            foreach (var (number, day) in week)
            {
                var booked = Booked(bookings, hall, day, number, clerk, officer, leaders[day].FirstOrDefault());
                teller.Tell(hall, day, [.. Unannounced(number), .. booked, .. filed[day]]);
            }

            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }

        if (days.Count > Weeks)
        {
            await ByVideoAsync(teller, bookings, hall, days[^Weeks], officer, ct);
        }
    }

    /// <summary>Who walked in that day: three to five, by turns of all kinds.</summary>
    private IEnumerable<DemoPastVisit> Unannounced(int number)
    {
        foreach (var arrival in Arrivals.Take(3 + (number % 3)))
        {
            var n = told++;
            var visit = new DemoPastVisit(arrival + (n * 7 % 13), n) { Waits = n % 23 == 6 ? 50 : 3 + (n * 5 % 23), Talks = 8 + (n * 11 % 37), Missed = n % 11 == 3 };
            yield return (n % 10) switch
            {
                2 or 7 => visit with { Prefix = "B", Outcome = ReceptionOutcome.EnquiryAnswered },
                4 => visit with { People = 3, Outcome = ReceptionOutcome.ProgressTold },
                5 => visit with { Waits = 26, Missed = false, Outcome = ReceptionOutcome.LeftUnheard },
                8 => visit with { Outcome = ReceptionOutcome.PapersExchanged },
                9 when n % 30 == 29 => visit with { Prefix = "G", People = 8, Talks = 55 },
                9 => visit with { Outcome = ReceptionOutcome.Referred },
                _ => visit,
            };
        }
    }

    /// <summary>Who had booked that day; of those who came, the visit.</summary>
    private static List<DemoPastVisit> Booked(DemoPastBookings bookings, ServicePoint hall, DateOnly day, int number, Guid clerk, Guid officer, ReceptionSession? leaders)
    {
        var come = new List<DemoPastVisit>();
        if (leaders is not null)
        {
            come.Add(Coming(bookings.InASlot(AppointmentForm.Leader, leaders, 1, number + 3), number + 3) with { Form = "Regular", ReceiverId = leaders.SatById, Talks = 25 });
            come.Add(new DemoPastVisit(625, number + 8) { Form = "Regular", ReceiverId = leaders.SatById, Talks = 30 });
        }

        switch (day.DayOfWeek)
        {
            case DayOfWeek.Tuesday:
                var session = bookings.Afternoon(hall, day);
                come.Add(Coming(bookings.InASlot(AppointmentForm.Hall, session, 0, number), number));
                if (number % 2 == 0)
                {
                    bookings.NotCome(bookings.InASlot(AppointmentForm.Hall, session, 1, number + 1));
                }
                else
                {
                    come.Add(Coming(bookings.InASlot(AppointmentForm.Hall, session, 1, number + 1), number + 1));
                }

                bookings.CalledOff(bookings.InASlot(AppointmentForm.Hall, session, 2, number + 2));
                break;
            case DayOfWeek.Thursday:
                bookings.Held(bookings.At(AppointmentForm.Phone, hall.OfficeId, At(day, 15 * 60), number + 4, clerk));
                break;
            case DayOfWeek.Friday when number % 2 == 0:
                bookings.Held(bookings.At(AppointmentForm.HomeVisit, hall.OfficeId, At(day, 9 * 60), number + 5, officer, clerk));
                break;
            case DayOfWeek.Friday:
                bookings.NotCome(bookings.At(AppointmentForm.NamedOfficer, hall.OfficeId, At(day, 16 * 60), number + 6, officer));
                break;
        }

        return come;
    }

    /// <summary>Comes some minutes before his time and is called at it.</summary>
    private static DemoPastVisit Coming(Appointment booking, int person)
    {
        var starts = ChinaTime.LocalOf(booking.StartsAt!.Value).TimeOfDay;
        return new DemoPastVisit((int)starts.TotalMinutes - 6, person) { Form = "Appointment", Waits = 6, Booking = booking };
    }

    /// <summary>The matters of the demo that were brought to the hall, on their days.</summary>
    private async Task<ILookup<DateOnly, DemoPastVisit>> FiledAsync(Guid office, DateOnly before, CancellationToken ct)
    {
        var rows = await db.Petitions.VisibleTo(Actor.System).AsNoTracking().Where(p => p.OfficeId == office && p.Channel == "WalkIn" && p.ReceivedOn < before)
            .Select(p => new { p.Id, p.ReceivedOn, p.Title, Name = p.Parties.Where(party => party.Relation == "Petitioner").Select(party => party.Name).FirstOrDefault() }).ToListAsync(ct);
        return rows.ToLookup(row => row.ReceivedOn, row => new DemoPastVisit(530, 0) { Filed = row.Id, Name = row.Name, Topic = row.Title, Outcome = ReceptionOutcome.PetitionRegistered, Talks = 35 });
    }

    private async Task ByVideoAsync(DemoPastTeller teller, DemoPastBookings bookings, ServicePoint hall, DateOnly day, Guid officer, CancellationToken ct)
    {
        if (Point(Station) is not { } station || await StaffAsync("StationOfficer", ct) is not { } beside || await VideoRoomAsync(station, ct) is not { } near || await VideoRoomAsync(hall, ct) is not { } far)
        {
            return;
        }

        var starts = At(day, VideoStarts);
        var (booking, video) = bookings.ByVideo(station, starts, 11, new VideoPlan
        {
            StartsAt = starts.UtcDateTime,
            EndsAt = starts.AddMinutes(60).UtcDateTime,
            JoiningRoomId = near,
            HearingRoomId = far,
            JoiningOfficerId = beside,
            HearingOfficerId = officer,
            Link = "https://meeting.yanyang.example/room/990101",
            Technician = "毛宁",
            BackupPhone = "000-5551121",
        });
        teller.Tell(station, day, [new DemoPastVisit(VideoStarts - 10, 11) { Form = DeskRules.VideoForm, Prefix = DeskRules.VideoPrefix, Waits = 10, Talks = 40, Booking = booking, ReceiverId = beside }]);
        bookings.Over(video, starts.AddMinutes(41));
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private Task<Guid?> VideoRoomAsync(ServicePoint point, CancellationToken ct) =>
        db.Rooms.Where(room => room.ServicePointId == point.Id && room.Kind == RoomKind.Video).OrderBy(room => room.Id).Select(room => (Guid?)room.Id).FirstOrDefaultAsync(ct);

    private ServicePoint? Point(string code) => offices.ServicePoints.FirstOrDefault(point => point.Code == code);

    private static DateTimeOffset At(DateOnly day, int minutes) => new DateTimeOffset(ChinaTime.StartOfDayUtc(day)).AddMinutes(minutes);

    private async Task<Guid?> StaffAsync(string userName, CancellationToken ct) =>
        await db.Users.Where(account => account.UserName == userName).Select(account => (Guid?)account.StaffId).SingleOrDefaultAsync(ct);
}
