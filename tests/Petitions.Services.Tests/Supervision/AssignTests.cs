using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Supervision;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Supervision;

/// <summary>J6 step 2 and tester line c: many at once, each row its own save; leave asks for the substitute and keeps the first handler.</summary>
public sealed class AssignTests : BoardTest
{
    [Fact]
    public async Task Many_EachItsOwnResult_OneRefusedHoldsNobodyUp_TwiceIsHarmless()
    {
        var fresh = new List<Petition>();
        for (var i = 0; i < 5; i++)
        {
            fresh.Add(await Given.Petition());
        }

        var elsewhere = await Given.Staff("何莉", Given.SecondDepartment, "CaseOfficer");
        List<AssignRow> rows = [.. fresh.Select(p => Row(p, Handler)), Row(await Given.Petition(), elsewhere)];

        var first = await AssignAsync(Director, rows);
        var again = await AssignAsync(Director, rows);

        Assert.Equal([null, null, null, null, null, "routing.override-reason"], first.Select(r => r.Refused));
        Assert.Equal(first.Select(r => r.Refused), again.Select(r => r.Refused));
        foreach (var petition in fresh)
        {
            var saved = await Given.Reload(petition);
            Assert.Equal(PetitionState.Accepted, saved.State);
            Assert.Equal(Handler.Id, saved.FirstHandlerId);
            Assert.Equal(["PetitionReceived", "PetitionRegistered", "ScreeningStarted", "TrackSet", "PetitionAccepted", "FirstHandlerNamed", "PetitionRouted", "DocumentIssued", "AcceptanceNoticeSent"],
                await QueryAsync(db => db.Facts.Where(f => f.SubjectId == petition.Id && !f.Kind.StartsWith("Clock")).OrderBy(f => f.Seq).Select(f => f.Kind).ToListAsync()));
        }

        var overridden = await AssignAsync(Director, [rows[5] with { Reason = "该院已有关联案件。" }]);
        Assert.Null(overridden[0].Refused);
        Assert.Contains("RoutingOverridden", await QueryAsync(db => db.Facts.Where(f => f.Kind == "RoutingOverridden").Select(f => f.Kind).ToListAsync()));
    }

    [Fact]
    public async Task PersonOnLeave_AsksForTheSubstitute_AndStaysFirstHandler()
    {
        var substitute = await Given.Staff("蒋涛", Given.PetitionDepartment, "CaseOfficer");
        await AwayAsync(Handler);
        var petition = await Given.Petition();

        var asked = await AssignAsync(Director, [Row(petition, Handler)]);
        var done = await AssignAsync(Director, [Row(petition, Handler) with { SubstituteId = substitute.Id }]);

        Assert.Equal("petition.substitute-needed", asked[0].Refused);
        Assert.Null(done[0].Refused);
        var saved = await Given.Reload(petition);
        Assert.Equal(Handler.Id, saved.FirstHandlerId);
        Assert.Equal(substitute.Id, saved.ActiveAssignment(AssignmentKind.Substitute)!.StaffId);
    }

    [Fact]
    public async Task AcceptedMatter_ToAPersonOnLeave_KeepsTheFirstHandler_AndNamesTheSubstitute()
    {
        var next = await Given.Staff("白雪", Given.PetitionDepartment, "CaseOfficer");
        var substitute = await Given.Staff("蒋涛", Given.PetitionDepartment, "CaseOfficer");
        await AwayAsync(next);
        var petition = await Given.Reload(await Accepted());

        Assert.Equal("petition.substitute-needed", (await AssignAsync(Director, [Row(petition, next) with { Reason = "工作调整" }]))[0].Refused);
        Assert.Null((await AssignAsync(Director, [Row(petition, next) with { Reason = "工作调整", SubstituteId = substitute.Id }]))[0].Refused);

        var saved = await Given.Reload(petition);
        Assert.Equal(Handler.Id, saved.FirstHandlerId);
        Assert.Equal(next.Id, saved.ActiveAssignment(AssignmentKind.CurrentHandler)!.StaffId);
        Assert.Equal(substitute.Id, saved.ActiveAssignment(AssignmentKind.Substitute)!.StaffId);
    }

    [Fact]
    public async Task Row_ThatSomebodyElseChanged_OrIsNotMine_IsRefused()
    {
        var petition = await Given.Petition();
        var walled = await Given.Petition(filed => filed with { Respondents = [new() { Kind = Domain.People.RespondentKind.Person, Name = Director.Name }] });

        var results = await AssignAsync(Director, [Row(petition, Handler) with { Seen = 9 }, Row(walled, Handler), Row(petition, Handler) with { StaffId = null }]);

        Assert.Equal(["assign.changed", "assign.not-yours", "handler.missing"], results.Select(r => r.Refused));
        Assert.Equal("assign.too-many", await RefusedAs<AssignBatchService>(Director, (s, a) => s.AssignAsync([.. Enumerable.Repeat(Row(petition, Handler), 21)], true, a, default)));
        Assert.Equal("petition.conflict-not-declared", await RefusedAs<AssignBatchService>(Director, (s, a) => s.AssignAsync([Row(petition, Handler)], false, a, default)));
    }

    [Fact]
    public async Task Page_ShowsLoadAbsenceAndTheRule_AndLeavesOutWhoIsWalled()
    {
        await Accepted();
        await AwayAsync(Handler);
        var accused = await Given.Staff("吴磊", Given.PetitionDepartment, "CaseOfficer");
        var petition = await Given.Petition(filed => filed with { Respondents = [new() { Kind = Domain.People.RespondentKind.Person, Name = accused.Name }] });
        var actor = await As(Director);

        var matter = Assert.Single(await RunAsync<AssignQueries, IReadOnlyList<AssignMatter>>(q => q.MattersAsync([petition.Number, "QX-2222-2222"], actor, default)));

        var handler = matter.Candidates.Single(c => c.StaffId == Handler.Id);
        Assert.Equal((1, 0), (handler.Open, handler.Overdue));
        Assert.NotNull(handler.AwayFrom);
        Assert.DoesNotContain(matter.Candidates, c => c.StaffId == accused.Id);
        Assert.Equal(Given.DepartmentId(Given.PetitionDepartment), matter.Proposal!.DepartmentId);
    }

    private static AssignRow Row(Petition petition, Staff staff) => new(petition.Number, petition.Version, staff.Id, null, "LitigationRights", null);

    private async Task<IReadOnlyList<AssignResult>> AssignAsync(Staff by, IReadOnlyList<AssignRow> rows)
    {
        var actor = await As(by);
        return await RunAsync<AssignBatchService, IReadOnlyList<AssignResult>>(s => s.AssignAsync(rows, true, actor, default));
    }

    private Task AwayAsync(Staff staff) => RunAsync<PetitionsDbContext>(async db =>
    {
        var tracked = await db.Staff.Include(s => s.Absences).SingleAsync(s => s.Id == staff.Id);
        var today = Domain.Clocks.ChinaTime.DateOf(Clock.GetUtcNow().UtcDateTime);
        tracked.RecordAbsence(today, today.AddDays(6), Clock.GetUtcNow().UtcDateTime);
        foreach (var absence in tracked.Absences)
        {
            db.Entry(absence).State = EntityState.Added;
        }

        await db.SaveChangesAsync();
    });
}
