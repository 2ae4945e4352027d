using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Services.Clocks;
using Petitions.Services.Jobs;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Dev;

public sealed class DevPageTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Outbox_Development_ShowsClearTexts()
    {
        using var browser = portal.Browser();

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/dev/outbox?channel=Sms&number=QX-0")).StatusCode);
    }

    [Fact]
    public async Task Clock_HoursPosted_MovesEveryNode()
    {
        using var browser = portal.Browser();

        using var answer = await browser.PostFormAsync("/dev/clock", "/dev/clock", ("hours", "72"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var other = new OffsetTimeProvider(portal.Services.GetRequiredService<IServiceScopeFactory>());
        Assert.Equal(TimeSpan.FromHours(72), other.Offset);
    }

    /// <summary>On the real program: the tests' own portal has a clock of its own.</summary>
    [Fact]
    public async Task Clock_Moved_IsTheClockPetitionsAreFiledBy()
    {
        await using var process = new Kill.RestartablePortal(portal.ConnectionString);
        await process.StartAsync();
        using var browser = new HttpClient(new HttpClientHandler { CheckCertificateRevocationList = true }) { BaseAddress = process.Address };
        using var api = new Api.ApiClient(process.Address);
        await browser.PostFormAsync("/dev/clock", "/dev/clock", ("to", "2026-03-02 09:14"));

        var (receipt, _, _) = await api.FileAsync(Guid.NewGuid().ToString());

        await using var scope = portal.Services.CreateAsyncScope();
        var received = await scope.ServiceProvider.GetRequiredService<Petitions.Data.PetitionsDbContext>().Petitions
            .Where(petition => petition.Number == receipt!.Value.Number).Select(petition => petition.ReceivedOn).SingleAsync();
        Assert.Equal(new DateOnly(2026, 3, 2), received);
        await browser.PostFormAsync("/dev/clock", "/dev/clock", ("reset", "true"));
    }

    [Fact]
    public async Task Clock_WithoutToken_Refused()
    {
        using var browser = portal.Browser();
        using var form = new FormUrlEncodedContent([new("hours", "72")]);

        using var answer = await browser.PostAsync("/dev/clock", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task DevPages_Production_DoNotExist()
    {
        await using var production = portal.WithWebHostBuilder(builder => builder.UseEnvironment("Production").UseSetting("AllowedHosts", "*"));
        using var browser = production.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://localhost") });
        using var form = new FormUrlEncodedContent([new("hours", "72")]);

        foreach (var path in (string[])["/dev/outbox", "/dev/components", "/dev/clock"])
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await browser.GetAsync(path)).StatusCode));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync("/dev/clock", form)).StatusCode);
    }

    [Fact]
    public async Task Jobs_EveryJob_Runs()
    {
        foreach (var job in JobCatalog.All)
        {
            await job.RunAsync(portal.Services.GetRequiredService<IServiceScopeFactory>(), portal.Clock.GetUtcNow().UtcDateTime, default);
        }

        Assert.Equal(
            ["clock-recount", "clock-watch", "review-clocks", "review-triggers", "indicators", "weekly-letters", "timetable", "daily-root", "bookings", "booking-reminders", "booking-day", "video-watch", "joint-proposals", "joint-measures", "notices", "search-index", "file-scan", "file-check", "exports", "purge-exports", "purge-drafts", "purge-attempts", "purge-failures", "purge-limits"],
            JobCatalog.All.Select(job => job.Name));
    }
}
