using System.Globalization;
using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Petitions.Domain.Notices;
using Petitions.Domain.Operations;
using Petitions.Services.Jobs;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Admin;

/// <summary>security.md A9, A10, A13: whoever runs the portal sees how it is and clears parked notices, and reads nothing of a matter.</summary>
public sealed class StatusPageTests(PortalFactory portal) : IClassFixture<PortalFactory>, IAsyncLifetime
{
    private const string List = "/admin/status/notices";

    public Task InitializeAsync() => portal.SeedDemoStaffAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Status_ShowsNodesJobsOutboxBackupsAndStores_InBothLanguages()
    {
        var notice = await ParkedAsync();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await portal.QueryAsync(async db =>
        {
            var wrong = PortalNode.Start("node-wrong", "1.2.3", now);
            wrong.Report(TimeSpan.FromSeconds(90), now);
            var failed = JobSlot.Begin("daily-root", "2026-03-01", "node-wrong", now);
            failed.Finish("IOException", now.AddSeconds(3));
            db.AddRange(wrong, failed, BackupRecord.Of(BackupKind.RestoreTest, "old.ptbackup", 5, 1, 0, TimeSpan.FromMinutes(31), now.AddDays(-31)));
            return await db.SaveChangesAsync();
        });
        using var client = await portal.SignedInAsync("SystemAdmin");

        foreach (var culture in new[] { "zh-Hans", "en" })
        {
            var html = await client.GetStringAsync($"/admin/status?culture={culture}");
            var page = new HtmlParser().ParseDocument(html);

            foreach (var job in JobCatalog.All)
            {
                Assert.Contains(page.QuerySelectorAll("th code"), name => name.TextContent == job.Name);
            }

            Assert.Contains("node-wrong", html, StringComparison.Ordinal);
            Assert.Contains("90,000", html, StringComparison.Ordinal);
            Assert.Contains("IOException", html, StringComparison.Ordinal);
            Assert.Contains("old.ptbackup", html, StringComparison.Ordinal);
            Assert.Contains("1860.0", html, StringComparison.Ordinal);
            // Clock, failed job, parked notice, restore test too old and too slow.
            Assert.True(page.QuerySelectorAll(".alert-warning li").Length >= 5, page.QuerySelector(".alert-warning")?.TextContent);
            Assert.DoesNotContain("warn.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("job.is.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            AssertNamesNobody(html, notice.Number);
        }

        await portal.QueryAsync(async db =>
        {
            db.Add(BackupRecord.Of(BackupKind.RestoreTest, "new.ptbackup", 5, 1, 0, TimeSpan.FromSeconds(2), now));
            return await db.SaveChangesAsync();
        });
        var after = await client.GetStringAsync("/admin/status?culture=en");
        Assert.Contains("new.ptbackup", after, StringComparison.Ordinal);
        Assert.DoesNotContain("No backup was restored", after, StringComparison.Ordinal);
        Assert.DoesNotContain("The last restore test took longer", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_TwiceWithTheSamePage_IsOneRetry()
    {
        var notice = await ParkedAsync();
        using var client = await portal.SignedInAsync("SystemAdmin");
        var listed = await client.GetStringAsync(List);
        Assert.Contains(notice.Id.ToString(), listed, StringComparison.Ordinal);
        AssertNamesNobody(listed, notice.Number);
        (string, string)[] form = [("version", notice.Version)];

        var answers = new[]
        {
            await client.PostFormAsync(List, $"{List}/{notice.Id}/retry", form),
            await client.PostForgedAsync(List, $"{List}/{notice.Id}/retry", form),
            // What is on its way again cannot be given up from the old page.
            await client.PostForgedAsync(List, $"{List}/{notice.Id}/give-up", [.. form, ("reason", "短信平台停用。")]),
        };

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        var (state, attempts, steps) = await portal.QueryAsync(async db => (
            await db.Notices.Where(n => n.Id == notice.Id).Select(n => n.State).SingleAsync(),
            await db.Notices.Where(n => n.Id == notice.Id).Select(n => n.Attempts).SingleAsync(),
            await db.LetterSteps.Where(s => s.NoticeId == notice.Id).ToListAsync()));
        Assert.Equal((NoticeState.Queued, 0), (state, attempts));
        Assert.Equal(NoticeState.Queued, Assert.Single(steps).State);
        Assert.NotNull(steps[0].StaffId);
        Assert.DoesNotContain(notice.Id.ToString(), await client.GetStringAsync(List), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GiveUp_NeedsAReason_AndLeavesALineThatSaysIt()
    {
        var notice = await ParkedAsync();
        using var client = await portal.SignedInAsync("SystemAdmin");
        var action = $"{List}/{notice.Id}/give-up";

        var without = await client.PostFormAsync(List, action, ("version", notice.Version), ("reason", " "));
        var tooLong = await client.PostFormAsync(List, action, ("version", notice.Version), ("reason", new string('停', LetterStep.DetailMax + 1)));
        var done = await client.PostFormAsync(List, action, ("version", notice.Version), ("reason", "短信平台停用。"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.StatusCode);
        Assert.Contains(new string('停', LetterStep.DetailMax + 1), await tooLong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var step = await portal.QueryAsync(db => db.LetterSteps.SingleAsync(s => s.NoticeId == notice.Id));
        Assert.Equal((NoticeState.GivenUp, "短信平台停用。"), (step.State, step.Detail));
        Assert.Equal(NoticeState.GivenUp, await portal.QueryAsync(db => db.Notices.Where(n => n.Id == notice.Id).Select(n => n.State).SingleAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostForgedAsync(List, $"{List}/{Guid.NewGuid()}/retry", ("version", "1"))).StatusCode);
    }

    /// <summary>More than a page: the next one begins after the last line, oldest first.</summary>
    [Fact]
    public async Task Parked_MoreThanAPage_LeadsOn()
    {
        for (var i = 0; i <= Services.Notices.ParkedNotices.PageSize; i++)
        {
            await ParkedAsync();
        }

        using var client = await portal.SignedInAsync("SystemAdmin");
        var first = new HtmlParser().ParseDocument(await client.GetStringAsync(List));
        var next = first.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        var second = new HtmlParser().ParseDocument(await client.GetStringAsync(next));

        string[] Ids(AngleSharp.Html.Dom.IHtmlDocument page) => [.. page.QuerySelectorAll("form[action$=retry]").Select(form => form.GetAttribute("action")!)];
        Assert.Equal(Services.Notices.ParkedNotices.PageSize, Ids(first).Length);
        Assert.NotEmpty(Ids(second));
        Assert.Empty(Ids(first).Intersect(Ids(second)));
    }

    private static void AssertNamesNobody(string html, string number)
    {
        Assert.DoesNotContain(number, html, StringComparison.Ordinal);
        Assert.DoesNotContain("标记标题", html, StringComparison.Ordinal);
    }

    private async Task<(Guid Id, string Number, string Version)> ParkedAsync()
    {
        var petition = await portal.Given.Petition(filed => filed with { Title = "标记标题" });
        var notice = Notice.Queue(new NewNotice
        {
            Key = Guid.NewGuid().ToString("N"),
            PetitionId = petition.Id,
            Channel = Notice.Sms,
            Template = "channel.sms",
            Language = "zh-Hans",
            Subject = "标记标题",
            EncryptedBody = "x",
        }, portal.Clock.GetUtcNow().UtcDateTime);
        return await portal.QueryAsync(async db =>
        {
            db.Notices.Add(notice);
            await db.SaveChangesAsync();
            await db.Notices.Where(n => n.Id == notice.Id).ExecuteUpdateAsync(set => set
                .SetProperty(n => n.State, NoticeState.Parked).SetProperty(n => n.NextAttemptAt, (DateTime?)null).SetProperty(n => n.Attempts, 8).SetProperty(n => n.LastError, "HTTP 503"));
            return (notice.Id, petition.Number, notice.Version.ToString(CultureInfo.InvariantCulture));
        });
    }
}
