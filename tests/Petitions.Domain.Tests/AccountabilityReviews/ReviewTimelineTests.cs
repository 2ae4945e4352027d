using System.Globalization;
using Petitions.Domain.AccountabilityReviews.Timelines;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Tests.Fixtures;

namespace Petitions.Domain.Tests.AccountabilityReviews;

/// <summary>The timeline of a review is rebuilt from facts: every day once, gaps, reads, changes, lateness with its split (journey J9 step 4, testers a and f of J7).</summary>
public sealed class ReviewTimelineTests
{
    private static readonly DateOnly First = new(2026, 1, 5);
    private static readonly Guid Wang = Guid.NewGuid();
    private static readonly Guid He = Guid.NewGuid();
    private static readonly Guid Screener = Guid.NewGuid();
    private static readonly Guid Unit = Guid.NewGuid();
    private static readonly Guid Technical = Guid.NewGuid();

    private readonly List<TimelineFact> facts = [];

    [Fact]
    public void Rebuild_HandedOver_SaysWhoHeldItOnEachDay()
    {
        Add(0, "PetitionReceived");
        Add(2, "ScreeningStarted", Screener);
        Add(4, "FirstHandlerNamed", Screener, ("staffId", Wang), ("handlerDepartmentId", Unit));
        Add(4, "PetitionRouted", Screener, ("toDepartmentId", Unit));
        Add(20, "SubstituteNamed", Screener, ("staffId", He));
        Add(25, "SubstituteEnded", Screener);
        Add(30, "HandlerChanged", Screener, ("toStaffId", He), ("toDepartmentId", Unit));
        Add(36, "PetitionClosed", He);

        var line = Rebuild();

        Assert.Equal((First, First.AddDays(36), 37, true), (line.From, line.To, line.Days, line.IsClosed));
        Assert.Equal(
            new (int, HolderKind, Guid?)[] { (2, HolderKind.Intake, null), (2, HolderKind.Intake, Screener), (16, HolderKind.Handler, Wang), (5, HolderKind.Handler, He), (5, HolderKind.Handler, Wang), (7, HolderKind.Handler, He) },
            line.Holders.Select(span => (span.Days, span.Holding.Kind, span.Holding.ActingId)));
    }

    [Fact]
    public void Rebuild_OpenMatter_RunsUpToToday_AndALetterCountsFromItsDay()
    {
        Add(3, "PetitionReceived", on: 0);
        Add(3, "PetitionRegistered", Screener);

        var line = Rebuild(today: 9);

        Assert.Equal((First, First.AddDays(9), false), (line.From, line.To, line.IsClosed));
        Assert.Equal((HolderKind.Intake, 10), (Assert.Single(line.Holders).Holding.Kind, line.Holders[0].Days));
    }

    [Fact]
    public void Gaps_LongerThanTheLimit_AreMarked_WithWhoReadMeanwhile()
    {
        Add(0, "PetitionReceived");
        Add(1, "FirstHandlerNamed", Screener, ("staffId", Wang));
        Add(12, "PetitionerContacted", Wang);
        Add(24, "FactsChecked", Wang);
        Add(24, "ClockWarned");
        Add(30, "PetitionClosed", Wang);

        var line = Rebuild(reads: [new ReadingFact(Wang, At(15)), new ReadingFact(Wang, At(16)), new ReadingFact(He, At(29))]);

        // Days 2 to 11 are ten, the limit; 13 to 23 are eleven.
        var gap = Assert.Single(line.Gaps);
        Assert.Equal((First.AddDays(13), First.AddDays(23), 11), (gap.From, gap.To, gap.Days));
        Assert.Equal((Wang, 2), (Assert.Single(gap.Readers).StaffId, gap.Readers[0].Reads));
        Assert.Equal(He, Assert.Single(line.OnlyRead).StaffId);
    }

    [Fact]
    public void Late_IsSplitByWhoseDayItWas_AndTheSharesAddUp()
    {
        var clock = Guid.NewGuid();
        Add(0, "PetitionReceived");
        Add(1, "FirstHandlerNamed", Screener, ("staffId", Wang), ("handlerDepartmentId", Unit));
        Add(5, "ContributionRequested", Wang, ("departmentId", Technical));
        Add(13, "ContributionReceived", He, ("departmentId", Technical));
        Add(14, "ClockMet", null, ("clockId", clock), ("ruleId", "ORD_NOTICE_15D"), ("on", First.AddDays(14)), ("daysLate", 4));
        Add(14, "PetitionClosed", Wang);

        var late = Assert.Single(Rebuild(notices: ["ORD_NOTICE_15D"]).Late);

        Assert.Equal((First.AddDays(10), First.AddDays(14), 4, true), (late.DueOn, late.EndedOn, late.Days, late.IsNotice));
        Assert.Equal(
            new (WaitingFor, Guid?, int)[] { (WaitingFor.Contributor, Technical, 2), (WaitingFor.Nobody, null, 2) },
            late.Shares.Select(share => (share.Holding.Waiting, share.Holding.WaitingDepartmentId, share.Days)));
    }

    [Fact]
    public void Late_WaitingForThePetitioner_IsNotTheHandlers_AndAnOpenClockGrowsEveryDay()
    {
        var clock = Guid.NewGuid();
        Add(0, "PetitionReceived");
        Add(1, "ScreeningStarted", Screener);
        Add(3, "MaterialsRequested", Screener);
        Add(8, "ClockOverdue", null, ("clockId", clock), ("ruleId", "SCREEN_7D"), ("dueOn", First.AddDays(7)));

        var late = Assert.Single(Rebuild(today: 12).Late);

        Assert.Equal((5, (DateOnly?)null, WaitingFor.Petitioner), (late.Days, late.EndedOn, Assert.Single(late.Shares).Holding.Waiting));
    }

    [Fact]
    public void Changes_BetweenRounds_NameTheParts()
    {
        Add(0, "PetitionReceived");
        var reply = Guid.NewGuid();
        TextRound Round(int number, string facts, string law) => new(reply, number, Wang, At(number), new Dictionary<string, string> { ["Facts"] = facts, ["Law"] = law });

        var changes = Rebuild(rounds: [Round(1, "甲", "乙"), Round(2, "甲二", "乙"), Round(3, "甲二", "乙")]).Changes;

        Assert.Equal((1, 2), (Assert.Single(changes).FromRound, changes[0].ToRound));
        Assert.Equal(["Facts"], changes[0].Parts);
    }

    /// <summary>The property of the issue: over random histories every day from receipt to closing is covered once, no overlap, no hole; every split adds up.</summary>
    [Fact]
    public void Rebuild_RandomHistories_CoverEveryDayOnce()
    {
        string[] kinds =
        [
            "ScreeningStarted", "PetitionRouted", "DepartmentReturned", "FirstHandlerNamed", "HandlerChanged", "SubstituteNamed", "SubstituteEnded", "MaterialsRequested",
            "MaterialsCompleted", "PetitionAccepted", "ContributionRequested", "ContributionReceived", "ContributionCancelled", "PetitionTransferred", "TransferReturned",
            "PetitionMerged", "MergeUndone", "PetitionWithdrawn", "WithdrawalTakenBack", "NonAcceptanceDecided", "NonAcceptanceRevoked", "ClockMet", "ClockOverdue", "ClockCancelled", "OpinionDrafted",
        ];
        Guid[] people = [Wang, He, Screener];
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Dice(seed);
            facts.Clear();
            var day = 0;
            Add(random.Next(4), "PetitionReceived", on: 0);
            for (var i = random.Next(60); i > 0; i--)
            {
                // Mostly forward, now and then a clock that was set back.
                day = Math.Max(0, day + random.Next(-1, 6));
                var person = people[random.Next(people.Length)];
                Add(day, kinds[random.Next(kinds.Length)], random.Next(3) == 0 ? null : person,
                    ("staffId", person), ("toStaffId", people[random.Next(people.Length)]), ("toDepartmentId", Unit), ("departmentId", Technical), ("handlerDepartmentId", Unit),
                    ("clockId", Guid.NewGuid()), ("ruleId", "SCREEN_7D"), ("dueOn", First.AddDays(random.Next(day + 1))), ("on", First.AddDays(day)), ("daysLate", random.Next(6)));
            }

            if (random.Next(3) > 0)
            {
                Add(day += random.Next(3), "PetitionClosed", Wang);
                Add(day + 5, "HandlerChanged", Wang, ("toStaffId", He));
            }

            var line = Rebuild(today: day + random.Next(4), gap: random.Next(1, 12));

            Assert.Equal(line.From, line.Holders[0].From);
            Assert.Equal(line.To, line.Holders[^1].To);
            Assert.Equal(line.Days, line.Holders.Sum(span => span.Days));
            Assert.All(line.Holders, span => Assert.True(span.From <= span.To, $"seed {seed}: a span of no day"));
            Assert.All(line.Holders.Zip(line.Holders.Skip(1)), pair => Assert.Equal(pair.First.To.AddDays(1), pair.Second.From));
            Assert.All(line.Holders.Zip(line.Holders.Skip(1)), pair => Assert.NotEqual(pair.First.Holding, pair.Second.Holding));
            Assert.All(line.Late, clock => Assert.Equal(clock.Days, clock.Shares.Sum(share => share.Days)));
            Assert.All(line.Gaps, gap => Assert.Equal(gap.Days, gap.Holders.Sum(span => span.Days)));
            Assert.All(line.Gaps.Zip(line.Gaps.Skip(1)), pair => Assert.True(pair.First.To < pair.Second.From, $"seed {seed}: gaps overlap"));
        }
    }

    private static DateTime At(int day) => ChinaTime.StartOfDayUtc(First.AddDays(day)).AddHours(9);

    private ReviewTimeline Rebuild(int today = 60, int gap = 10, IReadOnlyList<ReadingFact>? reads = null, IReadOnlyList<TextRound>? rounds = null, IReadOnlyList<string>? notices = null) =>
        ReviewTimeline.Rebuild(new TimelineInput
        {
            Facts = facts,
            Reads = reads ?? [],
            Rounds = rounds ?? [],
            NoticeRules = (notices ?? []).ToHashSet(),
            GapDays = gap,
            Today = First.AddDays(today),
        });

    private void Add(int day, string kind, Guid? actor = null, params (string Name, object Value)[] values) => Add(day, kind, day, actor, values);

    private void Add(int day, string kind, int on) => Add(day, kind, on, null, []);

    private void Add(int day, string kind, int on, Guid? actor, (string Name, object Value)[] values) => facts.Add(new TimelineFact
    {
        Id = Guid.NewGuid(),
        Seq = facts.Count + 1,
        Kind = kind,
        At = At(day),
        On = First.AddDays(on),
        ActorKind = actor is null ? ActorKind.System : ActorKind.Staff,
        ActorId = actor,
        Values = values.ToDictionary(value => value.Name, value => value.Value is DateOnly date ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Convert.ToString(value.Value, CultureInfo.InvariantCulture)!),
    });
}
