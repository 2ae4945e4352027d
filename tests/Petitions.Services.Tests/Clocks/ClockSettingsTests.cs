using Microsoft.EntityFrameworkCore;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Services.Clocks;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Clocks;

public sealed class ClockSettingsTests : PetitionsTest
{
    [Fact]
    public async Task SetDayAsync_OnADueDate_MovesTheRunningClockAndTheMatter()
    {
        var petition = await Given.Petition();
        Assert.Equal(new DateOnly(2026, 3, 9), await DueAsync(petition.Id));

        var moved = await SetAsync(new DateOnly(2026, 3, 9), CalendarDayKind.Off);

        Assert.True(moved > 0);
        Assert.Equal(new DateOnly(2026, 3, 10), await DueAsync(petition.Id));
        Assert.Equal(new DateOnly(2026, 3, 10), (await Given.Reload(petition)).NextDueOn);
        Assert.True(await QueryAsync(db => db.Facts.AnyAsync(fact => fact.Kind == "CalendarChanged" && fact.SubjectId == CalendarDay.Subject)));

        await SetAsync(new DateOnly(2026, 3, 9), null);
        Assert.Equal(new DateOnly(2026, 3, 9), await DueAsync(petition.Id));
        Assert.Equal(0, await RunAsync<ClockRecount, int>(recount => recount.RunAsync(default)));
    }

    [Fact]
    public async Task SetDayAsync_AfterOverdueWasRecorded_DoesNotRecordItAgain()
    {
        var petition = await Given.Petition();
        Clock.Advance(TimeSpan.FromDays(8));
        await WatchAsync();

        await SetAsync(new DateOnly(2026, 3, 9), CalendarDayKind.Off);
        Clock.Advance(TimeSpan.FromDays(5));
        await WatchAsync();

        var overdue = await QueryAsync(db => db.Facts.AsNoTracking().Where(fact => fact.SubjectId == petition.Id && fact.Kind == "ClockOverdue").ToListAsync());
        Assert.NotEmpty(overdue);
        Assert.Equal(await QueryAsync(db => db.PetitionClocks.CountAsync(c => c.PetitionId == petition.Id && c.OverdueRecordedOn != null)), overdue.Count);
    }

    [Fact]
    public async Task SetDayAsync_AHolidayWithoutAName_IsRefusedAndNothingMoves()
    {
        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => RunAsync<ClockSettingsService>(service => service.SetDayAsync(
            new CalendarEntry(new DateOnly(2026, 3, 9), CalendarDayKind.Off, "", "", false, "x"), Actor.System, default)));

        Assert.Equal("calendar.name", broken.Code);
        Assert.False(await QueryAsync(db => db.CalendarDays.AnyAsync(day => day.Date == new DateOnly(2026, 3, 9))));
    }

    [Fact]
    public async Task ReviseRuleAsync_HoldsForClocksThatBeginLater_AndLeavesRunningOnes()
    {
        var before = await Given.Petition();
        var rule = await QueryAsync(db => db.ClockRules.AsNoTracking().SingleAsync(each => each.RuleId == "SCREEN_7D"));

        await RunAsync<ClockSettingsService>(service => service.ReviseRuleAsync(
            rule.Id, new ClockRuleChange(5, [1], true, new DateOnly(2026, 3, 4), "试行"), Actor.System, default));

        Clock.Advance(TimeSpan.FromDays(2));
        var after = await Given.Petition();
        Assert.Equal(new DateOnly(2026, 3, 9), await DueAsync(before.Id));
        Assert.Equal(new DateOnly(2026, 3, 9), await DueAsync(after.Id));   // 4 + 5 days
        Assert.Equal(2, await QueryAsync(db => db.PetitionClocks.Where(c => c.PetitionId == after.Id && c.RuleId == "SCREEN_7D").Select(c => c.RuleVersion).SingleAsync()));
        Assert.True(await QueryAsync(db => db.Facts.AnyAsync(fact => fact.Kind == "ClockRuleChanged" && fact.SubjectId == rule.Id)));
        Assert.Equal("reference.newer-version", (await Assert.ThrowsAsync<RuleBrokenException>(() => RunAsync<ClockSettingsService>(service => service.ReviseRuleAsync(
            rule.Id, new ClockRuleChange(6, [1], true, new DateOnly(2026, 4, 4), "试行"), Actor.System, default)))).Code);
    }

    [Theory]
    [InlineData("1|3|7", null)]
    [InlineData("soon", "quota.value")]
    public async Task ReviseQuotaAsync_TakesOnlyAValueOfItsType(string value, string? code)
    {
        var rule = await QueryAsync(db => db.QuotaRules.AsNoTracking().SingleAsync(each => each.RuleId == "ESCALATION_STEPS"));
        Task Act() => RunAsync<ClockSettingsService>(service => service.ReviseQuotaAsync(rule.Id, value, new DateOnly(2026, 3, 3), "试行", Actor.System, default));

        if (code is not null)
        {
            Assert.Equal(code, (await Assert.ThrowsAsync<RuleBrokenException>(Act)).Code);
            return;
        }

        await Act();
        var catalog = (ClockCatalog)Services.GetService(typeof(ClockCatalog))!;
        Assert.Equal(rule.Value, catalog.Quota("ESCALATION_STEPS", new DateOnly(2026, 3, 2)).Value);
        Assert.Equal(value, catalog.Quota("ESCALATION_STEPS", new DateOnly(2026, 3, 3)).Value);
        Assert.True(await QueryAsync(db => db.Facts.AnyAsync(fact => fact.Kind == "SettingChanged" && fact.SubjectId == rule.Id)));
    }

    private Task<DateOnly> DueAsync(Guid petitionId) => QueryAsync(db => db.PetitionClocks
        .Where(c => c.PetitionId == petitionId && c.RuleId == "SCREEN_7D").Select(c => c.DueOn).SingleAsync());

    private Task<int> SetAsync(DateOnly day, CalendarDayKind? kind) => RunAsync<ClockSettingsService, int>(service =>
        service.SetDayAsync(new CalendarEntry(day, kind, "临时放假", "Extra holiday", false, "测试"), Actor.System, default));

    private Task<int> WatchAsync() => RunAsync<ClockWatch, int>(watch => watch.RunAsync(Clock.GetUtcNow().UtcDateTime, default));
}
