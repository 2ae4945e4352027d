using Petitions.Domain.JointVisits;
using Petitions.Domain.Receptions;

namespace Petitions.Domain.Tests.JointVisits;

/// <summary>Joint visits (journey J8; seed features 22, 27, 29): nothing is set while something is missing, attendance stands fast, nobody is passed over.</summary>
public sealed class JointVisitTests
{
    [Fact]
    public void Call_WithEverything_NamesItsDay()
    {
        var table = new JointTable();

        var fact = table.Visit.Call(JointTable.Staff, JointTable.Day.AddDays(-2), JointTable.Now);

        Assert.Equal((JointVisitState.Called, JointTable.Day, JointTable.Begin), (table.Visit.State, fact.NamedDue, fact.StartsAt));
        Assert.Equal(JointTable.Day.AddDays(-2), table.Agency.BringBy);
    }

    [Fact]
    public void Call_WithAnEmptySeat_IsRefused_AndTheListSaysWhich()
    {
        var table = new JointTable();
        table.Visit.ChangeSeat(table.Agency.Id, new SeatDetails { Kind = SeatKind.Agency, OrganKind = "Government", Organ = "住建局" });

        Assert.Equal("joint.missing", Refused(() => table.Visit.Call(JointTable.Staff, JointTable.Day.AddDays(-2), JointTable.Now)));
        Assert.Equal([("seat.person", "住建局"), ("seat.bring", "住建局")], table.Visit.Missing().Select(gap => (gap.Code, gap.Who)));
    }

    [Fact]
    public void Missing_OfAFreshProposal_NamesEverything()
    {
        var (visit, _) = JointVisit.Propose(new NewJointVisit { OfficeId = Guid.NewGuid(), Trigger = JointTrigger.Age, Count = 2, Petitions = [Guid.NewGuid()] }, JointTable.Now);

        Assert.Equal(["purpose", "chair", "record", "organs", "time", "place", "petitioner", "agent.ask", "interpreter.ask", "told"], visit.Missing().Select(gap => gap.Code));
    }

    [Theory]
    [InlineData("agent", JointNeed.Needed, JointNeed.NotNeeded)]
    [InlineData("interpreter", JointNeed.NotNeeded, JointNeed.Needed)]
    public void Missing_WhoIsNeededWithoutASeat_IsNamed(string code, JointNeed agent, JointNeed interpreter)
    {
        var table = new JointTable();

        table.Visit.Describe("协调补偿", "请说明情况。", null, agent, interpreter);

        Assert.Equal(code, Assert.Single(table.Visit.Missing()).Code);
    }

    [Fact]
    public void Missing_SeveralPlaces_NeedAVideoLinkAndASeatEach()
    {
        var table = new JointTable();

        table.Visit.AddPlace("住建局会议室", null, true, JointTable.Now);

        Assert.Equal(["video", "seat.place", "seat.place", "seat.place", "seat.place"], table.Visit.Missing().Select(gap => gap.Code));
    }

    [Fact]
    public void Places_Several_AreJoinedEachByItsOwnLinkOrByThatOfAll()
    {
        var table = new JointTable();
        table.Visit.DropPlace(table.Visit.Places[0].Id);
        var hall = table.Visit.AddPlace("一室", null, true, JointTable.Now);
        var away = table.Visit.AddPlace("住建局会议室", null, false, JointTable.Now, "会议号 1");

        Assert.True(away.Video);
        Assert.Contains("video", table.Visit.Missing().Select(gap => gap.Code));
        Assert.Equal(((string?)null, "会议号 1"), (table.Visit.LinkOf(hall), table.Visit.LinkOf(away)));
        table.Visit.Describe("协调补偿", "请说明情况。", "会议号 2", JointNeed.NotNeeded, JointNeed.NotNeeded);
        Assert.DoesNotContain("video", table.Visit.Missing().Select(gap => gap.Code));
        Assert.Equal(("会议号 2", "会议号 1"), (table.Visit.LinkOf(hall), table.Visit.LinkOf(away)));
        Assert.Equal("joint.place-link", Refused(() => table.Visit.AddPlace("三室", null, false, JointTable.Now, new string('1', JointVisit.LinkMax + 1))));
    }

    [Fact]
    public void Petitioner_MovedToAnotherPlace_AsksToTellThemAgain()
    {
        var table = new JointTable();
        var away = table.Visit.AddPlace("街道办会议室", null, false, JointTable.Now, "会议号 1");
        Assert.DoesNotContain("told", table.Visit.Missing().Select(gap => gap.Code));

        table.Visit.ChangeSeat(table.Petitioner.Id, new SeatDetails { Kind = SeatKind.Petitioner, PersonName = "何建国", PlaceId = away.Id });

        Assert.Contains("told", table.Visit.Missing().Select(gap => gap.Code));
        Assert.Equal(away, table.Visit.PlaceOfPetitioner());
    }

    [Fact]
    public void SetTime_AfterTheyWereTold_AsksToTellThemAgain()
    {
        var table = new JointTable();

        table.Visit.SetTime(JointTable.Day.AddDays(1), new TimeOnly(9, 0), new TimeOnly(10, 0), JointTable.Now);

        Assert.Equal("told", Assert.Single(table.Visit.Missing()).Code);
    }

    /// <summary>A matter is at one open table: its case is open until the table is refused, called off or its minutes are confirmed.</summary>
    [Fact]
    public void Case_IsOpen_UntilItsTableIsOver()
    {
        var (refused, off, confirmed) = (new JointTable(), new JointTable().Called(), new JointTable().Held().Heard());
        Assert.True(refused.Visit.Cases[0].Open && off.Visit.Cases[0].Open && confirmed.Visit.Cases[0].Open);

        refused.Visit.Refuse("改日再议", JointTable.Staff, JointTable.Now);
        off.Visit.Postpone("主持人出差", JointTable.Staff, JointTable.Now);
        Assert.True(off.Visit.Cases[0].Open);
        off.Visit.Refuse("不再需要", JointTable.Staff, JointTable.Now);
        confirmed.Signed(confirmed.Petitioner, confirmed.Host).Visit.ConfirmMinutes(confirmed.Text, confirmed.Signatures, JointTable.Begin.AddHours(3));

        Assert.False(refused.Visit.Cases[0].Open || off.Visit.Cases[0].Open || confirmed.Visit.Cases[0].Open);
    }

    [Fact]
    public void DropCase_RemembersWhetherItsPetitionerWasTold()
    {
        var table = new JointTable();
        var (told, late) = (table.Visit.Cases[0].PetitionId, Guid.NewGuid());
        table.Visit.AddCase(late);

        Assert.Equal(JointTable.Now, table.Visit.DropCase(told).ToldAt);
        table.Visit.AddCase(Guid.NewGuid());
        Assert.Null(table.Visit.DropCase(late).ToldAt);
        Assert.Equal("joint.cases", Refused(() => table.Visit.DropCase(late)));
    }

    [Fact]
    public void Refuse_WithoutAReason_IsRefused()
    {
        var table = new JointTable();

        Assert.Equal("joint.reason", Refused(() => table.Visit.Refuse(" ", JointTable.Staff, JointTable.Now)));
        table.Visit.Refuse("已经由领导包案", JointTable.Staff, JointTable.Now);
        Assert.Equal((JointVisitState.Refused, "已经由领导包案"), (table.Visit.State, table.Visit.EndReason));
        Assert.Equal("joint.wrong-state", Refused(() => table.Visit.Call(JointTable.Staff, JointTable.Day.AddDays(-2), JointTable.Now)));
    }

    [Theory]
    [InlineData(SeatKind.Agency, SeatRole.Host)]
    [InlineData(SeatKind.JudicialOrgan, SeatRole.Record)]
    [InlineData(SeatKind.Petitioner, SeatRole.LawExplainer)]
    public void AddSeat_RoleOfThisOffice_ForSomebodyElse_IsRefused(SeatKind kind, SeatRole role) =>
        Assert.Equal("joint.seat-role", Refused(() => new JointTable().Visit.AddSeat(new SeatDetails { Kind = kind, Role = role, OrganKind = "Court", Organ = "法院", PersonName = "某人" }, JointTable.Now)));

    [Fact]
    public void AddSeat_SecondHost_IsRefused() =>
        Assert.Equal("joint.two-hosts", Refused(() => new JointTable().Visit.AddSeat(JointTable.Own(SeatRole.Host), JointTable.Now)));

    [Fact]
    public void Hold_WhileSomebodyIsNotTicked_IsRefused_AndAbsenceNeedsItsReason()
    {
        var table = new JointTable().Called();
        table.Visit.Start(JointTable.Begin);

        Assert.Equal("joint.attendance", Refused(() => table.Visit.Hold(JointTable.Begin)));
        Assert.Equal("joint.absence-reason", Refused(() => table.Visit.Tick(table.Agency.Id, SeatPresence.Absent, "", JointTable.Begin)));
    }

    [Fact]
    public void Start_BeforeItsDay_IsRefused() =>
        Assert.Equal("joint.too-early", Refused(() => new JointTable().Called().Visit.Start(JointTable.Begin.AddDays(-1))));

    [Fact]
    public void Attendance_AfterTheSitting_StandsAsItWas()
    {
        var table = new JointTable().Held(absent: []);
        var before = table.Visit.Attendance;

        Assert.Equal("joint.wrong-state", Refused(() => table.Visit.Tick(table.Agency.Id, SeatPresence.Absent, "走了", JointTable.Begin.AddHours(3))));
        table.Agency.Accept("换了人", JointTable.Begin.AddHours(3));

        Assert.Equal("罗敏", table.Visit.Attendance.Single(line => line.SeatId == table.Agency.Id).Person);
        Assert.Equal(before, table.Visit.Attendance);
    }

    /// <summary>Seed feature 22: minutes cannot be confirmed until each participant has entered a view or is marked absent with a reason.</summary>
    [Fact]
    public void Confirm_WithoutAView_IsRefused_UnlessAbsentWithAReason()
    {
        var silent = new JointTable().Held();
        silent.Says(ParagraphKind.PetitionerWords, "给我答复。").Says(ParagraphKind.View, "应当答复。", silent.Host).Says(ParagraphKind.PetitionerAnswer, "同意。");
        var away = new JointTable();
        away.Held(away.Agency).Says(ParagraphKind.PetitionerWords, "给我答复。").Says(ParagraphKind.View, "应当答复。", away.Host).Says(ParagraphKind.PetitionerAnswer, "同意。").Signed(away.Petitioner, away.Host);

        Assert.Equal("joint.views", Refused(() => silent.Signed(silent.Petitioner)));
        Assert.Equal("joint.views", Refused(() => silent.Visit.ConfirmMinutes(silent.Text, [], JointTable.Begin)));
        Assert.Equal(silent.Agency, Assert.Single(silent.Visit.SeatsWithoutView(silent.Text)));
        Assert.Equal(away.Text.Digest(away.Visit), away.Visit.ConfirmMinutes(away.Text, away.Signatures, JointTable.Begin.AddHours(3)).Digest);
        Assert.Equal(JointVisitState.MinutesConfirmed, away.Visit.State);
    }

    [Fact]
    public void Confirm_WhileSomebodyHasNotSigned_IsRefused()
    {
        var table = new JointTable().Held().Heard();

        Assert.Equal("joint.not-signed", Refused(() => table.Visit.ConfirmMinutes(table.Text, [], JointTable.Begin)));
        table.Signed(table.Petitioner);
        Assert.Equal("joint.signatures", Refused(() => table.Visit.ConfirmMinutes(table.Text, table.Signatures, JointTable.Begin)));
        Assert.Equal("joint.not-a-signer", Refused(() => table.Signed(table.Agency)));
        Assert.Equal("joint.signed-already", Refused(() => table.Signed(table.Petitioner)));
    }

    [Fact]
    public void Sign_AnotherTextThanShown_IsRefused_AndASignedOneIsClosed()
    {
        var table = new JointTable().Held().Heard();
        var shown = table.Text.Digest(table.Visit);
        table.Says(ParagraphKind.Discussion, "又加一句。");

        Assert.Equal("joint.minutes-changed", Refused(() => table.Visit.Sign(table.Text, table.Petitioner.Id, new JointSigning(SignatureWay.OnPaper, shown), [], JointTable.Staff, JointTable.Begin)));
        table.Signed(table.Petitioner);
        Assert.Equal("joint.minutes-signed", Refused(table.Visit.RequireWritable));
        table.Visit.ReopenMinutes();
        table.Visit.RequireWritable();
        Assert.Equal(2, table.Visit.Round);
        // Everybody signs the next reading.
        Assert.Equal("joint.signatures", Refused(() => table.Signed(table.Host).Visit.ConfirmMinutes(table.Text, table.Signatures, JointTable.Begin)));
    }

    [Fact]
    public void Sign_Refused_NeedsReasonAndWitness_AndTheHostCannot()
    {
        var table = new JointTable().Held().Heard();
        JointSignature Refuse(JointSeat seat, string? note, string? witness) =>
            table.Visit.Sign(table.Text, seat.Id, new JointSigning(SignatureWay.Refused, table.Text.Digest(table.Visit), null, note, witness), [], JointTable.Staff, JointTable.Begin);

        Assert.Equal("joint.sign-note", Refused(() => Refuse(table.Petitioner, null, "冯倩")));
        Assert.Equal("joint.sign-witness", Refused(() => Refuse(table.Petitioner, "不同意", null)));
        Assert.Equal("joint.sign-way", Refused(() => Refuse(table.Host, "不同意", "冯倩")));
        Assert.Equal("冯倩", Refuse(table.Petitioner, "不同意", "冯倩").Witness);
    }

    private static string Refused(Action act) => Assert.Throws<RuleBrokenException>(act).Code;

    private static string Refused(Func<object> act) => Assert.Throws<RuleBrokenException>(() => act()).Code;
}
