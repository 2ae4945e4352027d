using Microsoft.EntityFrameworkCore;
using Petitions.Domain;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Petitions;

public sealed class PetitionAccessTests : PetitionsTest
{
    private const string Wrong = "2222-3333-4444";

    [Fact]
    public async Task Open_RightCodeInAnyForm_Opens()
    {
        var receipt = await FileAsync();

        var typed = await OpenAsync(receipt.Number.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant(), receipt.QueryCode!.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant());

        Assert.Equal(receipt.Number, typed?.Number);
    }

    [Fact]
    public async Task Open_WrongCodeUnknownNumberNonsense_AreOneAnswerAndRemembered()
    {
        var receipt = await FileAsync();

        Assert.Null(await OpenAsync(receipt.Number, Wrong));
        Assert.Null(await OpenAsync("QX-2222-3333", Wrong));
        Assert.Null(await OpenAsync("<script>", null));

        Assert.Equal(3, await QueryAsync(db => db.AccessAttempts.CountAsync()));
    }

    [Fact]
    public async Task Open_AfterManyWrongCodesOfAStranger_TheRightCodeStillOpens()
    {
        var receipt = await FileAsync();
        for (var i = 0; i < 5; i++)
        {
            Assert.Null(await OpenAsync(receipt.Number, Wrong, "198.51.100.7"));
        }

        Assert.NotNull(await OpenAsync(receipt.Number, receipt.QueryCode, "203.0.113.9"));
    }

    [Fact]
    public void Delay_GrowsWithWrongCodes_AndHasAnEnd()
    {
        var slow = new AccessSlowDown();
        var steps = Enumerable.Range(0, 40).Select(wrong => slow.Delay(wrong, 0)).ToList();

        Assert.Equal(TimeSpan.Zero, steps[2]);
        Assert.True(steps[5] > steps[3]);
        Assert.Equal(steps.Order(), steps);
        Assert.Equal(TimeSpan.FromSeconds(4), steps[39]);
        Assert.Equal(slow.Delay(9, 0), slow.Delay(0, 9));
    }

    [Fact]
    public async Task Attempts_Stored_TellNeitherNumberNorAddress()
    {
        var receipt = await FileAsync();
        await OpenAsync(receipt.Number, Wrong, "198.51.100.7");

        var attempt = await QueryAsync(db => db.AccessAttempts.SingleAsync());

        Assert.Equal(32, attempt.TargetIndex.Length);
        Assert.Equal(32, attempt.AddressIndex!.Length);
    }

    [Fact]
    public async Task Status_AfterOpening_ShowsStateAndDatesButNoPerson()
    {
        var opened = await OpenNewAsync();

        var status = await RunAsync<CitizenPetitionQueries, CitizenStatus?>(q => q.StatusAsync(Actor.Citizen(opened.PetitionId), default));

        Assert.Equal(PetitionState.Registered, status!.State);
        Assert.Equal([new DateOnly(2026, 3, 9), new DateOnly(2026, 6, 2)], status.Dues.Select(d => d.Due));
        Assert.Equal(["PetitionReceived", "PetitionRegistered"], status.Timeline.Select(e => e.Kind));
        Assert.True(status is { MayAdd: true, MayWithdraw: true, MayResume: false });
    }

    [Fact]
    public async Task Status_WithoutOpening_IsNothing()
    {
        await FileAsync();

        Assert.Null(await RunAsync<CitizenPetitionQueries, CitizenStatus?>(q => q.StatusAsync(Actor.Citizen(), default)));
        Assert.Null(await RunAsync<CitizenPetitionQueries, FiledMatter?>(q => q.FiledAsync(Actor.Citizen(Guid.NewGuid()), default)));
    }

    [Fact]
    public async Task Timeline_OfCitizen_IsThatOfStaffWithoutInternal()
    {
        var opened = await OpenNewAsync();

        var staff = await RunAsync<PetitionTimelineQueries, IReadOnlyList<TimelineEvent>>(q => q.StaffAsync(opened.PetitionId, Actor.System, default));
        var citizen = await RunAsync<PetitionTimelineQueries, IReadOnlyList<TimelineEvent>>(q => q.CitizenAsync(opened.PetitionId, Actor.Citizen(opened.PetitionId), default));

        Assert.Contains(staff, line => line.Internal);
        Assert.Equal(staff.Where(line => !line.Internal), citizen);
    }

    [Fact]
    public async Task Supply_WithdrawResume_StandInTheTimeline()
    {
        var opened = await OpenNewAsync();
        var actor = Actor.Citizen(opened.PetitionId);

        await RunAsync<PetitionFollowUpService>(s => s.SupplyAsync("补交医院收费单据说明。", actor, default));
        await RunAsync<PetitionFollowUpService>(s => s.WithdrawAsync(null, actor, default));
        var withdrawn = await RunAsync<CitizenPetitionQueries, CitizenStatus?>(q => q.StatusAsync(actor, default));
        await RunAsync<PetitionFollowUpService>(s => s.TakeBackWithdrawalAsync(actor, default));

        var status = await RunAsync<CitizenPetitionQueries, CitizenStatus?>(q => q.StatusAsync(actor, default));
        Assert.Equal(PetitionState.Withdrawn, withdrawn!.State);
        Assert.True(withdrawn.MayResume);
        Assert.Equal(PetitionState.Screening, status!.State);
        Assert.Equal(["PetitionReceived", "PetitionRegistered", "MaterialsSupplied", "PetitionWithdrawn", "WithdrawalTakenBack"], status.Timeline.Select(e => e.Kind));
        var filed = await RunAsync<CitizenPetitionQueries, FiledMatter?>(q => q.FiledAsync(actor, default));
        Assert.Equal("补交医院收费单据说明。", Assert.Single(filed!.Additions).Text);
    }

    [Fact]
    public async Task Resume_NotWithdrawn_IsRefused()
    {
        var opened = await OpenNewAsync();

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() =>
            RunAsync<PetitionFollowUpService>(s => s.TakeBackWithdrawalAsync(Actor.Citizen(opened.PetitionId), default)));

        Assert.Equal("petition.wrong-state", broken.Code);
    }

    [Fact]
    public async Task Supply_SomebodyElses_IsNotFound()
    {
        await FileAsync();

        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<PetitionFollowUpService>(s => s.SupplyAsync("x", Actor.Citizen(Guid.NewGuid()), default)));
    }

    private Task<Receipt> FileAsync() => RunAsync<PetitionIntakeService, Receipt>(service => service.FileAsync(Filings.J1(), Actor.Citizen(), default));

    private async Task<OpenedPetition> OpenNewAsync()
    {
        var receipt = await FileAsync();
        return (await OpenAsync(receipt.Number, receipt.QueryCode))!;
    }

    private Task<OpenedPetition?> OpenAsync(string? number, string? code, string? address = null) =>
        RunAsync<PetitionAccess, OpenedPetition?>(access => access.OpenAsync(number, code, address, default));
}
