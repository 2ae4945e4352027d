using Microsoft.EntityFrameworkCore;
using Petitions.Data.Petitions;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Services.FirstHandlers;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Routing;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Screening;

public sealed class WallTests : ScreeningTest
{
    [Fact]
    public async Task RespondentNamedLater_WhoIsTheHandler_PassesTheMatterToTheNearestSuperior()
    {
        var petition = await Accepted();

        await ActAs<ScreeningService>(Director, (service, actor) => service.NameRespondentAsync(
            new NameRespondentRequest(petition.Number, new RespondentDetails { Kind = RespondentKind.Person, Name = "李航", StaffId = Handler.Id }), actor, default));

        var saved = await Given.Reload(petition);
        Assert.Equal(Director.Id, saved.ActiveAssignment(AssignmentKind.CurrentHandler)!.StaffId);
        Assert.Equal(Handler.Id, saved.FirstHandlerId);
        Assert.Equal(0, await Visible(Handler));
    }

    [Fact]
    public async Task RespondentNamedLater_IsTheWholeDepartment_PassesTheMatterToADeputyChief()
    {
        var deputy = await Given.Staff("郑岩", "D990101-11", "DeputyChief");
        var petition = await Accepted();

        await ActAs<ScreeningService>(Director, (service, actor) => service.NameRespondentAsync(
            new NameRespondentRequest(petition.Number, new RespondentDetails
            {
                Kind = RespondentKind.Unit,
                Name = "控告申诉检察部",
                OfficeId = Given.OfficeId(),
                DepartmentId = Given.DepartmentId(Given.PetitionDepartment),
            }), actor, default));

        Assert.Equal(deputy.Id, (await Given.Reload(petition)).ActiveAssignment(AssignmentKind.CurrentHandler)!.StaffId);
    }

    [Theory]
    [InlineData("ScreeningOfficer")]
    [InlineData("PetitionDirector")]
    [InlineData("DeputyChief")]
    [InlineData("ChiefProcurator")]
    public async Task Accused_InAnyRole_SeesNoMatterAndNoCount(string role)
    {
        var accused = await Given.Staff("吴磊", Given.PetitionDepartment, role);
        var petition = await Given.Petition(filed => filed with { Respondents = [new() { Kind = RespondentKind.Person, Name = "吴·磊" }] });

        Assert.Equal(0, await Visible(accused));
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<ScreeningService>(accused, (service, actor) => service.StartAsync(petition.Number, true, actor, default)));
    }

    [Fact]
    public async Task NameMatch_ClearedByAnUnwalledOfficer_IsSeenAgain()
    {
        var namesake = await Given.Staff("吴磊", Given.PetitionDepartment, "PetitionDirector");
        var petition = await Given.Petition(filed => filed with { Respondents = [new() { Kind = RespondentKind.Person, Name = "吴磊" }] });
        var respondent = (await Given.Reload(petition)).Respondents.Single();

        await ActAs<ScreeningService>(Officer, (service, actor) =>
            service.ConfirmRespondentAsync(new ConfirmRespondentRequest(petition.Number, respondent.Id, Clear: true), actor, default));

        Assert.Equal(1, await Visible(namesake));
    }

    [Fact]
    public async Task Propose_WhenThePetitionDepartmentIsNamed_GoesToTheSuperiorOffice()
    {
        var petition = await Given.Petition(filed => filed with
        {
            SubCategory = "B7",
            Respondents = [new() { Kind = RespondentKind.Unit, Name = "控申部", DepartmentId = Given.DepartmentId(Given.PetitionDepartment) }],
        });

        var proposal = await RunAsync<PetitionRouter, RoutingProposal>(router => router.ProposeAsync(petition, default));

        Assert.Equal(Given.DepartmentId("C9901-05"), proposal.DepartmentId);
        Assert.Contains(proposal.Skipped, skipped => skipped.Reason == "routing.department-walled");
    }

    [Fact]
    public async Task Propose_ForEveryRule_FindsAnOwnerBeforeNoWall()
    {
        foreach (var sub in new[] { "A1", "A5", "A6", "A7", "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "C1", "C2", "C3", "D1", "E1", "F1", "H1", null })
        {
            foreach (var walled in Given.Offices.Departments.Where(d => d.OfficeId == Given.OfficeId()))
            {
                var petition = await Given.Petition(filed => filed with
                {
                    SubCategory = sub,
                    Respondents = [new() { Kind = RespondentKind.Unit, Name = walled.NameZh, DepartmentId = walled.Id }],
                });
                var proposal = await RunAsync<PetitionRouter, RoutingProposal>(router => router.ProposeAsync(petition, default));
                Assert.True(proposal.IsTransferOut || proposal.DepartmentId is not null, $"{sub} {walled.Code}");
                Assert.NotEqual(walled.Id, proposal.DepartmentId);
            }
        }
    }

    [Fact]
    public async Task HandOver_KeepsTheFirstHandlerAndTheReason()
    {
        var other = await Given.Staff("何峰", Given.SecondDepartment, "CaseOfficer");
        var petition = await Accepted();

        await ActAs<AssignmentService>(Director, (service, actor) => service.HandOverAsync(new HandOverRequest(petition.Number, other.Id, "专业需要。"), actor, default));

        var saved = await Given.Reload(petition);
        var current = saved.ActiveAssignment(AssignmentKind.CurrentHandler)!;
        Assert.Equal(Handler.Id, saved.FirstHandlerId);
        Assert.Equal((other.Id, "专业需要。", (Guid?)Director.Id), (current.StaffId, current.Reason, current.DecidedBy));
    }

    [Fact]
    public async Task Candidates_ShowLoad_AndLeaveOutTheAccused()
    {
        var petition = await Accepted(filed => filed with { Respondents = [new() { Kind = RespondentKind.Person, Name = "何峰" }] });
        await Given.Staff("何峰", Given.PetitionDepartment, "CaseOfficer");

        var candidates = await RunAsync<CandidateQueries, IReadOnlyList<Candidate>>(queries => queries.OfAsync(petition, Handler.DepartmentId, default));

        Assert.Equal([(Handler.Id, 1)], candidates.Select(c => (c.StaffId, c.Open)));
    }

    private async Task<int> Visible(Staff staff)
    {
        var actor = await As(staff);
        return await QueryAsync(db => db.Petitions.VisibleTo(actor).CountAsync());
    }
    [Fact]
    public async Task Confirm_OfADepartment_KeepsThePersonAlreadyNamed()
    {
        var accused = await Given.Staff("郑强", Given.SecondDepartment, "CaseOfficer");
        var petition = await Given.Petition(filed => filed with
        {
            Respondents = [new RespondentDetails { Kind = RespondentKind.Person, Name = "郑某", StaffId = accused.Id }],
        });
        var respondent = (await Given.Reload(petition)).Respondents[0].Id;

        await ActAs<ScreeningService>(Officer, (service, actor) => service.ConfirmRespondentAsync(
            new ConfirmRespondentRequest(petition.Number, respondent, Clear: false), actor, default));

        Assert.Equal(accused.Id, (await Given.Reload(petition)).Respondents[0].StaffId);
    }
}
