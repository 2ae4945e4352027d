using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Petitions.Domain.Appointments;
using Petitions.Services.Tests.Fixtures;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Citizen;

/// <summary>Booking without an account and without script (issue 4 item 2, seed feature 19, UX-012, UX-022; security.md A5, B6).</summary>
public sealed class BookingFlowTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static int phones = 1000;
    private readonly CitizenBrowser one = new(portal.Browser());
    private readonly CitizenBrowser other = new(portal.Browser());

    [Fact]
    public async Task Book_InTheHall_StepByStep_GivesCodeCalendarAndPaper()
    {
        var session = await SessionAsync();
        var client = portal.Browser();
        var browser = new CitizenBrowser(client);

        await ToTimeAsync(browser);
        await browser.SubmitAsync(("Slot", Slot(session, 0)));
        Assert.NotNull(browser.ById("held"));
        await browser.SubmitAsync(("Name", "刘芳"), ("Phone", Phone()), ("Others", "马丽\n石磊"));
        Assert.Equal("/visits/book/check", browser.Path);
        await browser.SubmitAsync();

        Assert.Equal("/visits/mine?done=true", browser.Path);
        Assert.Equal("预约成功", browser.Heading);
        var code = browser.ById("code")!;
        Assert.DoesNotContain("刘芳", browser.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("image/svg+xml", (await client.GetAsync("/visits/mine/qr.svg")).Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", await client.GetStringAsync("/visits/mine/calendar.ics"), StringComparison.Ordinal);
        Assert.Contains(code, await client.GetStringAsync("/visits/mine/print?large=true"), StringComparison.Ordinal);

        await other.GetAsync("/visits/find");
        await other.SubmitAsync(("Code", code.ToLowerInvariant()));
        Assert.Equal("/visits/mine", other.Path);
        await other.GetAsync("/visits/mine/change");
        await other.SubmitAsync(("Slot", Slot(session, 1)));
        Assert.Contains("09:30", other.ById("time")!, StringComparison.Ordinal);
        await other.GetAsync("/visits/mine/cancel");
        await other.SubmitAsync();
        Assert.Contains("已取消", other.ById("state")!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/visits/mine/calendar.ics")).StatusCode);
    }

    /// <summary>The last slot from two browsers at once: one succeeds, the other is told and has the next chosen already (seed feature 19).</summary>
    [Fact]
    public async Task LastSlot_FromTwoBrowsers_OneWins_TheOtherIsOfferedTheNext()
    {
        var session = await SessionAsync();
        await ToTimeAsync(one);
        await ToTimeAsync(other);

        var answers = await Task.WhenAll(one.SendAsync(("Slot", Slot(session, 0))), other.SendAsync(("Slot", Slot(session, 0))));

        var lost = Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity);
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await lost.Content.ReadAsStringAsync());
        Assert.Contains("刚刚约满", page.QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("09:30", page.QuerySelector("[data-testid=next-free]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Slot(session, 1), page.QuerySelectorAll("input[name=Slot]").OfType<IHtmlInputElement>().Single(radio => radio.IsChecked).Value);
    }

    [Fact]
    public async Task Check_SentTwice_IsOneBooking_WithTheSameCode()
    {
        var session = await SessionAsync();
        var client = portal.Browser();
        var browser = new CitizenBrowser(client);
        await ToTimeAsync(browser);
        await browser.SubmitAsync(("Slot", Slot(session, 0)));
        await browser.SubmitAsync(("Name", "刘芳"), ("Phone", Phone()));

        var both = await Task.WhenAll(browser.SendAsync(), browser.SendAsync());

        Assert.All(both, answer => Assert.Equal("/visits/mine?done=true", answer.Headers.Location!.OriginalString));
        var slot = session.Slots.OrderBy(each => each.StartsAt).First().Id;
        Assert.Equal(1, await portal.QueryAsync(db => db.Appointments.CountAsync(a => a.SlotId == slot)));
    }

    [Fact]
    public async Task FullSlot_OffersTheWaitingList()
    {
        var session = await SessionAsync();
        await ToTimeAsync(one);
        await one.SubmitAsync(("Slot", Slot(session, 0)));
        await ToTimeAsync(other);

        await other.SubmitAsync(("Slot", "wait-" + Slot(session, 0)), ("AnySlot", null));
        await other.SubmitAsync(("Name", "马丽"), ("Phone", Phone()));
        await other.SubmitAsync();

        Assert.Equal("已加入候补", other.Heading);
        Assert.NotNull(other.ById("code"));
    }

    [Fact]
    public async Task Request_ByTelephone_WishesThreeTimes_AndSaysWhatIsMissing()
    {
        await StartAsync(one, "Phone");
        await one.SubmitAsync(("Reason", "NotSure"));
        await one.SubmitAsync(("Wish1", "2026-03-07"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 1), (one.Status, one.Errors.Count));
        await one.SubmitAsync(("Wish1", "2026-03-04"), ("Half1", "Morning"), ("Wish2", "2026-03-05"), ("Half2", "Afternoon"));
        await one.SubmitAsync(("Name", "刘芳"), ("Phone", ""), ("Email", "liu@example.test"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, one.Status);
        await one.SubmitAsync(("Name", "刘芳"), ("Phone", Phone()));
        await one.SubmitAsync();

        Assert.Equal("已收到您的申请", one.Heading);
    }

    [Fact]
    public async Task Reason_WithAWrongQueryCode_IsOneAnswer_AndNothingIsTied()
    {
        await StartAsync(one, "Hall");

        await one.SubmitAsync(("Reason", "Complaint"), ("MatterNumber", "QX-2222-3333"), ("MatterCode", "2222-3333-4444"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, one.Status);
        Assert.Equal("/visits/book/reason", one.Path);
        await one.SubmitAsync(("Reason", "Complaint"), ("MatterNumber", ""), ("MatterCode", ""));
        Assert.Equal("/visits/book/time", one.Path);
    }

    [Theory]
    [InlineData("/visits/mine")]
    [InlineData("/visits/mine/change")]
    [InlineData("/visits/mine/cancel")]
    [InlineData("/visits/mine/print")]
    public async Task Mine_WithoutTheCode_AsksForIt(string page)
    {
        await one.GetAsync(page);

        Assert.Equal("/visits/find", one.Path);
    }

    [Fact]
    public async Task Find_WrongCodesOfAnyKind_AreOneAnswer()
    {
        var seen = new List<(HttpStatusCode, string)>();
        foreach (var code in new[] { "2222-3333-4444", "nonsense" })
        {
            await one.GetAsync("/visits/find");
            await one.SubmitAsync(("Code", code));
            seen.Add((one.Status, string.Join('|', one.Errors)));
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seen[0].Item1);
        Assert.Equal(seen[0], seen[1]);
    }

    [Theory]
    [InlineData("/visits/book/reason", "/visits/book")]
    [InlineData("/visits/book/time", "/visits/book")]
    [InlineData("/visits/book/people", "/visits/book")]
    [InlineData("/visits/book/check", "/visits/book")]
    public async Task Step_WithoutAForm_LeadsToTheStart(string page, string start)
    {
        await one.GetAsync(page);

        Assert.Equal(start, one.Path);
    }

    /// <summary>Each test has a day of its own: the host and its database are shared.</summary>
    private async Task<ReceptionSession> SessionAsync()
    {
        var days = await portal.QueryAsync(db => db.ReceptionSessions.CountAsync());
        foreach (var held in await portal.QueryAsync(db => db.ReceptionSessions.Select(session => session.Day).ToListAsync()))
        {
            days = Math.Max(days, held.DayNumber - new DateOnly(2026, 3, 3).DayNumber + 1);
        }

        return await portal.Given.Session(plan => plan with { Day = new DateOnly(2026, 3, 3).AddDays(days) });
    }

    private async Task ToTimeAsync(CitizenBrowser browser)
    {
        await StartAsync(browser, "Hall");
        await browser.SubmitAsync(("Reason", "Complaint"), ("Topic", "排水沟"));
        Assert.Equal("/visits/book/time", browser.Path);
    }

    private static async Task StartAsync(CitizenBrowser browser, string form)
    {
        await browser.GetAsync("/visits/book");
        await browser.SubmitAsync(("OfficeCode", Given.County), ("Form", form));
        Assert.Equal("/visits/book/reason", browser.Path);
    }

    private static string Phone() => FormattableString.Invariant($"138{Interlocked.Increment(ref phones):00000000}");

    private static string Slot(ReceptionSession session, int at) => session.Slots.OrderBy(slot => slot.StartsAt).ElementAt(at).Id.ToString("N");
}
