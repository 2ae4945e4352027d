using Petitions.Domain.Appointments;
using Petitions.Domain.Tests.Clocks;

namespace Petitions.Domain.Tests.Appointments;

/// <summary>Which day can hold a session: calendar, weekly hours, odd days (domain.md row 21 and 2.9, seed feature 18).</summary>
public sealed class OpeningDaysTests
{
    private static readonly DateTime Now = SeedClocks.Now;
    private static readonly Guid Office = Guid.NewGuid();

    [Theory]
    [InlineData("2026-10-01", SessionFit.Holiday, "2026-10-08")]
    [InlineData("2026-02-17", SessionFit.Holiday, "2026-02-24")]
    [InlineData("2026-10-10", SessionFit.Fits, "2026-10-12")]
    [InlineData("2026-10-17", SessionFit.Holiday, "2026-10-19")]
    [InlineData("2026-10-08", SessionFit.Fits, "2026-10-09")]
    public void Day_ByTheCalendar_FitsOrLeadsToTheNext(string day, SessionFit fit, string next)
    {
        var days = Of();

        Assert.Equal((fit, SeedClocks.Day(next)), (days.FitOf(SeedClocks.Day(day), T(9), T(11)), days.NextFitting(SeedClocks.Day(day), T(9), T(11))));
    }

    [Theory]
    [InlineData(8, 11, SessionFit.OutsideHours)]
    [InlineData(11, 15, SessionFit.OutsideHours)]
    [InlineData(14, 17, SessionFit.Fits)]
    public void Hours_MustLieWithinOneHalfDay(int from, int to, SessionFit fit) => Assert.Equal(fit, Of().FitOf(new DateOnly(2026, 3, 4), T(from), T(to)));

    [Fact]
    public void Point_OpenOnSomeDays_IsShutOnTheOthers()
    {
        var days = new OpeningDays(SeedClocks.Calendar, OpeningHours.Of("2|4", "09:00-12:00", null), []);

        Assert.Equal((SessionFit.OutsideHours, SessionFit.Fits), (days.FitOf(new DateOnly(2026, 3, 4), T(9), T(11)), days.FitOf(new DateOnly(2026, 3, 5), T(9), T(11))));
        Assert.Equal(SessionFit.Holiday, days.FitOf(new DateOnly(2026, 10, 1), T(9), T(11)));
    }

    [Fact]
    public void Closure_OfSomeHours_TouchesOnlyThose_AndIsSkipped()
    {
        var days = Of(Odd(ClosureKind.Closed, "2026-03-04", "2026-03-05", T(9), T(10)));

        Assert.Equal((SessionFit.Closed, SessionFit.Fits, SessionFit.Closed),
            (days.FitOf(new DateOnly(2026, 3, 4), T(9), T(11)), days.FitOf(new DateOnly(2026, 3, 4), T(10), T(11)), days.FitOf(new DateOnly(2026, 3, 5), T(9), T(10))));
        Assert.Equal(new DateOnly(2026, 3, 6), days.NextFitting(new DateOnly(2026, 3, 3), T(9), T(11)));
    }

    [Fact]
    public void ExtraOpening_BeatsTheHoliday_AndAClosureBeatsIt()
    {
        var saturday = new DateOnly(2026, 3, 7);
        var open = Odd(ClosureKind.ExtraOpen, "2026-03-07", "2026-03-07", T(9), T(12));

        Assert.Equal((SessionFit.Fits, SessionFit.Holiday), (Of(open).FitOf(saturday, T(9), T(12)), Of(open).FitOf(saturday, T(14), T(15))));
        Assert.Equal(SessionFit.Closed, Of(open, Odd(ClosureKind.Closed, "2026-03-01", "2026-03-10", null, null)).FitOf(saturday, T(9), T(12)));
    }

    [Theory]
    [InlineData("2026-03-05", "2026-03-04", null, null, "x", "closure.days")]
    [InlineData("2026-03-05", "2026-06-04", null, null, "x", "closure.days")]
    [InlineData("2026-02-05", "2026-02-06", null, null, "x", "closure.past")]
    [InlineData("2026-03-05", "2026-03-05", 9, null, "x", "closure.hours")]
    [InlineData("2026-03-05", "2026-03-05", 9, 9, "x", "closure.hours")]
    [InlineData("2026-03-05", "2026-03-05", null, null, " ", "closure.reason")]
    public void Closure_ThatSaysNothingClear_IsRefused(string first, string last, int? from, int? to, string reason, string code) => Assert.Equal(code, Assert.Throws<RuleBrokenException>(() =>
        Odd(ClosureKind.Closed, first, last, from is { } f ? T(f) : null, to is { } t ? T(t) : null, reason)).Code);

    private static OpeningDays Of(params IReadOnlyList<Closure> closures) => new(SeedClocks.Calendar, OpeningHours.Of("1|2|3|4|5", "08:30-12:00", "14:00-17:30"), closures);

    private static Closure Odd(ClosureKind kind, string first, string last, TimeOnly? from, TimeOnly? to, string reason = "检修") => Closure.Set(
        new ClosureDetails { OfficeId = Office, Kind = kind, FirstDay = SeedClocks.Day(first), LastDay = SeedClocks.Day(last), From = from, To = to, Reason = reason }, Guid.NewGuid(), Now).Closure;

    private static TimeOnly T(int hour) => new(hour, 0);
}
