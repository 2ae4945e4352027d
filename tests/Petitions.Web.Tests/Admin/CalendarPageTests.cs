using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Admin;

public sealed class CalendarPageTests(PortalFactory portal) : IClassFixture<PortalFactory>, IAsyncLifetime
{
    private static readonly DateOnly NewYear = new(2026, 1, 1);

    public Task InitializeAsync() => portal.SeedDemoStaffAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task SetDay_WithoutAKind_AsksForOneAndChangesNothing()
    {
        using var client = await portal.SignedInAsync("SystemAdmin");

        var answer = await client.PostFormAsync("/admin/calendar", "/admin/calendar", ("Form.Day", "2026-01-01"), ("Form.NameZh", "没有类别"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("没有类别", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(await HasAsync(NewYear));
    }

    [Fact]
    public async Task SetDay_SavesAndShowsTheYear()
    {
        using var client = await portal.SignedInAsync("SystemAdmin");

        var answer = await client.PostFormAsync("/admin/calendar", "/admin/calendar",
            ("Form.Day", "2026-12-31"), ("Form.Kind", "Off"), ("Form.NameZh", "临时放假"), ("Form.NameEn", "Extra holiday"), ("Form.Source", "测试"), ("Form.Provisional", "false"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("临时放假", await client.GetStringAsync("/admin/calendar?year=2026"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReviseRule_WithWordsForANumber_KeepsTheForm()
    {
        using var client = await portal.SignedInAsync("SystemAdmin");
        const string page = "/admin/clock-rules/SCREEN_7D";

        var answer = await client.PostFormAsync(page, page,
            ("Form.Amount", "seven"), ("Form.WarnDays", "1"), ("Form.Enabled", "true"), ("Form.ValidFrom", "2030-01-01"), ("Form.LegalBasis", "试行依据"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("试行依据", html, StringComparison.Ordinal);
        Assert.Contains("seven", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReviseRule_FromAVersionSomebodyElseReplaced_IsRefusedWithWhatWasTyped()
    {
        using var client = await portal.SignedInAsync("SystemAdmin");
        const string page = "/admin/clock-rules/PROC_REPLY_7D";
        var shown = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await client.GetStringAsync(page)).QuerySelector("input[name='Form.From']")!.GetAttribute("value")!;
        (string, string)[] Fields(string day, string basis) =>
            [("Form.From", shown), ("Form.Amount", "6"), ("Form.WarnDays", "1"), ("Form.Enabled", "true"), ("Form.ValidFrom", day), ("Form.LegalBasis", basis)];

        var first = await client.PostFormAsync(page, page, Fields("2030-01-01", "第一次"));
        var second = await client.PostFormAsync(page, page, Fields("2030-02-01", "第二次"));

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        Assert.Contains("第二次", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<bool> HasAsync(DateOnly day)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PetitionsDbContext>().CalendarDays.AnyAsync(each => each.Date == day);
    }
}
