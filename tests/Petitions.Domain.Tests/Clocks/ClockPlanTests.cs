using Petitions.Domain.Clocks;
using static Petitions.Domain.Tests.Clocks.SeedClocks;

namespace Petitions.Domain.Tests.Clocks;

public sealed class ClockPlanTests
{
    private static readonly ClockPlan Plan = new(Rules);
    private static readonly RecordedFact Received = new("PetitionReceived", Day("2026-03-02"));
    private static readonly ClockSubject Complaint = new() { Category = "Complaint", SubCategory = "B5", Channel = "Online", IdentityMode = "RealNameUnverified" };

    [Fact]
    public void Receipt_OpensScreening_AndTheRepliesToTheNamedPetitioner() =>
        Assert.Superset(new HashSet<string> { "SCREEN_7D", "PROC_REPLY_7D", "RESULT_REPLY_3M", "RESULT_FINAL_3M" }, Opened(Received, Complaint));

    [Fact]
    public void Receipt_OfAnAnonymousMatter_PromisesNoReply_ButIsScreened()
    {
        var opened = Opened(Received, Complaint with { IdentityMode = "Anonymous" });

        Assert.Contains("SCREEN_7D", opened);
        Assert.DoesNotContain("RESULT_FINAL_3M", opened);
    }

    [Fact]
    public void Receipt_WhereAStatutoryClockGoverns_OpensNoInnerFinalOne()
    {
        Assert.Contains("RESULT_FINAL_3M", Opened(Received, Complaint));
        Assert.DoesNotContain("RESULT_FINAL_3M", Opened(Received, Complaint with { Category = "Appeal", SubCategory = "A2" }));
    }

    [Fact]
    public void Acceptance_MeetsScreening_AndTheWithdrawalCancelsIt()
    {
        var clock = Start("SCREEN_7D", "2026-03-02");

        var met = Assert.IsType<ClockChange.Meet>(Assert.Single(Changes(new("PetitionAccepted", Day("2026-03-05")), Complaint, clock), change => change is ClockChange.Meet));
        Assert.Same(clock, met.Clock);
        var cancelled = Assert.IsType<ClockChange.Cancel>(Assert.Single(Changes(new("PetitionWithdrawn", Day("2026-03-05")), Complaint, clock), change => change is ClockChange.Cancel));
        Assert.Equal("clock.cancelled-by-fact", cancelled.Reason);
    }

    [Fact]
    public void Stop_BeforeTheClockBegan_DoesNotMeetIt() =>
        Assert.DoesNotContain(Changes(new("PetitionAccepted", Day("2026-03-01")), Complaint, Start("SCREEN_7D", "2026-03-02")), change => change is ClockChange.Meet);

    /// <summary>One progress reply ends one month and begins the next.</summary>
    [Fact]
    public void Stop_MeetsTheEarliestOnly()
    {
        var (first, second) = (Start("SCREEN_7D", "2026-03-02"), Start("SCREEN_7D", "2026-03-04"));

        var met = Changes(new("PetitionAccepted", Day("2026-03-05")), Complaint, second, first).OfType<ClockChange.Meet>();

        Assert.Same(first, Assert.Single(met).Clock);
    }

    [Fact]
    public void Stop_OfAnotherTopic_LeavesTheClock()
    {
        var rule = Rule("SCREEN_7D");
        var clock = PetitionClock.Start(Guid.CreateVersion7(), new ClockChange.Open(rule, rule.StartEvent, Day("2026-03-02"), rule.Roll) { TopicId = Guid.CreateVersion7() }, Calendar, Now);

        Assert.Empty(Changes(new("PetitionAccepted", Day("2026-03-05")) { TopicId = Guid.CreateVersion7() }, Complaint, clock).OfType<ClockChange.Meet>());
    }

    /// <summary>The ordinary track is known only later: its clock still counts from the receipt.</summary>
    [Fact]
    public void TrackSetLater_OpensItsClocksFromTheirOwnDay()
    {
        var subject = Complaint with { Category = "RequestForDecision", SubCategory = null, Track = "Ordinary", Conditions = ["NotForwarded"] };

        var running = Plan.For(Received, [], [], subject with { Track = null }).OfType<ClockChange.Open>()
            .Select(open => PetitionClock.Start(Guid.CreateVersion7(), open, Calendar, Now)).ToArray();

        var opened = Changes(new("TrackSet", Day("2026-03-10")), subject, running).OfType<ClockChange.Open>().ToList();

        Assert.Contains(opened, open => open.Rule.RuleId == "ORD_NOTICE_15D" && open.StartOn == Day("2026-03-02"));
        Assert.All(opened, open => Assert.Equal("Ordinary", open.Rule.Track));
    }

    [Fact]
    public void Exemption_EndsWhatWasPromised()
    {
        var clock = Start("RESULT_FINAL_3M", "2026-03-02");
        var exempt = Complaint with { ExemptReasons = ["NoContact"] };

        var cancel = Assert.Single(Changes(new("ReplyExempted", Day("2026-03-20")), exempt, clock).OfType<ClockChange.Cancel>(), change => change.Clock == clock);

        Assert.Contains(cancel.Reason, new[] { "clock.cancelled-by-fact", "clock.exempt" });
    }

    [Theory]
    [InlineData(true, ClockRoll.None)]
    [InlineData(false, ClockRoll.Next)]
    public void Custody_TakesNoRollToTheNextWorkingDay(bool inCustody, ClockRoll roll)
    {
        var subject = inCustody ? Complaint with { SpecialNeeds = ["InCustody"] } : Complaint;

        Assert.Equal(roll, Plan.For(Received, [], [], subject).OfType<ClockChange.Open>().Single(open => open.Rule.RuleId == "SCREEN_7D").Roll);
    }

    private static HashSet<string> Opened(RecordedFact fact, ClockSubject subject) =>
        [.. Plan.For(fact, [], [], subject).OfType<ClockChange.Open>().Select(open => open.Rule.RuleId)];

    private static IReadOnlyList<ClockChange> Changes(RecordedFact fact, ClockSubject subject, params PetitionClock[] clocks) => Plan.For(fact, [Received], clocks, subject);
}
