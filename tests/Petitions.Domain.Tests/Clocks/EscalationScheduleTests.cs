using Petitions.Domain.Clocks;
using static Petitions.Domain.Tests.Clocks.SeedClocks;

namespace Petitions.Domain.Tests.Clocks;

public sealed class EscalationScheduleTests
{
    private static readonly int[] Days = [1, 3, 6];

    /// <summary>Journey J7: due 05-20, chasers 05-21, 05-25, 05-28 (note of quota ESCALATION_STEPS); the last value repeats.</summary>
    [Fact]
    public void Steps_OfJ7_FallOnItsDays()
    {
        var steps = EscalationSchedule.StepsDue(Day("2026-05-20"), Day("2026-12-31"), Rule("SCREEN_7D"), Calendar, Days);

        Assert.Equal(
        [
            new(EscalationStepKind.Warn, Day("2026-05-17"), 3, "ScreeningOfficer"),
            new(EscalationStepKind.Warn, Day("2026-05-19"), 1, "ScreeningOfficer"),
            new(EscalationStepKind.RecordOverdue, Day("2026-05-21"), 0, "ScreeningOfficer"),
            new(EscalationStepKind.Chase, Day("2026-05-21"), 1, "ScreeningOfficer"),
            new(EscalationStepKind.Chase, Day("2026-05-25"), 2, "PetitionDirector"),
            new(EscalationStepKind.Chase, Day("2026-05-28"), 3, "DeputyChief"),
            new(EscalationStepKind.Chase, Day("2026-05-28"), 4, "ChiefProcurator"),
        ], steps);
    }

    [Fact]
    public void Steps_Later_AreNotYetDue() =>
        Assert.Equal(4, EscalationSchedule.StepsDue(Day("2026-05-20"), Day("2026-05-24"), Rule("SCREEN_7D"), Calendar, Days).Count);

    /// <summary>A window of the petitioner ends unused: nobody is overdue and nobody is chased.</summary>
    [Fact]
    public void Steps_OfARatingWindow_OnlyCloseIt()
    {
        var steps = EscalationSchedule.StepsDue(Day("2026-05-20"), Day("2026-12-31"), Rule("SATISFACTION_30D"), Calendar, Days);

        Assert.Equal(Day("2026-05-21"), Assert.Single(steps, step => step.Kind == EscalationStepKind.CloseWindow).On);
        Assert.DoesNotContain(steps, step => step.Kind is EscalationStepKind.RecordOverdue or EscalationStepKind.Chase);
    }

    /// <summary>A promise is judged the day after its day, before anybody is chased; a period only ends.</summary>
    [Fact]
    public void Steps_OfACommitment_BreakAndExpireOnTheNextDay()
    {
        var promise = EscalationSchedule.StepsDue(Day("2026-03-05"), Day("2026-12-31"), Rule("COMMITMENT_PROMISE_3WD"), Calendar, Days);
        var period = EscalationSchedule.StepsDue(Day("2026-06-02"), Day("2026-12-31"), Rule("COMMITMENT_MAX_3M"), Calendar, Days);

        Assert.Equal(
        [
            new(EscalationStepKind.Warn, Day("2026-03-04"), 1, "CurrentHandler"),
            new(EscalationStepKind.BreakPromise, Day("2026-03-06"), 0, "CurrentHandler"),
            new(EscalationStepKind.Chase, Day("2026-03-06"), 1, "CurrentHandler"),
        ], promise);
        Assert.Equal([new(EscalationStepKind.Expire, Day("2026-06-03"), 0, "System")], period);
    }

    [Fact]
    public void Steps_WithoutDays_AreRefused() => Assert.Equal("clock.escalation-steps-missing", Assert.Throws<RuleBrokenException>(
        () => EscalationSchedule.StepsDue(Day("2026-05-20"), Day("2026-12-31"), Rule("SCREEN_7D"), Calendar, [])).Code);
}
