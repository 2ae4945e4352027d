using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.VideoVisits;
using Petitions.Services.Appointments;
using Petitions.Services.Offices;
using Petitions.Services.VideoVisits;

namespace Petitions.Services.Setup;

/// <summary>
/// One of the receptions by video that <see cref="DemoBookings"/> asked for, passed on and settled with both its ends (journey
/// J11). Through the portal's own services. Development only; safe to run twice.
/// </summary>
public sealed class DemoVideo(PetitionsDbContext db, RoomService rooms, VideoRequestService requests, VideoFixService settling, OfficeCatalog offices, ActorSource actors)
{
    public const string Booker = "何秀珍";

    private const string Station = "SP-QX-T1";
    private const string CityHall = "SP-YY-HALL";

    public async Task SeedAsync(CancellationToken ct)
    {
        var asked = await db.Appointments.AsNoTracking().Include(a => a.Wishes).AsSplitQuery().OrderBy(a => a.Id)
            .FirstOrDefaultAsync(a => a.Form == AppointmentForm.Video && a.State == AppointmentState.Requested && a.Persons.Any(person => person.Name == Booker)
                && db.VideoVisits.Any(visit => visit.AppointmentId == a.Id && visit.State == VideoState.Requested), ct);
        if (asked is null || await AsAsync("ReceptionOfficer", ct) is not { } clerk || await AsAsync("CityReception", ct) is not { } city || await AsAsync("CityDirector", ct) is not { } director)
        {
            return;
        }

        await requests.ForwardAsync(asked.Id, "申请人行动不便，就近在检察室参加。", clerk, ct);
        var starts = ChinaTime.StartOfDayUtc(asked.Wishes.OrderBy(wish => wish.Rank).First().Day).AddHours(10);
        if (await RoomAsync(Station, ct) is not { } here || await CityRoomAsync(director, ct) is not { } there)
        {
            return;
        }

        try
        {
            await settling.FixAsync(asked.Id, new FixVideo
            {
                Time = new AgreedTime(starts, starts.AddHours(1)),
                JoiningRoomId = here,
                HearingRoomId = there,
                JoiningOfficerId = clerk.StaffId,
                HearingOfficerId = city.StaffId,
                Link = "https://meeting.yanyang.example/room/881204",
                Technician = "信息科 丁工",
                BackupPhone = "13800009999",
            }, city, ct);
        }
        catch (RuleBrokenException)
        {
            // The station is shut that day: the demo shows it passed on.
            db.ChangeTracker.Clear();
        }
    }

    private async Task<Guid?> CityRoomAsync(Actor director, CancellationToken ct)
    {
        if (await RoomAsync(CityHall, ct) is null && offices.ServicePoints.FirstOrDefault(point => point.Code == CityHall) is { } hall)
        {
            await rooms.OpenAsync(hall.Id, new RoomDetails { NameZh = "市院视频接访室", NameEn = "Video room of the city's office", Kind = RoomKind.Video, Seats = 8 }, Guid.NewGuid(), director, ct);
        }

        return await RoomAsync(CityHall, ct);
    }

    private Task<Guid?> RoomAsync(string point, CancellationToken ct)
    {
        var id = offices.ServicePoints.FirstOrDefault(each => each.Code == point)?.Id;
        return db.Rooms.AsNoTracking().Where(room => room.ServicePointId == id && room.Kind == RoomKind.Video && room.Enabled).OrderBy(room => room.Id).Select(room => (Guid?)room.Id).FirstOrDefaultAsync(ct);
    }

    private async Task<Actor?> AsAsync(string userName, CancellationToken ct) =>
        await db.Users.Where(account => account.UserName == userName).Select(account => (Guid?)account.StaffId).SingleOrDefaultAsync(ct) is { } staff ? await actors.OfAsync(staff, ct) : null;
}
