using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Screening;

public sealed class AcceptanceTests : ScreeningTest
{
    [Fact]
    public async Task Accept_WithDepartmentAndHandler_IssuesNoticeAndNamesFirstHandler()
    {
        var petition = await Accepted();

        var saved = await Given.Reload(petition);
        var document = await QueryAsync(db => db.IssuedDocuments.SingleAsync(d => d.PetitionId == petition.Id));
        Assert.Equal(PetitionState.Accepted, saved.State);
        Assert.Equal(Handler.Id, saved.FirstHandlerId);
        Assert.Equal("清检控申受〔2026〕1号", document.NumberText);
        var kinds = await QueryAsync(db => db.Facts.Where(f => f.SubjectId == petition.Id).Select(f => f.Kind).ToListAsync());
        Assert.Superset(new HashSet<string> { "PetitionAccepted", "FirstHandlerNamed", "PetitionRouted", "DocumentIssued", "AcceptanceNoticeSent" }, kinds.ToHashSet());
    }

    [Fact]
    public async Task Accept_WithoutHandler_IsRefused()
    {
        var petition = await Screened();

        var code = await RefusedAs<AcceptanceService>(Officer, (service, actor) =>
            service.AcceptAsync(new AcceptRequest(petition.Number, Handler.DepartmentId, null, true), actor, default));

        Assert.Equal("petition.first-handler-missing", code);
        Assert.Equal(PetitionState.Screening, (await Given.Reload(petition)).State);
    }

    [Fact]
    public async Task Accept_WithoutDepartment_IsRefused()
    {
        var petition = await Screened();

        var code = await RefusedAs<AcceptanceService>(Officer, (service, actor) =>
            service.AcceptAsync(new AcceptRequest(petition.Number, null, Handler.Id, true), actor, default));

        Assert.Equal("petition.department-missing", code);
    }

    [Fact]
    public async Task Accept_WithoutConflictDeclaration_IsRefused()
    {
        var petition = await Screened();

        var code = await RefusedAs<AcceptanceService>(Officer, (service, actor) =>
            service.AcceptAsync(Acceptance(petition, Handler) with { NoConflict = false }, actor, default));

        Assert.Equal("petition.conflict-not-declared", code);
    }

    [Fact]
    public async Task Accept_AgainstTheProposal_NeedsAReason()
    {
        var other = await Given.Staff("何峰", Given.SecondDepartment, "CaseOfficer");
        var petition = await Screened();

        var code = await RefusedAs<AcceptanceService>(Officer, (service, actor) => service.AcceptAsync(Acceptance(petition, other), actor, default));
        await ActAs<AcceptanceService>(Officer, (service, actor) =>
            service.AcceptAsync(Acceptance(petition, other) with { OverrideReason = "该案由第二检察部办理。" }, actor, default));

        Assert.Equal("routing.override-reason", code);
        Assert.Equal(1, await QueryAsync(db => db.Facts.CountAsync(f => f.SubjectId == petition.Id && f.Kind == "RoutingOverridden")));
    }

    [Fact]
    public async Task Accept_IntoTheDepartmentComplainedOf_IsRefused()
    {
        var other = await Given.Staff("何峰", Given.SecondDepartment, "CaseOfficer");
        var petition = await Screened(filed => filed with
        {
            Respondents = [new() { Kind = RespondentKind.Unit, Name = "第二检察部", OfficeId = Given.OfficeId(), DepartmentId = Given.DepartmentId(Given.SecondDepartment) }],
        });

        var code = await RefusedAs<AcceptanceService>(Officer, (service, actor) =>
            service.AcceptAsync(Acceptance(petition, other) with { OverrideReason = "x" }, actor, default));

        Assert.Equal("routing.department-walled", code);
    }

    [Fact]
    public async Task Accept_WithHandlerComplainedOfByName_IsRefused()
    {
        var petition = await Screened(filed => filed with { Respondents = [new() { Kind = RespondentKind.Person, Name = "李 航" }] });

        var code = await RefusedAs<AcceptanceService>(Officer, (service, actor) => service.AcceptAsync(Acceptance(petition, Handler), actor, default));

        Assert.Equal("handler.walled", code);
    }

    [Fact]
    public async Task Accept_WithPersonOfAnotherRole_IsRefused()
    {
        var petition = await Screened();

        var code = await RefusedAs<AcceptanceService>(Officer, (service, actor) => service.AcceptAsync(Acceptance(petition, Director), actor, default));

        Assert.Equal("handler.not-case-officer", code);
    }

    [Fact]
    public async Task Accept_WithAbsentHandler_NeedsASubstitute()
    {
        var petition = await Screened();
        await QueryAsync(async db =>
        {
            var staff = await db.Staff.Include(s => s.Absences).SingleAsync(s => s.Id == Handler.Id);
            staff.RecordAbsence(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 9), Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });
        var substitute = await Given.Staff("何峰", Given.PetitionDepartment, "CaseOfficer");

        var code = await RefusedAs<AcceptanceService>(Officer, (service, actor) => service.AcceptAsync(Acceptance(petition, Handler), actor, default));
        await ActAs<AcceptanceService>(Officer, (service, actor) =>
            service.AcceptAsync(Acceptance(petition, Handler) with { SubstituteId = substitute.Id }, actor, default));

        Assert.Equal("petition.substitute-needed", code);
        Assert.Equal(2, (await Given.Reload(petition)).Assignments.Count(a => a.To == null));
    }

    [Fact]
    public async Task Accept_ByOfficerOfAnotherOffice_IsNotFound()
    {
        var stranger = await Given.Staff("孙悦", "D990102-03", "ScreeningOfficer");
        var petition = await Screened();

        await Assert.ThrowsAsync<NotFoundException>(() =>
            ActAs<AcceptanceService>(stranger, (service, actor) => service.AcceptAsync(Acceptance(petition, Handler), actor, default)));
    }

    [Fact]
    public async Task Sql_OverwritingTheFirstHandler_IsRefused()
    {
        var petition = await Accepted();

        var refusal = await Assert.ThrowsAnyAsync<DbException>(() =>
            QueryAsync(db => db.Database.ExecuteSqlAsync($"UPDATE petitions SET first_handler_id = {Director.Id} WHERE id = {petition.Id}")));

        Assert.Contains("written once", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accept_ManyAtOnce_NumbersHaveNoGap()
    {
        var petitions = new List<Petition>();
        for (var i = 0; i < 6; i++)
        {
            petitions.Add(await Screened());
        }

        await Task.WhenAll(petitions.Select(petition =>
            ActAs<AcceptanceService>(Officer, (service, actor) => service.AcceptAsync(Acceptance(petition, Handler), actor, default))));

        var serials = await QueryAsync(db => db.IssuedDocuments.OrderBy(d => d.Serial).Select(d => d.Serial).ToListAsync());
        Assert.Equal([1, 2, 3, 4, 5, 6], serials);
    }
}
