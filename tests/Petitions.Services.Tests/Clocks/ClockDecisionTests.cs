using Microsoft.EntityFrameworkCore;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Clocks;
using Petitions.Services.Petitions.Decisions;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Tests.Screening;

namespace Petitions.Services.Tests.Clocks;

/// <summary>Pause and extension of a clock: asked by the handler, decided by another, told to the petitioner.</summary>
public sealed class ClockDecisionTests : ScreeningTest
{
    private const string Final = "RESULT_FINAL_3M";
    private Staff deputy = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        deputy = await Given.Staff("吴敏", Fixtures.Given.PetitionDepartment, "DeputyChief");
    }

    [Fact]
    public async Task Pause_ConfirmedAndResumed_MovesTheDueDateByTheDaysThatLayBetween()
    {
        var (petition, clock) = await RunningAsync();
        Clock.Advance(TimeSpan.FromDays(3));
        var proposal = await AskPauseAsync(petition, clock.Id);
        Assert.Equal(ClockState.Running, (await ReadAsync(clock.Id)).State);

        await DecideAsync(Director, proposal, true);
        Assert.Equal(ClockState.Paused, (await ReadAsync(clock.Id)).State);
        Clock.Advance(TimeSpan.FromDays(10));
        await ActAs<PauseDecisions>(Handler, (service, actor) => service.ResumeAsync(petition.Number, clock.Id, null, actor, default));

        var resumed = await ReadAsync(clock.Id);
        Assert.Equal(ClockState.Running, resumed.State);
        Assert.Equal(clock.RawOn.AddDays(10), resumed.RawOn);
        Assert.Equal(["ClockPaused", "ClockResumed"], await KindsAsync(petition, "ClockPaused", "ClockResumed"));
    }

    [Fact]
    public async Task Pause_ForAReasonOutsideTheRule_OrOfAStatutoryClock_IsRefused()
    {
        var (petition, clock) = await RunningAsync();
        Clock.Advance(TimeSpan.FromDays(3));
        var statutory = await ReadAsync(petition, "RESULT_REPLY_3M");

        Assert.Equal("clock.pause-reason-unknown", await RefusedAs<PauseDecisions>(Handler, (service, actor) =>
            service.ProposeAsync(new ProposePauseRequest(petition.Number, clock.Id, "WaitingForHearing", "听证"), actor, default)));
        Assert.Equal("clock.pause-not-allowed", await RefusedAs<PauseDecisions>(Handler, (service, actor) =>
            service.ProposeAsync(new ProposePauseRequest(petition.Number, statutory.Id, "WaitingForOtherOrgan", "等待"), actor, default)));
    }

    [Fact]
    public async Task Pause_OfSomebodyElsesMatter_IsNotFound()
    {
        var (petition, clock) = await RunningAsync();
        var other = await Given.Staff("何川", Fixtures.Given.PetitionDepartment, "CaseOfficer");

        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<PauseDecisions>(other, (service, actor) =>
            service.ProposeAsync(new ProposePauseRequest(petition.Number, clock.Id, "WaitingForOtherOrgan", "等待"), actor, default)));
    }

    [Fact]
    public async Task Extension_ApprovedByTheRoleTheRuleNames_MovesTheDueDate_AndTellsThePetitioner()
    {
        var (petition, clock) = await RunningAsync();
        Clock.Advance(TimeSpan.FromDays(5));
        var proposal = await AskExtensionAsync(petition, clock.Id, 2);
        Assert.Equal("proposal.waiting", await RefusedAs<ExtensionDecisions>(Handler, (service, actor) =>
            service.ProposeAsync(new ProposeExtensionRequest(petition.Number, clock.Id, 1, "再报"), actor, default)));

        await Assert.ThrowsAsync<NotFoundException>(() => DecideAsync(Director, proposal, true));
        await DecideAsync(deputy, proposal, true);

        var extended = await ReadAsync(clock.Id);
        Assert.Equal(clock.RawOn.AddMonths(2), extended.RawOn);
        Assert.True(Assert.Single(extended.Extensions).NoticeInTime);
        Assert.Equal(["ExtensionRequested", "ExtensionApproved", "ExtensionNoticeSent"], await KindsAsync(petition, "ExtensionRequested", "ExtensionApproved", "ExtensionNoticeSent"));
        Assert.Equal(1, await QueryAsync(db => db.Notices.CountAsync(n => n.PetitionId == petition.Id && n.Template == "ExtensionNotice")));
        Assert.Equal("clock.extension-times-used", await RefusedAs<ExtensionDecisions>(Handler, (service, actor) =>
            service.ProposeAsync(new ProposeExtensionRequest(petition.Number, clock.Id, 1, "再延"), actor, default)));
    }

    [Fact]
    public async Task Extension_Returned_LeavesTheDate_AndIsAFact()
    {
        var (petition, clock) = await RunningAsync();
        Clock.Advance(TimeSpan.FromDays(5));
        var proposal = await AskExtensionAsync(petition, clock.Id, 1);

        await DecideAsync(deputy, proposal, false);

        Assert.Equal(clock.DueOn, (await ReadAsync(clock.Id)).DueOn);
        Assert.Equal(["ExtensionRequested", "ExtensionRefused"], await KindsAsync(petition, "ExtensionRequested", "ExtensionRefused", "ExtensionApproved"));
    }

    [Fact]
    public async Task Extension_LongerThanTheRule_IsRefused()
    {
        var (petition, clock) = await RunningAsync();
        Assert.Equal("clock.extension-before-start", await RefusedAs<ExtensionDecisions>(Handler, (service, actor) =>
            service.ProposeAsync(new ProposeExtensionRequest(petition.Number, clock.Id, 1, "案情复杂"), actor, default)));
        Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal("clock.extension-too-long", await RefusedAs<ExtensionDecisions>(Handler, (service, actor) =>
            service.ProposeAsync(new ProposeExtensionRequest(petition.Number, clock.Id, 4, "案情复杂"), actor, default)));
    }

    [Fact]
    public async Task Waiting_ShowsOnlyToThoseWhoMayDecide()
    {
        var (petition, clock) = await RunningAsync();
        Clock.Advance(TimeSpan.FromDays(5));
        await AskExtensionAsync(petition, clock.Id, 1);

        Assert.Empty(await WaitingAsync(Director));
        Assert.Empty(await WaitingAsync(Handler));
        Assert.Equal(petition.Number, Assert.Single(await WaitingAsync(deputy)).Number);
    }

    private async Task<IReadOnlyList<ProposalLine>> WaitingAsync(Staff staff)
    {
        var actor = await As(staff);
        return await RunAsync<DecisionQueries, IReadOnlyList<ProposalLine>>(queries => queries.WaitingAsync(null, actor, default));
    }

    private async Task<(Petition Petition, PetitionClock Clock)> RunningAsync()
    {
        var petition = await Accepted();
        await ActAs<HandlingService>(Handler, (service, actor) => service.StartAsync(petition.Number, actor, default));
        return (petition, await ReadAsync(petition, Final));
    }

    private async Task<Guid> AskPauseAsync(Petition petition, Guid clockId)
    {
        var id = Guid.Empty;
        await ActAs<PauseDecisions>(Handler, async (service, actor) =>
            id = await service.ProposeAsync(new ProposePauseRequest(petition.Number, clockId, "WaitingForExpertOpinion", "委托鉴定"), actor, default));
        return id;
    }

    private async Task<Guid> AskExtensionAsync(Petition petition, Guid clockId, int months)
    {
        var id = Guid.Empty;
        await ActAs<ExtensionDecisions>(Handler, async (service, actor) =>
            id = await service.ProposeAsync(new ProposeExtensionRequest(petition.Number, clockId, months, "需要补充调查。"), actor, default));
        return id;
    }

    private Task DecideAsync(Staff by, Guid proposal, bool approve) =>
        ActAs<DecisionService>(by, (service, actor) => service.DecideAsync(new DecideRequest(proposal, approve, approve ? null : "理由不足。"), actor, default));

    private Task<PetitionClock> ReadAsync(Petition petition, string rule) =>
        QueryAsync(db => db.PetitionClocks.AsNoTracking().SingleAsync(c => c.PetitionId == petition.Id && c.RuleId == rule));

    private Task<PetitionClock> ReadAsync(Guid id) => QueryAsync(db => db.PetitionClocks.AsNoTracking().SingleAsync(c => c.Id == id));

    private Task<List<string>> KindsAsync(Petition petition, params string[] kinds) =>
        QueryAsync(db => db.Facts.Where(f => f.SubjectId == petition.Id && kinds.Contains(f.Kind)).OrderBy(f => f.Seq).Select(f => f.Kind).ToListAsync());
}
