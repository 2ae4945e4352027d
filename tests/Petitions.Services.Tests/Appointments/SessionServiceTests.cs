using Microsoft.EntityFrameworkCore;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Services.Appointments;
using Petitions.Services.Offices;

namespace Petitions.Services.Tests.Appointments;

/// <summary>Single sessions: holidays, moves with what is booked, odd days, changed hours.</summary>
public sealed class SessionServiceTests : TimetableTest
{
    /// <summary>Seed feature 18.</summary>
    [Fact]
    public async Task Plan_On1October2026_IsRefused_AndTheEighthIsOffered()
    {
        var plan = Session(new DateOnly(2026, 10, 1));

        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => PlanAsync(plan));
        var offered = await RunAsync<SessionPlanService, DateOnly?>(sessions => sessions.NextDayAsync(Hall.Id, plan.Day, plan.From, plan.To, Director, default));
        var id = await PlanAsync(plan with { Day = offered!.Value });

        Assert.Equal(("session.holiday", new DateOnly(2026, 10, 8)), (refused.Code, offered));
        Assert.Equal((SessionState.Published, 4), ((await ReloadAsync(id)).State, (await ReloadAsync(id)).Slots.Count));
        Assert.Equal(["SessionPublished"], await FactsAsync(id));
    }

    [Fact]
    public async Task Plan_TheSameFormTwice_PlansOne_AndTheLeaderIsNotInTwoPlaces()
    {
        var plan = Session(Wednesday);

        var both = await Task.WhenAll(PlanAsync(plan), PlanAsync(plan));
        var busy = await Assert.ThrowsAsync<RuleBrokenException>(() => PlanAsync(Session(Wednesday) with { From = new TimeOnly(10, 0) }));
        var noLeader = await Assert.ThrowsAsync<RuleBrokenException>(() => PlanAsync(Session(Wednesday) with { LeaderId = Director.StaffId }));
        var inTheHall = await Assert.ThrowsAsync<RuleBrokenException>(() => PlanAsync(Session(Wednesday) with { Form = SitterCheck.Hall }));
        var early = await Assert.ThrowsAsync<RuleBrokenException>(() => PlanAsync(Session(Wednesday) with { From = new TimeOnly(8, 0) }));

        Assert.Equal(both[0], both[1]);
        Assert.Equal(("session.leader-busy", "session.leader", "session.leader", "session.outside-hours"), (busy.Code, noLeader.Code, inTheHall.Code, early.Code));
    }

    /// <summary>Nobody sits in two sessions at once, whoever plans at the same moment: the database decides (security.md C10).</summary>
    [Fact]
    public async Task Plan_OneLeaderByTwoAtOnce_GivesHimToOne_EachTime_AndFreesHimWhenCalledOff()
    {
        const int Rounds = 10;
        var won = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var day = new DateOnly(2026, 3, 4).AddDays(round / 5 * 7).AddDays(round % 3);
            var (from, to) = round % 5 < 3 ? (new TimeOnly(9, 0), new TimeOnly(10, 0)) : (new TimeOnly(14, 30), new TimeOnly(15, 30));
            // Different beginnings that overlap by a quarter of an hour.
            var both = await Task.WhenAll(
                TryPlanAsync(Session(day) with { From = from, To = to }),
                TryPlanAsync(Session(day) with { From = to.AddMinutes(-15), To = to.AddMinutes(45) }));
            won += both.Count(code => code is null);
            Assert.Contains("session.leader-busy", both);
        }

        Assert.Equal(Rounds, won);
        var id = await QueryAsync(db => db.ReceptionSessions.OrderBy(session => session.StartsAt).Select(session => session.Id).FirstAsync());
        var before = await QueryAsync(db => db.LeaderQuarters.CountAsync());
        await RunAsync<SessionChangeService, int>(sessions => sessions.CancelAsync(id, "停电", Director, default));
        Assert.Equal(before - 4, await QueryAsync(db => db.LeaderQuarters.CountAsync()));
    }

    [Fact]
    public async Task Move_ToFewerSlots_TakesBookingsAlong_AndTheRestStandsOnTheList()
    {
        var room = await RoomAsync();
        var id = await PlanAsync(Session(Wednesday) with { RoomId = room });
        var session = await ReloadAsync(id);
        Bookings.Book(session, 0);
        Bookings.Book(session, 3);

        // Half an hour later in the same room: the quarters it gives up and takes overlap.
        var moved = await RunAsync<SessionChangeService, SessionMovedTo>(sessions => sessions.MoveAsync(id, new SessionMove(Wednesday, new TimeOnly(9, 30), new TimeOnly(11, 0), room, "领导开会"), Director, default));

        var next = await ReloadAsync(moved.NextId);
        var conflict = Assert.Single(await ConflictsAsync());
        Assert.Equal((1, 1, 2), (moved.Moved, moved.Left, Bookings.Told.Count(reason => reason == "领导开会")));
        Assert.Equal((SessionState.Moved, next.Id), ((await ReloadAsync(id)).State, (await ReloadAsync(id)).MovedToId));
        Assert.Equal((id, ConflictReason.Moved, session.Slots[3].Id), (conflict.SessionId, conflict.Reason, conflict.Bookings.Single().SlotId));
        Assert.Equal(6, await QueryAsync(db => db.RoomQuarters.CountAsync()));
        Assert.Equal(["SessionPublished", "SessionMoved"], await FactsAsync(id));
        Assert.Equal(1, await QueryAsync(db => db.Notices.CountAsync(notice => notice.Template == "staff.session-moved" && notice.StaffId == Chief)));
    }

    [Fact]
    public async Task Move_OntoAHoliday_IsRefused_AndNothingIsLost()
    {
        var id = await PlanAsync(Session(Wednesday));
        Bookings.Book(await ReloadAsync(id), 0);

        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => RunAsync<SessionChangeService, SessionMovedTo>(sessions =>
            sessions.MoveAsync(id, new SessionMove(new DateOnly(2026, 4, 6), new TimeOnly(9, 0), new TimeOnly(11, 0), null, "改期"), Director, default)));

        Assert.Equal("session.holiday", refused.Code);
        Assert.Equal(SessionState.Published, (await ReloadAsync(id)).State);
        Assert.Empty(Bookings.Told);
    }

    [Fact]
    public async Task Cancel_TellsThoseWhoBooked_AndListsThem()
    {
        var id = await PlanAsync(Session(Wednesday));
        Bookings.Book(await ReloadAsync(id), 1);

        var left = await RunAsync<SessionChangeService, int>(sessions => sessions.CancelAsync(id, "停电", Director, default));

        var conflict = Assert.Single(await ConflictsAsync());
        Assert.Equal((1, ConflictReason.Cancelled, 1), (left, conflict.Reason, conflict.Bookings.Count));
        Assert.Equal("session.wrong-state", (await Assert.ThrowsAsync<RuleBrokenException>(() => RunAsync<SessionChangeService, int>(sessions => sessions.CancelAsync(id, "停电", Director, default)))).Code);
    }

    [Fact]
    public async Task Closure_AndChangedHours_ListOnlyWhatFallsOutside()
    {
        var id = await PlanAsync(Session(Wednesday));
        var session = await ReloadAsync(id);
        Bookings.Book(session, 0);
        Bookings.Book(session, 3);
        await CloseAsync(ClosureKind.Closed, Wednesday, new TimeOnly(10, 30), new TimeOnly(12, 0));
        var closed = Assert.Single(await ConflictsAsync());
        await RunAsync<ClosureService>(async closures => await closures.TakeBackAsync(await QueryAsync(db => db.Closures.Select(closure => closure.Id).SingleAsync()), Director, default));
        var none = await ConflictsAsync();

        var admin = await ActorAsync((await Given.Staff("毛宁", "D990101-16", "SystemAdmin")).Id);
        await RunAsync<OfficeService>(offices => offices.ChangeServicePointAsync(Hall.Id, Hall.Version, new Domain.Offices.ServicePointDetails
        {
            DepartmentId = Hall.DepartmentId,
            Type = Hall.Type,
            AreaCode = Hall.AreaCode,
            NameZh = Hall.NameZh,
            NameEn = Hall.NameEn,
            OpenWeekdays = Hall.OpenWeekdays,
            HoursMorning = "09:30-12:00",
            Counters = Hall.Counters,
        }, admin, default));
        var hours = Assert.Single(await ConflictsAsync());

        Assert.Equal((ConflictReason.Closed, session.Slots[3].Id), (closed.Reason, closed.Bookings.Single().SlotId));
        Assert.Empty(none);
        Assert.Equal((ConflictReason.OutsideHours, session.Slots[0].Id), (hours.Reason, hours.Bookings.Single().SlotId));
        Assert.Equal((1, 1), await RunAsync<ConflictQueries, (int, int)>(queries => queries.CountAsync(Hall, default)));
    }

    [Fact]
    public async Task Session_OfAnotherOffice_IsNotThere()
    {
        var id = await PlanAsync(Session(Wednesday));
        var stranger = await ActorAsync((await Given.Staff("郝静", "C9901-05", "PetitionDirector")).Id);

        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<SessionChangeService, int>(sessions => sessions.CancelAsync(id, "停电", stranger, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<TimetableQueries, SessionSheet>(queries => queries.SessionAsync(id, stranger, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<SessionPlanService, Guid>(sessions => sessions.PlanAsync(Session(Wednesday), stranger, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<LeaderRotaService>(rota => rota.RecordAsync(id, SessionSitting.LeaderSat, null, null, stranger, default)));
        Assert.Empty(await RunAsync<ConflictQueries, IReadOnlyList<TimetableConflict>>(queries => queries.ListAsync(stranger, default)));
    }

    [Fact]
    public async Task PublicTimetable_ShowsWhatIsPublished_WithItsNotices()
    {
        await PlanAsync(Session(Wednesday) with { Publish = false });
        var id = await PlanAsync(Session(Wednesday.AddDays(1)));
        await RunAsync<SessionChangeService, SessionMovedTo>(sessions => sessions.MoveAsync(id, new SessionMove(Wednesday.AddDays(2), new TimeOnly(9, 0), new TimeOnly(11, 0), null, "领导开会"), Director, default));

        var shown = (await RunAsync<PublicTimetableQueries, PublicTimetable?>(queries => queries.OfAsync("D990101", default)))!.Sessions;

        Assert.Equal([(Wednesday.AddDays(1), SessionState.Moved), (Wednesday.AddDays(2), SessionState.Published)], shown.Select(session => (session.Day, session.State)));
        Assert.Equal(("周岚", "ChiefProcurator", "领导开会", Wednesday.AddDays(2)), (shown[0].Leader, shown[0].Role, shown[0].Reason, shown[0].MovedTo));
        Assert.Null(await RunAsync<PublicTimetableQueries, PublicTimetable?>(queries => queries.OfAsync("NOWHERE", default)));
    }

    private async Task<string?> TryPlanAsync(PlanSession plan)
    {
        try
        {
            await PlanAsync(plan);
            return null;
        }
        catch (RuleBrokenException refused)
        {
            return refused.Code;
        }
    }
}
