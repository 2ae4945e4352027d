using Petitions.Domain.Appointments;
using Petitions.Domain.Tests.Clocks;

namespace Petitions.Domain.Tests.Appointments;

/// <summary>Regular reception days: which days they name and whose turn it is.</summary>
public sealed class TimetableRuleTests
{
    private static readonly Guid First = Guid.NewGuid();
    private static readonly Guid Second = Guid.NewGuid();
    private static readonly Guid Third = Guid.NewGuid();
    private static readonly DateOnly Wednesday = new(2026, 3, 4);

    [Fact]
    public void Turns_GoRound_AndTheSameDayAlwaysGivesTheSame()
    {
        var rule = Set(Details);

        Assert.Equal([First, Second, Third, First], Enumerable.Range(0, 4).Select(week => rule.TurnOn(Wednesday.AddDays(7 * week))[0]));
        Assert.Equal([Second, Third, First], rule.TurnOn(Wednesday.AddDays(7)));
        Assert.Empty(Set(Details with { Form = "Appointment", Leaders = [] }).TurnOn(Wednesday));
    }

    [Fact]
    public void Days_LieOnItsWeekdays_WithinItsTime()
    {
        var rule = Set(Details with { Weekdays = [3, 5, 3], ValidTo = Wednesday.AddDays(8) });

        Assert.Equal([Wednesday, Wednesday.AddDays(2), Wednesday.AddDays(7)], rule.DaysIn(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)));
        Assert.Equal((true, false, false), (rule.Names(Wednesday), rule.Names(Wednesday.AddDays(1)), rule.Names(Wednesday.AddDays(9))));
    }

    [Fact]
    public void Change_RaisesTheVersion_AndKeepsBothInTheFact()
    {
        var rule = Set(Details);

        var fact = rule.Change(Details with { From = new TimeOnly(10, 0) }, Guid.NewGuid());

        Assert.Equal(2, rule.Version);
        Assert.Contains("09:00-11:30", fact.Before, StringComparison.Ordinal);
        Assert.Contains("10:00-11:30", fact.After, StringComparison.Ordinal);
    }

    [Fact]
    public void Set_WithoutWhatItNeeds_IsRefused()
    {
        (TimetableRuleDetails Details, string Code)[] wrong =
        [
            (Details with { Weekdays = [] }, "timetable.weekdays"),
            (Details with { Weekdays = [8] }, "timetable.weekdays"),
            (Details with { Leaders = [] }, "timetable.leaders"),
            (Details with { Leaders = [First, First] }, "timetable.leaders"),
            (Details with { From = new TimeOnly(12, 0) }, "session.hours"),
            (Details with { SlotMinutes = 200 }, "session.slot-minutes"),
            (Details with { PublicPlaces = 0 }, "session.places"),
            (Details with { ValidTo = Wednesday.AddDays(-10) }, "timetable.valid-to"),
        ];

        Assert.Equal(wrong.Select(each => each.Code), wrong.Select(each => Assert.Throws<RuleBrokenException>(() => Set(each.Details)).Code));
    }

    [Fact]
    public void RoomBooking_TakesTheQuartersItTouches()
    {
        var (room, _) = Room.Open(Guid.NewGuid(), Guid.NewGuid(), new RoomDetails { NameZh = "一室", NameEn = "One", Kind = RoomKind.Room, Seats = 4 }, null, SeedClocks.Now);

        var (booking, _) = RoomBooking.Book(room, Wednesday, new TimeOnly(9, 10), new TimeOnly(10, 5), "讨论", Guid.NewGuid(), SeedClocks.Now);

        Assert.Equal(5, booking.Quarters.Count);
        Assert.Equal(new DateTime(2026, 3, 4, 1, 0, 0, DateTimeKind.Utc), booking.Quarters[0].StartsAt);
        booking.Release(Guid.NewGuid(), SeedClocks.Now);
        Assert.Empty(booking.Quarters);
        Assert.Equal("room.released", Assert.Throws<RuleBrokenException>(() => booking.Release(Guid.NewGuid(), SeedClocks.Now)).Code);
        Assert.Equal("room.past", Assert.Throws<RuleBrokenException>(() => RoomBooking.Book(room, new DateOnly(2026, 3, 1), new TimeOnly(9, 0), new TimeOnly(10, 0), "x", Guid.NewGuid(), SeedClocks.Now)).Code);
        Assert.Equal("room.hours", Assert.Throws<RuleBrokenException>(() => RoomBooking.Book(room, Wednesday, new TimeOnly(9, 0), new TimeOnly(9, 0), "x", Guid.NewGuid(), SeedClocks.Now)).Code);
    }

    private static TimetableRuleDetails Details => new()
    {
        Form = "Regular",
        Weekdays = [3],
        From = new TimeOnly(9, 0),
        To = new TimeOnly(11, 30),
        SlotMinutes = 30,
        PublicPlaces = 1,
        Leaders = [First, Second, Third],
        ValidFrom = Wednesday,
    };

    private static TimetableRule Set(TimetableRuleDetails details) => TimetableRule.Set(Guid.NewGuid(), Guid.NewGuid(), details, Guid.NewGuid(), null, SeedClocks.Now).Rule;
}
