using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data.Keys;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions.Decisions;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Screening;

public sealed class DecisionTests : ScreeningTest
{
    [Fact]
    public async Task Refusal_DecidedByTheDirector_TellsGroundAndRemedy()
    {
        var petition = await Screened();
        var proposal = await Propose(petition, "NA02");

        await Decide(Director, proposal);

        Assert.Equal(PetitionState.NotAccepted, (await Given.Reload(petition)).State);
        Assert.Equal(1, await QueryAsync(db => db.IssuedDocuments.CountAsync(d => d.PetitionId == petition.Id && d.Type == "NonAcceptanceNotice")));
    }

    [Fact]
    public async Task Refusal_DecidedTwice_IsRefusedTheSecondTime()
    {
        var petition = await Screened();
        var proposal = await Propose(petition, "NA02");
        await Decide(Director, proposal);

        var code = await RefusedAs<DecisionService>(Director, (service, actor) => service.DecideAsync(new DecideRequest(proposal, true), actor, default));

        Assert.Equal("proposal.already-decided", code);
    }

    [Fact]
    public async Task Refusal_ProposedAndDecidedByOnePerson_IsRefused()
    {
        var petition = await Screened();
        var proposal = await Propose(petition, "NA02", Director);

        var code = await RefusedAs<DecisionService>(Director, (service, actor) => service.DecideAsync(new DecideRequest(proposal, true), actor, default));

        Assert.Equal("petition.second-person", code);
    }

    [Fact]
    public async Task Refusal_WhoseGroundNeedsTheChief_IsNotForTheDirector()
    {
        var petition = await Screened();
        var proposal = await Propose(petition, "NA09");

        var code = await RefusedAs<DecisionService>(Director, (service, actor) => service.DecideAsync(new DecideRequest(proposal, true), actor, default));

        Assert.Equal("proposal.wrong-approver", code);
    }

    [Theory]
    [InlineData("NA07", "refusal.ground-of-other-track")]
    [InlineData("NA12", "refusal.ground")]
    [InlineData("NA13", "refusal.transfer-instead")]
    public async Task Refusal_OnAGroundThatDoesNotFit_IsRefused(string ground, string expected)
    {
        var petition = await Screened();

        var code = await RefusedAs<RefusalDecisions>(Officer, (service, actor) =>
            service.ProposeAsync(new ProposeRefusalRequest(petition.Number, ground, "理由"), actor, default));

        Assert.Equal(expected, code);
    }

    [Fact]
    public async Task Refusal_Returned_StaysInScreeningWithTheReason()
    {
        var petition = await Screened();
        var proposal = await Propose(petition, "NA02");

        await ActAs<DecisionService>(Director, (service, actor) => service.DecideAsync(new DecideRequest(proposal, false, "请先核实管辖。"), actor, default));

        Assert.Equal(PetitionState.Screening, (await Given.Reload(petition)).State);
        Assert.Equal("请先核实管辖。", await QueryAsync(db => db.DecisionProposals.Where(p => p.Id == proposal).Select(p => p.DecisionReason).SingleAsync()));
    }

    [Fact]
    public async Task Refusal_Revoked_GoesBackToScreening()
    {
        var petition = await Screened();
        await Decide(Director, await Propose(petition, "NA02"));

        await ActAs<ScreeningService>(Director, (service, actor) => service.BackToScreeningAsync(petition.Number, "本院有管辖权。", actor, default));

        Assert.Equal(PetitionState.Screening, (await Given.Reload(petition)).State);
    }

    [Fact]
    public async Task Transfer_ToARespondent_IsRefused()
    {
        var petition = await Screened(filed => filed with { Respondents = [new() { Kind = RespondentKind.Unit, Name = "清溪县公安局" }] });

        var code = await RefusedAs<TransferDecisions>(Officer, (service, actor) => service.ProposeAsync(
            new ProposeTransferRequest(petition.Number, "PublicSecurity", "清溪县 公安局", "职权", "摘要"), actor, default));

        Assert.Equal("petition.receiver-is-respondent", code);
    }

    [Fact]
    public async Task Transfer_WithThePetitionersNameInTheExtract_IsRefused()
    {
        var petition = await Screened();

        var code = await RefusedAs<TransferDecisions>(Officer, (service, actor) => service.ProposeAsync(
            new ProposeTransferRequest(petition.Number, "Court", "清溪县人民法院", "职权", "刘芳反映立案问题"), actor, default));

        Assert.Equal("transfer.identity-in-extract", code);
    }

    [Fact]
    public async Task Transfer_Approved_IssuesLetterAndNotice_AndCanBeTakenBack()
    {
        var petition = await Screened();
        var proposal = Guid.Empty;
        await ActAs<TransferDecisions>(Officer, async (service, actor) => proposal = await service.ProposeAsync(
            new ProposeTransferRequest(petition.Number, "Court", "清溪县人民法院", "属于法院职权。", "反映立案问题"), actor, default));
        await Decide(Director, proposal);
        var types = await QueryAsync(db => db.IssuedDocuments.Where(d => d.PetitionId == petition.Id).Select(d => d.Type).Order().ToListAsync());
        // security.md B3: what the other body gets is the extract, and nobody's name or own words.
        var letter = await QueryAsync(db => db.IssuedDocuments.Where(d => d.PetitionId == petition.Id && d.Type == "TransferLetter").Select(d => d.Fields).SingleAsync());
        var given = JsonSerializer.Deserialize<Dictionary<string, string>>(Services.GetRequiredService<ColumnProtector>().Unprotect(letter))!.Values;
        Assert.Contains(given, text => text.Contains("反映立案问题", StringComparison.Ordinal));
        Assert.All(given, text => Assert.DoesNotContain("刘芳", text, StringComparison.Ordinal));
        Assert.All(given, text => Assert.DoesNotContain("五个月没有收到", text, StringComparison.Ordinal));
        await ActAs<ScreeningService>(Officer, (service, actor) => service.BackToScreeningAsync(petition.Number, "退回。", actor, default));

        Assert.Equal(["TransferLetter", "TransferNotice"], types);
        Assert.Equal(PetitionState.Screening, (await Given.Reload(petition)).State);
    }

    [Fact]
    public async Task Materials_AskedASecondTime_AreRefused()
    {
        var petition = await Screened();
        await ActAs<ScreeningService>(Officer, (service, actor) => service.RequestMaterialsAsync(new RequestMaterialsRequest(petition.Number, "报案回执"), actor, default));
        await ActAs<ScreeningService>(Officer, (service, actor) => service.ResumeAsync(petition.Number, actor, default));

        var code = await RefusedAs<ScreeningService>(Officer, (service, actor) =>
            service.RequestMaterialsAsync(new RequestMaterialsRequest(petition.Number, "身份证明"), actor, default));

        Assert.Equal("petition.materials-once", code);
    }

    [Fact]
    public async Task Materials_BeforeTheirDate_AreNoGroundForRefusal()
    {
        var petition = await Screened();
        await ActAs<ScreeningService>(Officer, (service, actor) => service.RequestMaterialsAsync(new RequestMaterialsRequest(petition.Number, "报案回执"), actor, default));

        var code = await RefusedAs<RefusalDecisions>(Officer, (service, actor) =>
            service.ProposeAsync(new ProposeRefusalRequest(petition.Number, "NA04", "未补齐"), actor, default));
        Clock.Advance(TimeSpan.FromDays(20));
        await Decide(Director, await Propose(petition, "NA04"));

        Assert.Equal("refusal.materials-not-due", code);
        Assert.Equal(PetitionState.NotAccepted, (await Given.Reload(petition)).State);
    }

    [Fact]
    public async Task SpotAnswer_TakenUpAgain_IsInScreening()
    {
        var petition = await Screened();
        await ActAs<ScreeningService>(Officer, (service, actor) => service.AnswerOnTheSpotAsync(petition.Number, "已当场说明。", actor, default));

        await ActAs<ScreeningService>(Officer, (service, actor) => service.BackToScreeningAsync(petition.Number, "信访人不同意。", actor, default));

        Assert.Equal(PetitionState.Screening, (await Given.Reload(petition)).State);
    }

    private async Task<Guid> Propose(Petition petition, string ground, Domain.Offices.Staff? by = null)
    {
        var id = Guid.Empty;
        await ActAs<RefusalDecisions>(by ?? Officer, async (service, actor) =>
            id = await service.ProposeAsync(new ProposeRefusalRequest(petition.Number, ground, "理由充分。"), actor, default));
        return id;
    }

    private Task Decide(Domain.Offices.Staff by, Guid proposal) =>
        ActAs<DecisionService>(by, (service, actor) => service.DecideAsync(new DecideRequest(proposal, true), actor, default));
}
