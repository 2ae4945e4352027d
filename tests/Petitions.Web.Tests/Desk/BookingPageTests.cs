using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;
using Petitions.Services.Appointments;
using Petitions.Services.Petitions;
using Petitions.Services.Tests.Fixtures;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Desk;

/// <summary>Appointments at the desk (domain.md rows 22 to 24).</summary>
[Collection(DeskCollection.Name)]
public sealed class BookingPageTests(DeskHall hall)
{
    [Fact]
    public async Task Request_IsConfirmedAtItsSheet_AndListed()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");
        var id = await AskedAsync("13900000001");

        var answer = await clerk.PostFormAsync($"/desk/bookings/{id}", $"/desk/bookings/{id}/confirm", ("Day", "2026-03-04"), ("From", "09:30"), ("To", "10:00"));

        Assert.Equal($"/desk/bookings/{id}", answer.Headers.Location!.OriginalString);
        var sheet = await DeskHall.PageAsync(clerk, $"/desk/bookings/{id}");
        Assert.Equal("Confirmed", sheet.QuerySelector("[data-testid=state]")!.GetAttribute("data-state"));
        var list = await DeskHall.PageAsync(clerk, "/desk/bookings?day=2026-03-04&form=Phone&state=Confirmed");
        Assert.Contains(list.QuerySelectorAll("main tbody a"), link => link.GetAttribute("href") == $"/desk/bookings/{id}");
        Assert.DoesNotContain("刘芳芳", list.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["AppointmentRequested", "AppointmentConfirmed"], await hall.FactsAsync(id));
    }

    [Fact]
    public async Task Decision_WithoutATimeOrReason_KeepsWhatWasTyped()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");
        var id = await AskedAsync("13900000002");

        var noTime = await clerk.PostFormAsync($"/desk/bookings/{id}", $"/desk/bookings/{id}/propose", ("Day", "2026-03-04"), ("From", "25:00"));
        var noReason = await clerk.PostFormAsync($"/desk/bookings/{id}", $"/desk/bookings/{id}/cancel", ("Reason", " "));
        var done = await clerk.PostFormAsync($"/desk/bookings/{id}", $"/desk/bookings/{id}/cancel", ("Reason", "请到大厅"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (noTime.StatusCode, noReason.StatusCode, done.StatusCode));
        Assert.Equal("25:00", (await DeskHall.ReadAsync(noTime)).QuerySelector("#From")!.GetAttribute("value"));
    }

    [Fact]
    public async Task BookFor_ACaller_TellsTheCodeOnce_AndTheSameFormMakesOne()
    {
        var session = await hall.Portal.Given.Session(plan => plan with { Day = new DateOnly(2026, 3, 10), PublicPlaces = 0, InternalPlaces = 1 });
        var clerk = await hall.AsAsync("IntakeClerk");
        var slot = session.Slots.OrderBy(each => each.StartsAt).First().Id;
        (string, string)[] fields = [("SubmissionKey", Guid.NewGuid().ToString("N")), ("Form", "Hall"), ("Slot", slot.ToString("N")), ("Name", "马德福"), ("Others", "马丽")];

        var first = await clerk.PostFormAsync("/desk/bookings/new", "/desk/bookings/new", fields);
        var again = await clerk.PostForgedAsync("/desk/bookings/new", "/desk/bookings/new", fields);

        var sheet = await DeskHall.PageAsync(clerk, first.Headers.Location!.OriginalString);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(1, await hall.Portal.QueryAsync(db => db.Appointments.CountAsync(a => a.SlotId == slot)));
        var code = System.Text.RegularExpressions.Regex.Match(sheet.Body!.TextContent, "[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}").Value;
        var scanned = await clerk.PostFormAsync("/desk/bookings", "/desk/bookings/find", ("code", code.ToLowerInvariant()));
        Assert.Equal(first.Headers.Location, scanned.Headers.Location);
        Assert.Contains("请打电话", sheet.Body!.TextContent, StringComparison.Ordinal);
        var person = sheet.QuerySelectorAll("form").Single(form => form.GetAttribute("action")!.Contains("/persons/", StringComparison.Ordinal)).GetAttribute("action")!;
        var refused = await clerk.PostFormAsync(first.Headers.Location.OriginalString, person, ("Reason", "只能一人"));
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
    }

    [Fact]
    public async Task Sheet_Unknown_Is404() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await hall.AsAsync("ReceptionOfficer")).GetAsync($"/desk/bookings/{Guid.NewGuid()}")).StatusCode);

    private async Task<Guid> AskedAsync(string phone)
    {
        await using var scope = hall.Portal.Services.CreateAsyncScope();
        var booked = await scope.ServiceProvider.GetRequiredService<BookingService>().RequestAsync(
            new BookingWanted(Guid.NewGuid(), hall.Portal.Given.OfficeId(), AppointmentForm.Phone, "zh-Hans"),
            new BookingAsked { Booker = new FiledPerson { Name = "刘芳芳", Phone = phone }, Wishes = [new WishedTime(new DateOnly(2026, 3, 4), DayHalf.Morning)] },
            Actor.Citizen(), default);
        return booked.Id;
    }
}
