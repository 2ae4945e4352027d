using Microsoft.EntityFrameworkCore;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Replies;
using Petitions.Services.Petitions.Decisions;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Tests.Screening;

namespace Petitions.Services.Tests.Petitions.Handling;

/// <summary>A reply that cannot be delivered: a coded reason, a second person, the letter on file, and the matter may be closed.</summary>
public sealed class ExemptionTests : ScreeningTest
{
    private static readonly ReplyTexts Complete = new()
    {
        ClaimAnswers = "不予支持。",
        Facts = "经查，决定已经作出。",
        Law = "决定符合规定。",
        Articles = "《人民检察院刑事诉讼规则》第五百五十八条",
        Reason = "已经充分说明。",
        Assessment = "NotSupported",
    };

    [Fact]
    public async Task Exempt_WithThreeAttemptsNoted_FilesTheLetter_AndTheMatterCloses()
    {
        var petition = await ApprovedAsync();
        Assert.Equal("exempt.attempts", await AskAsync(petition, "NoAnswer"));
        foreach (var day in (string[])["3月2日", "3月3日", "3月4日"])
        {
            await ActAs<HandlingService>(Handler, (service, actor) => service.WriteAsync(petition.Number, CaseNoteKind.Contact, $"{day}拨打电话无人接听。", actor, default));
        }

        Assert.Null(await AskAsync(petition, "NoAnswer"));
        Assert.Equal("proposal.waiting", await RefusedAs<ReplyService>(Handler, (service, actor) => service.SendAsync(petition.Number, actor, default)));
        var proposal = await QueryAsync(db => db.DecisionProposals.SingleAsync(p => p.PetitionId == petition.Id));
        await ActAs<DecisionService>(Director, (service, actor) => service.DecideAsync(new DecideRequest(proposal.Id, true), actor, default));
        await ActAs<HandlingService>(Handler, (service, actor) => service.ProposeOutcomeAsync(petition.Number, "Explained", null, actor, default));
        await ActAs<ClosingService>(Handler, (service, actor) => service.CloseAsync(petition.Number, actor, default));

        var reply = await QueryAsync(db => db.Replies.SingleAsync(r => r.PetitionId == petition.Id));
        Assert.Equal(("NoAnswer", null), (reply.ExemptReason, reply.ServedAt));
        Assert.Equal(PetitionState.Closed, (await Given.Reload(petition)).State);
        Assert.Equal(1, await QueryAsync(db => db.IssuedDocuments.CountAsync(d => d.PetitionId == petition.Id && d.Type == "ReplyLetter")));
        Assert.Equal(0, await QueryAsync(db => db.Notices.CountAsync(n => n.PetitionId == petition.Id && n.Template == "ReplyLetter")));
    }

    [Theory]
    [InlineData("Unreachable", "exempt.reason")]
    [InlineData("", "exempt.reason")]
    [InlineData("Anonymous", "exempt.not-anonymous")]
    public async Task Exempt_ForAReasonThatDoesNotFit_IsRefused(string reason, string code) => Assert.Equal(code, await AskAsync(await ApprovedAsync(), reason));

    [Fact]
    public async Task Approval_TakenBack_WaitsAgain_AndIsNotSent()
    {
        var petition = await ApprovedAsync();

        await ActAs<ReplyService>(Director, (service, actor) => service.RevokeApprovalAsync(petition.Number, "条文引用有误。", actor, default));

        Assert.Equal(PetitionState.OpinionDrafted, (await Given.Reload(petition)).State);
        Assert.Equal("petition.wrong-state", await RefusedAs<ReplyService>(Handler, (service, actor) => service.SendAsync(petition.Number, actor, default)));
    }

    [Fact]
    public async Task Approve_OfAnOpinionInTheOrdinaryTrack_NeedsTheRoleItsDocumentNames()
    {
        var petition = await Screened(filed => filed with { Category = "RequestForDecision", SubCategory = "H2" }, "Ordinary");
        await ActAs<Services.Petitions.Screening.AcceptanceService>(Officer, (service, actor) =>
            service.AcceptAsync(Acceptance(petition, Handler) with { OverrideReason = "由控申部门办理" }, actor, default));
        await DraftAsync(petition);

        Assert.Equal("reply.leader-approves", await RefusedAs<ReplyService>(Director, (service, actor) => service.ApproveAsync(petition.Number, actor, default)));
        var deputy = await Given.Staff("吴敏", Fixtures.Given.PetitionDepartment, "DeputyChief");
        await ActAs<ReplyService>(deputy, (service, actor) => service.ApproveAsync(petition.Number, actor, default));

        Assert.Equal(PetitionState.Approved, (await Given.Reload(petition)).State);
    }

    private async Task<Petition> ApprovedAsync()
    {
        var petition = await Accepted();
        await DraftAsync(petition);
        await ActAs<ReplyService>(Director, (service, actor) => service.ApproveAsync(petition.Number, actor, default));
        return petition;
    }

    private async Task DraftAsync(Petition petition)
    {
        await ActAs<HandlingService>(Handler, (service, actor) => service.StartAsync(petition.Number, actor, default));
        await ActAs<ReplyService>(Handler, (service, actor) => service.SubmitAsync(petition.Number, Complete, actor, default));
    }

    /// <summary>The code of the refusal, or null when it was laid before the director.</summary>
    private async Task<string?> AskAsync(Petition petition, string reason)
    {
        try
        {
            await ActAs<ExemptionDecisions>(Handler, (service, actor) =>
                service.ProposeAsync(new ProposeExemptionRequest(petition.Number, reason, "三次拨打电话均无人接听。"), actor, default));
            return null;
        }
        catch (Domain.RuleBrokenException broken)
        {
            return broken.Code;
        }
    }
}
