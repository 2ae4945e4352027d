using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Domain.VideoVisits;
using Petitions.Services.Appointments;
using Petitions.Services.Receptions;
using Petitions.Services.Tests.Appointments;
using Petitions.Services.VideoVisits;

namespace Petitions.Services.Tests.VideoVisits;

/// <summary>Somebody at the county's station, to be heard by the city's office: the people and rooms of both ends.</summary>
public abstract class VideoTest : BookingTest
{
    protected const string Link = "https://meeting.example.test/room/881204";
    protected const string City = "C9901";
    protected static readonly DateTime Starts = new(2026, 3, 5, 2, 0, 0, DateTimeKind.Utc);

    protected Actor Clerk { get; private set; } = null!;

    protected Actor CityClerk { get; private set; } = null!;

    protected Actor Director { get; private set; } = null!;

    protected Guid Here { get; private set; }

    protected Guid There { get; private set; }

    protected ServicePoint Station => Given.Offices.ServicePoints.Single(point => point.Code == "SP-QX-T1");

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Clerk = await ActorAsync((await Given.Staff("陈静", roles: "ReceptionOfficer")).Id);
        Director = await ActorAsync((await Given.Staff("李敏", roles: "PetitionDirector")).Id);
        CityClerk = await ActorAsync((await Given.Staff("贺岚", "C9901-05", "ReceptionOfficer")).Id);
        var head = await ActorAsync((await Given.Staff("郝静", "C9901-05", "PetitionDirector")).Id);
        Here = await RoomAsync(Station, "检察室视频间", Director);
        There = await RoomAsync(Given.Offices.ServicePoints.Single(point => point.Code == "SP-YY-HALL"), "市院视频间", head);
    }

    protected async Task<Guid> RoomAsync(ServicePoint point, string name, Actor actor)
    {
        await RunAsync<RoomService>(rooms => rooms.OpenAsync(point.Id, new RoomDetails { NameZh = name, NameEn = name, Kind = RoomKind.Video, Seats = 4 }, Guid.NewGuid(), actor, default));
        return await QueryAsync(db => db.Rooms.Where(room => room.NameZh == name).Select(room => room.Id).SingleAsync());
    }

    protected async Task<Guid> AskAsync(string? phone = null, Guid? petition = null) => (await RunAsync<BookingService, Booked>(booking => booking.RequestAsync(
        Wanted(AppointmentForm.Video) with { OfficeId = Given.OfficeId(City) },
        By(phone ?? Phone(1)) with { ServicePointId = Station.Id, PetitionId = petition, Wishes = [new WishedTime(new DateOnly(2026, 3, 5), DayHalf.Morning)] },
        Actor.Citizen(), default))).Id;

    protected async Task<Guid> ForwardedAsync(string phone)
    {
        var id = await AskAsync(phone);
        await RequestsAsync(service => service.ForwardAsync(id, null, Clerk, default));
        return id;
    }

    protected FixVideo Fix() => new()
    {
        Time = new AgreedTime(Starts, Starts.AddHours(1)),
        JoiningRoomId = Here,
        HearingRoomId = There,
        JoiningOfficerId = Clerk.StaffId,
        HearingOfficerId = CityClerk.StaffId,
        Link = Link,
        Technician = "信息科 丁工",
        BackupPhone = "13800009999",
    };

    protected Task FixAsync(Guid id, FixVideo asked, Actor actor) => RunAsync<VideoFixService>(service => service.FixAsync(id, asked, actor, default));

    protected async Task<string?> TryFixAsync(Guid id)
    {
        try
        {
            await FixAsync(id, Fix(), CityClerk);
            return null;
        }
        catch (Domain.RuleBrokenException refused)
        {
            return refused.Code;
        }
    }

    protected Task RequestsAsync(Func<VideoRequestService, Task> act) => RunAsync(act);

    protected Task SessionAsync(Func<VideoSessionService, Task> act) => RunAsync(act);

    protected Task QueueAsync(Func<ReceptionQueueService, Task> act) => RunAsync(act);

    protected Task EndAsync(Guid visit) => QueueAsync(queue => queue.EndAsync(visit, ReceptionOutcome.Explained, null, Clerk, default));

    protected Task<int> WatchAsync() => Services.GetRequiredService<VideoWatch>().RunAsync(Now, default);

    protected Task<VideoVisit> VisitAsync(Guid id) => QueryAsync(db => db.VideoVisits.AsNoTracking().Include(visit => visit.Recording).SingleAsync(visit => visit.AppointmentId == id));

    protected async Task<(bool Joining, bool Hearing)> EndsAsync(Guid id, Actor actor)
    {
        var sheet = await RunAsync<VideoQueries, VideoSheet>(queries => queries.SheetAsync(id, actor, default));
        return (sheet.AtJoining, sheet.AtHearing);
    }

    protected Task<bool?> MatchesAsync(Guid id, string digest) => RunAsync<VideoQueries, bool?>(queries => queries.MatchesAsync(id, digest, CityClerk, default));

    protected async Task<OwnBooking> OwnOfAsync(Guid id) => (await RunAsync<OwnBookingQueries, OwnBooking?>(queries => queries.FindAsync(id, default)))!;

    protected Task<List<Guid?>> ToldAsync(string template) => QueryAsync(db => db.Notices.Where(notice => notice.Template == template).Select(notice => notice.StaffId).ToListAsync());
}
