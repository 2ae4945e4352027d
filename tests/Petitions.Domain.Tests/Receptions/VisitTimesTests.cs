using CsCheck;
using Petitions.Domain.Receptions;

namespace Petitions.Domain.Tests.Receptions;

/// <summary>Where the time of a visit went (journey J5 c): every second is in exactly one part.</summary>
public sealed class VisitTimesTests
{
    private static readonly DateTime T0 = new(2026, 3, 2, 0, 30, 0, DateTimeKind.Utc);
    private static readonly Guid Clerk = Guid.NewGuid();
    private static readonly string[] Verbs = ["call", "again", "miss", "back", "start", "park", "unpark", "on", "end", "leave"];

    /// <summary>Any allowed history of a visit, at any moments: the parts are the whole, to the second, and no part is negative.</summary>
    [Fact]
    public void Of_AnyHistory_AddsUpToTheWhole() => Gen.Select(Gen.Int[0, Verbs.Length - 1].List[0, 40], Gen.Int[0, 3_600_999].List[41, 41]).Sample((verbs, waits) =>
    {
        var visit = Arrived();
        var now = T0;
        for (var i = 0; i < verbs.Count; i++)
        {
            now = now.AddMilliseconds(waits[i] % (i % 5 == 0 ? 2 : int.MaxValue));
            Act(visit, Verbs[verbs[i]], now);
        }

        now = now.AddMilliseconds(waits[^1]);
        var times = VisitTimes.Of(visit.Steps, now);
        var end = visit.EndedAt ?? now;

        Assert.Equal(times.Total, times.Waiting + times.Walking + times.Talking + times.Parked);
        Assert.Equal(Whole(end) - Whole(visit.ArrivedAt), times.Total);
        Assert.All(times.Periods, period => Assert.True(period.Length > TimeSpan.Zero && period.Length.Ticks % TimeSpan.TicksPerSecond == 0));
        Assert.All(times.Periods.Zip(times.Periods.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));

        // What the visit keeps for the statistics is what its steps say.
        var kept = VisitTimes.Of(visit.Steps, visit.CountedTo);
        Assert.Equal((kept.Waiting, kept.Walking, kept.Talking, kept.Parked),
            (TimeSpan.FromSeconds(visit.Waited), TimeSpan.FromSeconds(visit.Walked), TimeSpan.FromSeconds(visit.Talked), TimeSpan.FromSeconds(visit.SetAside)));
    }, iter: 2_000);

    [Fact]
    public void Of_AWholeVisit_TellsEachPart()
    {
        var visit = Arrived();
        foreach (var (verb, minute) in new[] { ("call", 10), ("again", 11), ("start", 12), ("park", 20), ("unpark", 25), ("call", 30), ("start", 31), ("end", 46) })
        {
            Act(visit, verb, T0.AddMinutes(minute));
        }

        var times = VisitTimes.Of(visit.Steps, T0.AddHours(5));

        Assert.Equal((15, 3, 23, 5, 46), (times.Waiting.TotalMinutes, times.Walking.TotalMinutes, times.Talking.TotalMinutes, times.Parked.TotalMinutes, times.Total.TotalMinutes));
        Assert.Equal([VisitPeriodKind.Waiting, VisitPeriodKind.Walking, VisitPeriodKind.Talking, VisitPeriodKind.Parked, VisitPeriodKind.Waiting, VisitPeriodKind.Walking, VisitPeriodKind.Talking],
            times.Periods.Select(period => period.Kind));
        Assert.All(times.Periods.Where(period => period.Kind == VisitPeriodKind.Talking), period => Assert.Equal((1, Clerk), (period.Counter, period.StaffId)));
    }

    /// <summary>Registered and heard in one breath: the steps have one time, and their order is still theirs.</summary>
    [Fact]
    public void Of_StepsOfOneMoment_CountsTheTalk()
    {
        var visit = Arrived();
        Act(visit, "call", T0);
        Act(visit, "start", T0);
        Act(visit, "end", T0.AddMinutes(7));

        var times = VisitTimes.Of(visit.Steps.Reverse(), T0.AddHours(1));

        Assert.Equal((7, 7), (times.Talking.TotalMinutes, times.Total.TotalMinutes));
    }

    [Fact]
    public void Missed_IsSetAside_NotWaiting()
    {
        var visit = Arrived();
        foreach (var (verb, minute) in new[] { ("call", 5), ("again", 6), ("again", 7), ("miss", 8), ("back", 38) })
        {
            Act(visit, verb, T0.AddMinutes(minute));
        }

        var times = VisitTimes.Of(visit.Steps, T0.AddMinutes(40));

        Assert.Equal((7, 3, 30), (times.Waiting.TotalMinutes, times.Walking.TotalMinutes, times.Parked.TotalMinutes));
    }

    [Fact]
    public void Link_OfAnAgentToARunningMatter_NeedsThePrincipalsConsent()
    {
        var visit = Arrived("何建国");

        var refused = Assert.Throws<RuleBrokenException>(() => visit.Link(Guid.NewGuid(), ReceptionMatterKind.Concerned, 1, T0));
        visit.Link(Guid.NewGuid(), ReceptionMatterKind.Filed, 1, T0);
        visit.SpeakFor("何建国", PrincipalConsent.AuthorizationShown);
        visit.Link(Guid.NewGuid(), ReceptionMatterKind.Concerned, 1, T0);
        visit.Link(Guid.NewGuid(), ReceptionMatterKind.Concerned, 1, T0);

        Assert.Equal("reception.principal-consent", refused.Code);
        Assert.Equal(3, visit.Matters.Count);
    }

    [Fact]
    public void Emergency_IsAcceptedOnce()
    {
        var (call, called) = EmergencyCall.Press(Guid.NewGuid(), Guid.NewGuid(), 3, Clerk, T0);

        var accepted = call.Accept(Guid.NewGuid(), T0.AddSeconds(42));
        var twice = Assert.Throws<RuleBrokenException>(() => call.Accept(Guid.NewGuid(), T0.AddSeconds(50)));

        Assert.Equal((3, Clerk, 42, "emergency.accepted"), (called.Counter, called.StaffId, accepted.Seconds, twice.Code));
    }

    private static DateTime Whole(DateTime at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);

    private static Reception Arrived(string? actsFor = null) => Reception.Arrive(new NewReception
    {
        SubmissionKey = Guid.NewGuid(),
        OfficeId = Guid.NewGuid(),
        ServicePointId = Guid.NewGuid(),
        Day = new DateOnly(2026, 3, 2),
        Ticket = new Ticket("A", 1),
        RegisteredBy = Clerk,
        PlaceToken = new byte[Reception.TokenLength],
        ActsFor = actsFor,
        Visitors = [new VisitorDetails { Relation = "Petitioner", Name = "甲" }],
    }, T0).Reception;

    /// <summary>Does it where the visit allows it; a history is what was allowed.</summary>
    private static void Act(Reception visit, string verb, DateTime now)
    {
        try
        {
            switch (verb)
            {
                case "call": visit.Call(Clerk, 1, now); break;
                case "again": visit.CallAgain(3, now); break;
                case "miss": visit.Miss(3, now); break;
                case "back": visit.Return(new QueuePlace(QueuePlace.Arrival, now), Clerk, now); break;
                case "start": visit.Start(now); break;
                case "park": visit.Park(now); break;
                case "unpark": visit.Unpark(Clerk, now); break;
                case "on": visit.SendOn(2, 4, "请继续", now); break;
                case "end": visit.End(ReceptionOutcome.Explained, null, now); break;
                default: visit.End(ReceptionOutcome.LeftUnheard, null, now); break;
            }
        }
        catch (RuleBrokenException)
        {
            // Not from here.
        }
    }
}
