using Microsoft.EntityFrameworkCore;
using Petitions.Domain.Appointments;
using Petitions.Services.Appointments;

namespace Petitions.Services.Tests.Appointments;

/// <summary>Sessions made out of regular days, on both engines.</summary>
public sealed class TimetableGeneratorTests : TimetableTest
{
    [Fact]
    public async Task Make_Twice_AndAtOnce_MakesEachDayOnce()
    {
        var rule = await SetRuleAsync(LeadersRule);

        var first = await MakeAsync(3);
        var both = await Task.WhenAll(MakeAsync(6), RunAsync<TimetableGenerator, TimetableMade>(async generator =>
        {
            await generator.RunAsync(default);
            return TimetableMade.Nothing;
        }));
        var again = await MakeAsync(6);

        var days = await QueryAsync(db => db.ReceptionSessions.Where(s => s.RuleId == rule).OrderBy(s => s.Day).Select(s => s.Day).ToListAsync());
        Assert.Equal((3, 0), (first.Made, again.Made));
        Assert.InRange(both[0].Made, 0, 3);
        Assert.Equal(Enumerable.Range(0, 6).Select(week => Wednesday.AddDays(7 * week)), days);
    }

    [Fact]
    public async Task Make_PublishesInTurn_WithSlotsAndFacts()
    {
        await SetRuleAsync(LeadersRule);

        await MakeAsync(2);

        var sessions = await QueryAsync(db => db.ReceptionSessions.AsNoTracking().Include(s => s.Slots).OrderBy(s => s.Day).ToListAsync());
        Assert.Equal([Chief, Deputy], sessions.Select(s => s.LeaderId!.Value));
        Assert.All(sessions, s => Assert.Equal((SessionState.Published, 5, true), (s.State, s.Slots.Count, s.IsMorning)));
        Assert.Equal(["SessionPublished"], await FactsAsync(sessions[0].Id));
        Assert.Contains("OfficeChanged", await FactsAsync(Hall.OfficeId));
    }

    /// <summary>1 October 2026 is a Thursday in the holiday week: the leaders' day moves to 8 October, the hall is left out.</summary>
    [Fact]
    public async Task Make_OnAHoliday_MovesTheLeadersDay_AndLeavesTheHallOut()
    {
        Clock.SetUtcNow(new DateTimeOffset(2026, 9, 28, 0, 0, 0, TimeSpan.Zero));
        await SetRuleAsync(LeadersRule with { Weekdays = [4] });
        await SetRuleAsync(HallRule with { Weekdays = [4] });
        var preview = await RunAsync<TimetableGenerator, TimetablePreview>(generator => generator.PreviewAsync(1, Director, default));

        var made = await MakeAsync(1);

        var session = await QueryAsync(db => db.ReceptionSessions.SingleAsync());
        Assert.Equal((new DateOnly(2026, 10, 8), new DateOnly(2026, 10, 1)), (session.Day, session.RuleDay));
        Assert.Equal((1, 1, 1), (made.Made, made.Moved, made.LeftOut));
        Assert.Contains(preview.Days, day => day is { IsMoved: true, Fit: SessionFit.Holiday });
        Assert.Contains(preview.Days, day => day is { Day: null, Fit: SessionFit.Holiday });
    }

    [Fact]
    public async Task Make_SkipsAClosure_AndWhoIsAwayIsStoodInFor()
    {
        await CloseAsync(ClosureKind.Closed, Wednesday);
        await QueryAsync(async db =>
        {
            var staff = await db.Staff.Include(s => s.Absences).SingleAsync(s => s.Id == Deputy);
            staff.RecordAbsence(Wednesday.AddDays(7), Wednesday.AddDays(7), Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });
        await SetRuleAsync(LeadersRule);

        var made = await MakeAsync(2);

        var session = await QueryAsync(db => db.ReceptionSessions.SingleAsync());
        Assert.Equal((Wednesday.AddDays(7), Chief), (session.Day, session.LeaderId));
        Assert.Equal((1, 1), (made.Made, made.LeftOut));
    }

    /// <summary>A changed regular day replaces what nobody booked; what is booked stays and stands on the conflict list.</summary>
    [Fact]
    public async Task Change_ReplacesSessionsWithoutBookings_AndKeepsTheOthers()
    {
        var rule = await SetRuleAsync(HallRule with { Weekdays = [3] });
        await MakeAsync(2);
        var before = await QueryAsync(db => db.ReceptionSessions.AsNoTracking().Include(s => s.Slots.OrderBy(slot => slot.StartsAt)).OrderBy(s => s.Day).ToListAsync());
        Bookings.Book(before[0], 0);
        await RunAsync<TimetableRuleService>(rules => rules.ChangeAsync(rule, 1, HallRule with { Weekdays = [3], From = new TimeOnly(9, 0) }, Director, default));
        var waiting = await ConflictsAsync();

        var made = await MakeAsync(2);

        var now = await QueryAsync(db => db.ReceptionSessions.AsNoTracking().Where(s => !s.Superseded).OrderBy(s => s.Day).ToListAsync());
        var left = Assert.Single(await ConflictsAsync());
        Assert.Equal([before[0].Id, before[1].Id], waiting.Select(conflict => conflict.SessionId));
        Assert.Equal((1, 1), (made.Made, made.TakenBack));
        Assert.Equal([(before[0].Id, 1), (now[1].Id, 2)], now.Select(s => (s.Id, s.RuleVersion!.Value)));
        Assert.NotEqual(before[1].Id, now[1].Id);
        Assert.Equal((before[0].Id, ConflictReason.RuleChanged, 1), (left.SessionId, left.Reason, left.Bookings.Count));
    }

    [Fact]
    public async Task Make_WhereTheRoomIsTaken_GoesWithoutIt()
    {
        var room = await RoomAsync();
        await RunAsync<RoomService>(rooms => rooms.BookAsync(new BookRoom { RoomId = room, Day = Wednesday, From = new TimeOnly(11, 0), Purpose = "听证" }, Director, default));
        await SetRuleAsync(LeadersRule with { RoomId = room });

        var made = await MakeAsync(2);

        var rooms = await QueryAsync(db => db.ReceptionSessions.OrderBy(s => s.Day).Select(s => s.RoomId).ToListAsync());
        Assert.Equal((2, 1), (made.Made, made.WithoutRoom));
        Assert.Equal([null, room], rooms);
        Assert.Equal(10, await QueryAsync(db => db.RoomQuarters.CountAsync(q => q.StartsAt > new DateTime(2026, 3, 5, 0, 0, 0, DateTimeKind.Utc))));
    }
}
