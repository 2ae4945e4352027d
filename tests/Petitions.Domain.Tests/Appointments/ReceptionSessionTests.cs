using Petitions.Domain.Appointments;
using Petitions.Domain.Tests.Clocks;

namespace Petitions.Domain.Tests.Appointments;

/// <summary>What may be done to a session, and what may not (domain.md row 21).</summary>
public sealed class ReceptionSessionTests
{
    private static readonly DateTime Now = SeedClocks.Now;
    private static readonly Guid Leader = Guid.NewGuid();
    private static readonly Guid Planner = Guid.NewGuid();
    private static readonly DateOnly Day = new(2026, 3, 4);

    [Fact]
    public void Move_TakesPlacesAndPublicityAlong_AndSaysWhere()
    {
        var session = Published();

        var (next, facts) = session.Move(new SessionMove(Day.AddDays(1), new TimeOnly(14, 0), new TimeOnly(15, 0), null, "领导开会"), Planner, Now);

        Assert.Equal((SessionState.Moved, next.Id, "领导开会"), (session.State, session.MovedToId, session.Reason));
        Assert.Equal((SessionState.Published, Day.AddDays(1), Leader, 2), (next.State, next.Day, next.LeaderId, next.Slots.Count));
        Assert.All(next.Slots, slot => Assert.Equal((1, 1), (slot.PublicPlaces, slot.InternalPlaces)));
        Assert.Equal(["SessionMoved", "SessionPublished"], facts.Select(fact => fact.Kind));
        Assert.Equal("领导开会", facts[0].PublicText);
    }

    [Theory]
    [InlineData("2026-03-04", 9, 11, "x", "session.same-time")]
    [InlineData("2026-03-05", 9, 11, " ", "session.reason")]
    [InlineData("2026-03-05", 11, 9, "x", "session.hours")]
    [InlineData("2026-03-01", 9, 11, "x", "session.in-past")]
    public void Move_ToNowhere_IsRefused(string day, int from, int to, string reason, string code) =>
        Assert.Equal(code, Assert.Throws<RuleBrokenException>(() => Published().Move(new SessionMove(SeedClocks.Day(day), new TimeOnly(from, 0), new TimeOnly(to, 0), null, reason), Planner, Now)).Code);

    [Fact]
    public void OverOrEnded_SessionTakesNoFurtherStep()
    {
        var cancelled = Published();
        var fact = cancelled.Cancel("停电", Now);
        var over = Published();
        var later = over.StartsAt;

        Assert.Equal((SessionState.Cancelled, "停电", (Guid?)null), (cancelled.State, fact.Reason, fact.ToSessionId));
        Assert.Equal("session.wrong-state", Refused(() => cancelled.Cancel("停电", Now)));
        Assert.Equal("session.wrong-state", Refused(() => cancelled.Publish(Now)));
        Assert.Equal("session.wrong-state", Refused(() => cancelled.Enlarge(5, 5, Now)));
        Assert.Equal("session.over", Refused(() => over.Cancel("停电", later)));
        Assert.Equal("session.over", Refused(() => over.Enlarge(5, 5, later)));
        Assert.Equal("session.over", Refused(() => over.Move(new SessionMove(Day.AddDays(2), new TimeOnly(9, 0), new TimeOnly(10, 0), null, "x"), Planner, later)));
        Assert.Equal("session.reason", Refused(() => Published().Cancel(" ", Now)));
    }

    [Fact]
    public void Enlarge_AddsPlaces_AndNeverTakesOne()
    {
        var session = Published();

        var fact = session.Enlarge(2, 1, Now);

        Assert.All(session.Slots, slot => Assert.Equal((2, 1, 3), (slot.PublicPlaces, slot.InternalPlaces, slot.Places)));
        Assert.Equal(("1+1", "2+1"), (fact.Before, fact.After));
        Assert.Equal("session.fewer-places", Refused(() => session.Enlarge(1, 2, Now)));
        Assert.Equal("session.fewer-places", Refused(() => session.Enlarge(2, 0, Now)));
        Assert.Equal("session.places", Refused(() => session.Enlarge(40, 20, Now)));
    }

    [Fact]
    public void Sitting_IsRecordedAfterwards_AndCorrectedWithBothInTheFacts()
    {
        var (session, other) = (Published(), Guid.NewGuid());
        var after = session.EndsAt;

        Assert.Equal("session.not-yet", Refused(() => session.RecordSitting(SessionSitting.LeaderSat, null, null, Planner, Now)));
        Assert.Equal("session.substitute", Refused(() => session.RecordSitting(SessionSitting.AnotherSat, Leader, null, Planner, after)));
        Assert.Equal("session.substitute", Refused(() => session.RecordSitting(SessionSitting.AnotherSat, null, null, Planner, after)));
        Assert.Equal("session.sitting-note", Refused(() => session.RecordSitting(SessionSitting.NobodySat, null, " ", Planner, after)));
        var first = session.RecordSitting(SessionSitting.LeaderSat, null, null, Planner, after);
        Assert.Equal((SessionState.Held, true, (Guid?)Leader, (DateTime?)after), (session.State, session.LeaderSat, session.SatById, session.SatRecordedAt));
        var second = session.RecordSitting(SessionSitting.AnotherSat, other, "外出", Planner, after);

        Assert.Equal((false, (Guid?)other, "外出"), (session.LeaderSat, session.SatById, session.LeaderNote));
        Assert.Null(first.Before);
        Assert.Equal((first.After, $"AnotherSat {other}"), (second.Before, second.After));
    }

    [Fact]
    public void Sitting_OfASessionWithoutALeader_IsNotAsked()
    {
        var hall = Plan(null);
        hall.Publish(Now);

        Assert.Equal("session.no-leader", Refused(() => hall.RecordSitting(SessionSitting.LeaderSat, null, null, Planner, hall.EndsAt)));
        Assert.Equal("session.wrong-state", Refused(() => Plan(Leader).RecordSitting(SessionSitting.LeaderSat, null, null, Planner, hall.EndsAt)));
    }

    private static string Refused(Action act) => Assert.Throws<RuleBrokenException>(act).Code;

    private static ReceptionSession Published()
    {
        var session = Plan(Leader);
        session.Publish(Now);
        return session;
    }

    private static ReceptionSession Plan(Guid? leader) => ReceptionSession.Plan(new SessionPlan
    {
        OfficeId = Guid.NewGuid(),
        ServicePointId = Guid.NewGuid(),
        Form = leader is null ? "Appointment" : "Regular",
        Day = Day,
        From = new TimeOnly(9, 0),
        To = new TimeOnly(11, 0),
        SlotMinutes = 30,
        PublicPlaces = 1,
        InternalPlaces = 1,
        LeaderId = leader,
        PlannedBy = Planner,
    }, Now);
}
