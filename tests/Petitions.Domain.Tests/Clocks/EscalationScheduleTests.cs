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

    [Fact]
    public void Steps_WithoutDays_AreRefused() => Assert.Equal("clock.escalation-steps-missing", Assert.Throws<RuleBrokenException>(
        () => EscalationSchedule.StepsDue(Day("2026-05-20"), Day("2026-12-31"), Rule("SCREEN_7D"), Calendar, [])).Code);
}
