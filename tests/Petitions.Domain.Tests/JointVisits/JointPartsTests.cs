using Petitions.Domain.JointVisits;

namespace Petitions.Domain.Tests.JointVisits;

/// <summary>Paragraph locks, measures and guests' links of a joint visit.</summary>
public sealed class JointPartsTests
{
    private static readonly Guid One = Guid.NewGuid();
    private static readonly Guid Other = Guid.NewGuid();

    [Fact]
    public void Paragraph_HeldByOne_IsNotWrittenByAnother_UntilTheLockFallsOff()
    {
        var now = JointTable.Begin;
        var paragraph = MinutesParagraph.Of(Guid.NewGuid(), ParagraphKind.Discussion, null, 1, now);
        var seen = paragraph.Version;
        paragraph.Take(One, now);

        Assert.Equal("joint.paragraph-locked", Refused(() => paragraph.Take(Other, now.AddMinutes(1))));
        Assert.Equal("joint.paragraph-locked", Refused(() => paragraph.Write("我写", paragraph.Version, Other, now.AddMinutes(1))));
        Assert.Equal("joint.paragraph-overtaken", Refused(() => paragraph.Write("我写", seen, One, now.AddMinutes(1))));
        paragraph.Take(Other, now.AddMinutes(3));
        paragraph.Write("另一人写", paragraph.Version, Other, now.AddMinutes(4));

        Assert.Equal(("另一人写", (Guid?)null), (paragraph.Text, paragraph.HeldBy(now.AddMinutes(4))));
    }

    /// <summary>Journey J8 (d): not done without proof.</summary>
    [Fact]
    public void Measure_WithoutProof_IsNotDone_AndEndsOnce()
    {
        var table = new JointTable().Held().Heard();
        var measure = table.Measure(table.Agency);

        Assert.Equal("joint.measure-state", Refused(() => measure.Done("给了", null, null, JointTable.Begin)));
        var agreed = measure.Agree();
        Assert.Equal("joint.measure-proof", Refused(() => measure.Done(" ", null, null, JointTable.Begin)));
        Assert.Equal("joint.measure-reason", Refused(() => measure.Fail("", null, JointTable.Begin)));
        var done = measure.Done(null, Guid.NewGuid(), null, JointTable.Begin.AddDays(8));

        Assert.Equal((JointTable.Day.AddDays(7), JointTable.Day.AddDays(8)), (agreed.NamedDue, done.On));
        Assert.True(measure.IsLateOn(JointTable.Day.AddDays(30)));
        Assert.Equal("joint.measure-state", Refused(() => measure.Fail("晚了", null, JointTable.Begin)));
    }

    [Fact]
    public void Measure_OfTheTable_NeedsOwnerDateAndProof_AndEndsTheVisitWhenAllEnded()
    {
        var table = new JointTable().Held().Heard();
        void Draft(Guid? owner, int days, string? proof) => JointMeasure.Draft(table.Visit, 9, new MeasureDetails("提供档案", owner, JointTable.Day.AddDays(days), proof), JointTable.Day, JointTable.Begin);

        Assert.Equal("joint.measure-owner", Refused(() => Draft(null, 7, "档案")));
        Assert.Equal("joint.measure-owner", Refused(() => Draft(table.Petitioner.Id, 7, "档案")));
        Assert.Equal("joint.measure-due", Refused(() => Draft(table.Agency.Id, -1, "档案")));
        Assert.Equal("joint.measure-proof-wanted", Refused(() => Draft(table.Agency.Id, 7, "")));
        var measure = table.Measure(table.Agency);
        table.Signed(table.Petitioner, table.Host).Visit.ConfirmMinutes(table.Text, table.Signatures, JointTable.Begin);
        measure.Agree();
        table.Visit.FinishWhenDone(table.Measures, JointTable.Begin);
        Assert.Equal(JointVisitState.MinutesConfirmed, table.Visit.State);
        measure.Fail("档案遗失", null, JointTable.Begin.AddDays(1));
        table.Visit.FinishWhenDone(table.Measures, JointTable.Begin.AddDays(1));
        Assert.Equal(JointVisitState.MeasuresDone, table.Visit.State);
    }

    /// <summary>Domain.md row 30: a link opens once, in one browser, until its session is over, and never another address.</summary>
    [Fact]
    public void Link_OfASession_OpensOnce_AndDiesWithIt()
    {
        var table = new JointTable();
        var (token, holder) = (new byte[JointGuestPass.TokenLength], new byte[] { 1, 2, 3 });
        var (pass, _) = JointGuestPass.Invite(table.Visit, table.Agency, token, JointTable.Staff, JointTable.Now);

        Assert.Null(pass.RefusalOf(forMeasure: false, over: false, JointTable.Now));
        Assert.Equal(GuestRefusal.WrongAddress, pass.RefusalOf(forMeasure: true, over: false, JointTable.Now));
        pass.Open(holder, JointTable.Now);
        Assert.Equal(GuestRefusal.AlreadyOpened, pass.RefusalOf(forMeasure: false, over: false, JointTable.Now));
        Assert.Equal("joint.link-dead", Refused(() => pass.Open(holder, JointTable.Now)));
        Assert.True(pass.IsHeldBy(holder, over: false, JointTable.Begin));
        Assert.False(pass.IsHeldBy([3, 2, 1], over: false, JointTable.Begin));
        // Until the end of the session, and not a moment longer.
        Assert.False(pass.IsHeldBy(holder, over: false, JointTable.Begin.AddHours(2)));
        Assert.Equal(GuestRefusal.Expired, pass.RefusalOf(forMeasure: false, over: false, JointTable.Begin.AddHours(2)));
        pass.Revoke(JointTable.Now);
        Assert.False(pass.IsHeldBy(holder, over: false, JointTable.Begin));
        Assert.Equal("joint.not-a-guest", Refused(() => JointGuestPass.Invite(table.Visit, table.Host, token, JointTable.Staff, JointTable.Now)));
    }

    [Fact]
    public void Link_OfAMovedSession_IsGoodUntilTheNewEnd_WhileItStillOpens()
    {
        var table = new JointTable();
        var (pass, _) = JointGuestPass.Invite(table.Visit, table.Agency, new byte[JointGuestPass.TokenLength], JointTable.Staff, JointTable.Now);
        var end = JointTable.Begin.AddDays(1);

        pass.Move(end, JointTable.Now);

        Assert.Null(pass.RefusalOf(forMeasure: false, over: false, JointTable.Begin.AddHours(3)));
        Assert.Equal(GuestRefusal.Expired, pass.RefusalOf(forMeasure: false, over: false, end));
        Assert.Equal("joint.link-dead", Refused(() => pass.Move(end.AddDays(1), end)));
    }

    [Fact]
    public void Link_OfAMeasure_LivesUntilItEnds()
    {
        var table = new JointTable().Held().Heard();
        var measure = table.Measure(table.Agency);
        var token = new byte[JointGuestPass.TokenLength];

        Assert.Equal("joint.measure-state", Refused(() => JointGuestPass.ForMeasure(measure, token, null, JointTable.Begin)));
        measure.Agree();
        var pass = JointGuestPass.ForMeasure(measure, token, null, JointTable.Begin);

        Assert.Null(pass.RefusalOf(forMeasure: true, over: false, JointTable.Begin.AddYears(1)));
        Assert.Equal(GuestRefusal.Expired, pass.RefusalOf(forMeasure: true, over: true, JointTable.Begin));
        Assert.Equal(GuestRefusal.WrongAddress, pass.RefusalOf(forMeasure: false, over: false, JointTable.Begin));
    }

    private static string Refused(Action act) => Assert.Throws<RuleBrokenException>(act).Code;

    private static string Refused(Func<object> act) => Assert.Throws<RuleBrokenException>(() => act()).Code;
}
