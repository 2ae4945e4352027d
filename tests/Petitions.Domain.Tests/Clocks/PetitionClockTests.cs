using Petitions.Domain.Clocks;
using static Petitions.Domain.Tests.Clocks.SeedClocks;

namespace Petitions.Domain.Tests.Clocks;

public sealed class PetitionClockTests
{
    private static readonly Guid Officer = Guid.CreateVersion7(), Deputy = Guid.CreateVersion7();

    /// <summary>The numbers of journey J7 (note of RESULT_FINAL_3M).</summary>
    [Fact]
    public void Clock_OfJ7_PausedAndExtended_EndsOnItsDays()
    {
        var clock = Start("RESULT_FINAL_3M", "2026-03-02");
        Assert.Equal(Day("2026-06-02"), clock.DueOn);

        clock.Pause(Asked("2026-05-29"), Rule("RESULT_FINAL_3M"), Day("2026-05-29"), Now);
        Assert.Equal(ClockState.Paused, clock.State);
        clock.Resume(Day("2026-06-03"), Day("2026-06-03"), Calendar);
        Assert.Equal(Day("2026-06-08"), clock.DueOn);

        clock.Extend(Granted(2, "2026-06-04"), Rule("RESULT_FINAL_3M"), Day("2026-06-04"), Calendar, Now);
        Assert.Equal(Day("2026-08-07"), clock.DueOn);
        Assert.Equal(Day("2026-06-08"), Assert.Single(clock.Extensions).OldDueOn);
    }

    [Theory]
    [InlineData("RESULT_FINAL_3M", "2026-05-29", "2026-05-29", "Whatever", "clock.pause-reason-unknown")]
    [InlineData("RESULT_FINAL_3M", "2026-05-30", "2026-05-29", "WaitingForExpertOpinion", "clock.pause-in-future")]
    [InlineData("RESULT_FINAL_3M", "2026-03-02", "2026-05-29", "WaitingForExpertOpinion", "clock.pause-before-start")]
    [InlineData("RESULT_FINAL_3M", "2026-06-10", "2026-06-10", "WaitingForExpertOpinion", "clock.pause-after-due")]
    [InlineData("SCREEN_7D", "2026-03-04", "2026-03-04", "WaitingForExpertOpinion", "clock.pause-not-allowed")]
    public void Pause_OutsideItsRule_IsRefused(string rule, string from, string today, string reason, string code)
    {
        var clock = Start(rule, "2026-03-02");

        Refused(code, () => clock.Pause(new PauseRequest(Day(from), reason, Officer, Deputy), Rule(rule), Day(today), Now));
        Assert.Equal(ClockState.Running, clock.State);
    }

    [Fact]
    public void Pause_ConfirmedByTheOneWhoAsks_IsRefused() => Refused("clock.pause-confirmed-by-requester", () =>
        Start("RESULT_FINAL_3M", "2026-03-02").Pause(Asked("2026-03-10") with { ConfirmedBy = Officer }, Rule("RESULT_FINAL_3M"), Day("2026-03-10"), Now));

    [Fact]
    public void Pause_InsideAnEarlierOne_IsRefused()
    {
        var clock = Paused("2026-03-10");
        Refused("clock.not-running", () => clock.Pause(Asked("2026-03-11"), Rule("RESULT_FINAL_3M"), Day("2026-03-11"), Now));
        clock.Resume(Day("2026-03-20"), Day("2026-03-20"), Calendar);

        Refused("clock.pause-before-restart", () => clock.Pause(Asked("2026-03-15"), Rule("RESULT_FINAL_3M"), Day("2026-03-21"), Now));
    }

    [Theory]
    [InlineData("2026-03-10", "clock.resume-before-pause")]
    [InlineData("2026-03-13", "clock.resume-in-future")]
    public void Resume_OnAnImpossibleDay_IsRefused(string on, string code) =>
        Refused(code, () => Paused("2026-03-10").Resume(Day(on), Day("2026-03-12"), Calendar));

    [Fact]
    public void Resume_OfARunningClock_IsRefused() =>
        Refused("clock.not-paused", () => Start("RESULT_FINAL_3M", "2026-03-02").Resume(Day("2026-03-12"), Day("2026-03-12"), Calendar));

    [Theory]
    [InlineData("RESULT_FINAL_3M", 4, "2026-04-01", "DeputyChief", "clock.extension-too-long")]
    [InlineData("RESULT_FINAL_3M", 0, "2026-04-01", "DeputyChief", "clock.extension-not-positive")]
    [InlineData("RESULT_FINAL_3M", 1, "2026-04-01", "CaseOfficer", "clock.extension-wrong-approver")]
    [InlineData("RESULT_FINAL_3M", 1, "2026-03-02", "DeputyChief", "clock.extension-before-start")]
    [InlineData("RESULT_FINAL_3M", 1, "2026-06-02", "DeputyChief", "clock.extension-after-due")]
    [InlineData("SCREEN_7D", 1, "2026-03-04", "DeputyChief", "clock.extension-not-allowed")]
    public void Extend_OutsideItsRule_IsRefused(string rule, int months, string on, string role, string code)
    {
        var clock = Start(rule, "2026-03-02");
        var due = clock.DueOn;

        Refused(code, () => clock.Extend(Granted(months, on) with { ApproverRole = role }, Rule(rule), Day(on), Calendar, Now));
        Assert.Equal(due, clock.DueOn);
    }

    [Fact]
    public void Extend_MoreOftenThanTheRule_OrBackdated_IsRefused()
    {
        var clock = Start("RESULT_FINAL_3M", "2026-03-02");
        Refused("clock.extension-in-future", () => clock.Extend(Granted(1, "2026-04-02"), Rule("RESULT_FINAL_3M"), Day("2026-04-01"), Calendar, Now));
        // Written after the due date with an earlier date: a missed clock would live again.
        Refused("clock.extension-after-due", () => clock.Extend(Granted(1, "2026-06-01"), Rule("RESULT_FINAL_3M"), Day("2026-06-03"), Calendar, Now));
        clock.Extend(Granted(1, "2026-04-01"), Rule("RESULT_FINAL_3M"), Day("2026-04-01"), Calendar, Now);

        Refused("clock.extension-times-used", () => clock.Extend(Granted(1, "2026-04-02"), Rule("RESULT_FINAL_3M"), Day("2026-04-02"), Calendar, Now));
    }

    [Theory]
    [InlineData("2026-06-02", 0)]
    [InlineData("2026-06-05", 3)]
    public void Meet_CountsTheDaysOfDelay(string on, int late)
    {
        var clock = Start("RESULT_FINAL_3M", "2026-03-02");

        clock.Meet("ResultReplySent", Day(on), Calendar);

        Assert.Equal((ClockState.Met, late, false), (clock.State, clock.LateDays, clock.IsOpen));
        Refused("clock.not-running", () => clock.Meet("ResultReplySent", Day(on), Calendar));
    }

    [Fact]
    public void Meet_WhilePaused_EndsThePauseThatDay()
    {
        var clock = Paused("2026-03-10");

        clock.Meet("ResultReplySent", Day("2026-06-05"), Calendar);

        Assert.Equal((Day("2026-06-05"), 0), (Assert.Single(clock.Pauses).Restart!.Value, clock.LateDays));
    }

    [Fact]
    public void NamedDate_WinsOverTheCountedOne_AndTakesNoExtension()
    {
        var clock = Start("MATERIALS_SUPPLY_15D", "2026-03-02", "2026-03-09");

        Assert.Equal(Day("2026-03-09"), clock.DueOn);
        Assert.False(clock.IsExtendable(Rule("MATERIALS_SUPPLY_15D"), Day("2026-03-04")));
    }

    [Fact]
    public void Warnings_AreGivenOnceEach_AndNeverWhilePausedOrAfterTheDay()
    {
        var clock = Start("SCREEN_7D", "2026-03-02");
        Assert.Equal([Day("2026-03-06"), Day("2026-03-08")], clock.WarnOn);
        Assert.Equal([Day("2026-03-06")], clock.WarningsDue(Day("2026-03-07")));

        clock.Warn(Day("2026-03-06"));
        Assert.Empty(clock.WarningsDue(Day("2026-03-07")));
        Refused("clock.already-warned", () => clock.Warn(Day("2026-03-06")));
        Refused("clock.not-a-warning-day", () => clock.Warn(Day("2026-03-07")));
        Assert.Empty(clock.WarningsDue(Day("2026-03-10")));
        Assert.Empty(Paused("2026-03-10").WarningsDue(Day("2026-06-01")));
    }

    [Fact]
    public void Overdue_IsTheDayAfter_AndRecordedOnce()
    {
        var clock = Start("SCREEN_7D", "2026-03-02");
        Assert.False(clock.IsOverdue(clock.DueOn));
        Refused("clock.not-overdue", () => clock.MarkOverdue(clock.DueOn));

        clock.MarkOverdue(clock.DueOn.AddDays(1));

        Assert.True(clock.IsOverdue(clock.DueOn.AddDays(1)));
        Refused("clock.already-overdue", () => clock.MarkOverdue(clock.DueOn.AddDays(2)));
    }

    [Fact]
    public void Cancel_EndsItWithoutDelay()
    {
        var clock = Start("SCREEN_7D", "2026-03-02");

        clock.Cancel("clock.cancelled-by-fact", Day("2026-03-20"), "PetitionWithdrawn");

        Assert.Equal((ClockState.Cancelled, 0), (clock.State, clock.LateDays));
        Assert.False(clock.Recompute(Calendar));
    }

    [Fact]
    public void Recompute_AfterADayBecameAHoliday_MovesTheDay()
    {
        var clock = Start("SCREEN_7D", "2026-03-02");
        Assert.Equal(Day("2026-03-09"), clock.DueOn);

        Assert.True(clock.Recompute(new WorkingCalendar([CalendarDay.Create(Day("2026-03-09"), CalendarDayKind.Off, "临时放假", "Day off", false, "")])));

        Assert.Equal((Day("2026-03-09"), Day("2026-03-10")), (clock.RawOn, clock.DueOn));
    }

    [Theory]
    [InlineData("2026-03-02", false, false)]
    [InlineData("2026-03-03", true, true)]
    [InlineData("2026-06-02", true, false)]
    public void Abilities_OfAClock_FollowTheDay(string today, bool pausable, bool extendable)
    {
        var clock = Start("RESULT_FINAL_3M", "2026-03-02");

        Assert.Equal((pausable, extendable), (clock.IsPausable(Rule("RESULT_FINAL_3M"), Day(today)), clock.IsExtendable(Rule("RESULT_FINAL_3M"), Day(today))));
    }

    [Fact]
    public void Rule_OfAnotherClock_IsRefused() => Refused("clock.other-rule", () =>
        Start("RESULT_FINAL_3M", "2026-03-02").RequireExtendable(new ClockSpan(1, ClockUnit.Month), Rule("NOPROS_REVIEW_3M"), Day("2026-04-01")));

    private static PetitionClock Paused(string from)
    {
        var clock = Start("RESULT_FINAL_3M", "2026-03-02");
        clock.Pause(Asked(from), Rule("RESULT_FINAL_3M"), Day(from), Now);
        return clock;
    }

    private static PauseRequest Asked(string from) => new(Day(from), "WaitingForExpertOpinion", Officer, Deputy);

    private static ExtensionGrant Granted(int months, string on) => new(new ClockSpan(months, ClockUnit.Month), "需要补充调查。", Deputy, "DeputyChief", Day(on));

    private static void Refused(string code, Action act) => Assert.Equal(code, Assert.Throws<RuleBrokenException>(act).Code);
}
