using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;
using Petitions.Services.Appointments;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Appointments;

/// <summary>A hall whose director plans, with two leaders; a test names only what matters to it.</summary>
public abstract class TimetableTest : PetitionsTest
{
    /// <summary>The first Wednesday after T0.</summary>
    protected static readonly DateOnly Wednesday = new(2026, 3, 4);

    internal BookedInTest Bookings { get; } = new();

    protected Actor Director { get; private set; } = null!;

    protected Guid Chief { get; private set; }

    protected Guid Deputy { get; private set; }

    protected ServicePoint Hall => Given.Offices.ServicePoints.Single(point => point.Code == "SP-QX-HALL");

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Director = await ActorAsync((await Given.Staff("李敏", roles: "PetitionDirector")).Id);
        Chief = (await Given.Staff("周岚", "D990101-11", "ChiefProcurator")).Id;
        Deputy = (await Given.Staff("沈清", "D990101-11", "DeputyChief")).Id;
    }

    protected override void More(IServiceCollection collection) => collection.AddSingleton<ISessionBookings>(Bookings);

    protected TimetableRuleDetails LeadersRule => new()
    {
        Form = SitterCheck.LeadersDay,
        Weekdays = [3],
        From = new TimeOnly(9, 0),
        To = new TimeOnly(11, 30),
        SlotMinutes = 30,
        PublicPlaces = 1,
        Leaders = [Chief, Deputy],
        ValidFrom = new DateOnly(2026, 3, 2),
        PublishAtOnce = true,
    };

    protected TimetableRuleDetails HallRule => new()
    {
        Form = SitterCheck.Hall,
        Weekdays = [1, 2, 3, 4, 5],
        From = new TimeOnly(8, 30),
        To = new TimeOnly(12, 0),
        SlotMinutes = 30,
        PublicPlaces = 2,
        ValidFrom = new DateOnly(2026, 3, 2),
    };

    protected PlanSession Session(DateOnly day) => new()
    {
        SubmissionKey = Guid.NewGuid(),
        ServicePointId = Hall.Id,
        Form = SitterCheck.LeadersDay,
        Day = day,
        From = new TimeOnly(9, 0),
        To = new TimeOnly(11, 0),
        SlotMinutes = 30,
        PublicPlaces = 1,
        LeaderId = Chief,
        Publish = true,
    };

    protected Task<Guid> SetRuleAsync(TimetableRuleDetails details) => RunAsync<TimetableRuleService, Guid>(rules => rules.SetAsync(Hall.Id, details, Guid.NewGuid(), Director, default));

    protected Task<TimetableMade> MakeAsync(int weeks) => RunAsync<TimetableGenerator, TimetableMade>(generator => generator.MakeAsync(weeks, Director, default));

    protected Task<Guid> PlanAsync(PlanSession plan) => RunAsync<SessionPlanService, Guid>(sessions => sessions.PlanAsync(plan, Director, default));

    protected Task<Guid> RoomAsync(string name = "一室", RoomKind kind = RoomKind.Room) => RunAsync<RoomService, Guid>(async rooms =>
    {
        await rooms.OpenAsync(Hall.Id, new RoomDetails { NameZh = name, NameEn = name, Kind = kind, Seats = 6 }, Guid.NewGuid(), Director, default);
        return await QueryAsync(db => db.Rooms.Where(room => room.NameZh == name).Select(room => room.Id).SingleAsync());
    });

    protected Task CloseAsync(ClosureKind kind, DateOnly day, TimeOnly? from = null, TimeOnly? to = null) => RunAsync<ClosureService>(closures => closures.SetAsync(new ClosureDetails
    {
        OfficeId = Hall.OfficeId,
        ServicePointId = Hall.Id,
        Kind = kind,
        FirstDay = day,
        LastDay = day,
        From = from,
        To = to,
        Reason = "设备检修",
        SubmissionKey = Guid.NewGuid(),
    }, Director, default));

    protected Task<IReadOnlyList<TimetableConflict>> ConflictsAsync() => RunAsync<ConflictQueries, IReadOnlyList<TimetableConflict>>(queries => queries.ListAsync(Director, default));

    protected Task<ReceptionSession> ReloadAsync(Guid id) => QueryAsync(db => db.ReceptionSessions.AsNoTracking().Include(s => s.Slots.OrderBy(slot => slot.StartsAt)).SingleAsync(s => s.Id == id));

    protected Task<List<string>> FactsAsync(Guid subject) => QueryAsync(db => db.Facts.Where(fact => fact.SubjectId == subject).OrderBy(fact => fact.Seq).Select(fact => fact.Kind).ToListAsync());
}
