using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Petitions.Data.Petitions;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Desk;

/// <summary>Calls and letters into the one register (seed features 14, 15, 17; security.md D3).</summary>
[Collection(DeskCollection.Name)]
public sealed class EntryPageTests(DeskHall hall)
{
    private const string Call = "/desk/calls/new";
    private const string Post = "/desk/post/new";

    [Fact]
    public async Task Call_IsTaken_OnceReadBack_WithoutAName()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");
        var key = Guid.NewGuid();
        var form = CallForm(key, "建议在乡里定期接访。");

        var unread = await clerk.PostFormAsync(Call, "/desk/calls", form);
        var taken = await clerk.PostFormAsync(Call, "/desk/calls", [.. form, ("ReadBack", "true")]);

        var page = await DeskHall.ReadAsync(unread);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "#ReadBack"), (unread.StatusCode, page.QuerySelector("#error-summary a")!.GetAttribute("href")));
        Assert.Equal("建议在乡里定期接访。", ((IHtmlTextAreaElement)page.GetElementById("Text")!).Value);
        Assert.Equal($"/desk/receipts/{key}", taken.Headers.Location!.ToString());
        var matter = await FiledAsync(key);
        var entry = await hall.Portal.QueryAsync(db => db.IntakeEntries.SingleAsync(e => e.PetitionId == matter.Id));
        Assert.Equal(("Telephone", "Anonymous", true), (matter.Channel, matter.IdentityMode, entry.ReadBack));
        Assert.Contains("PetitionRegistered", await hall.FactsAsync(matter.Id));
        var receipt = await DeskHall.PageAsync(clerk, $"/desk/receipts/{key}");
        Assert.Contains(matter.Number, receipt.QuerySelectorAll(".paper-code").Select(code => code.TextContent));
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"/desk/receipts/{Guid.NewGuid()}")).StatusCode);
    }

    [Fact]
    public async Task Call_WithoutItsTime_OrFromTomorrow_IsRefused()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");

        var none = await clerk.PostFormAsync(Call, "/desk/calls", [.. CallForm(Guid.NewGuid(), "问").Where(field => field.Name != "CalledAt"), ("ReadBack", "true")]);
        var tomorrow = await clerk.PostFormAsync(Call, "/desk/calls", [.. CallForm(Guid.NewGuid(), "问").Where(field => field.Name != "CalledOn"), ("CalledOn", "2026-03-03"), ("ReadBack", "true")]);

        foreach (var answer in new[] { none, tomorrow })
        {
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "#CalledAt"), (answer.StatusCode, (await DeskHall.ReadAsync(answer)).QuerySelector("#error-summary a")!.GetAttribute("href")));
        }
    }

    [Fact]
    public async Task Letter_EnteredLate_NeedsAReason_AndSentTwiceIsOneMatter()
    {
        var clerk = await hall.AsAsync("IntakeClerk");
        var key = Guid.NewGuid();
        (string, string)[] form = [("SubmissionKey", key.ToString("N")), ("ReceivedOn", "2026-02-25"), ("PostmarkOn", "2026-02-23"), ("Name", "高文彬"), ("EnvelopeKept", "true"), .. DeskHall.Matter("庭审时不准发言。")];

        var late = await clerk.PostFormAsync(Post, "/desk/post", form);
        var taken = await clerk.PostFormAsync(Post, "/desk/post", [.. form, ("LateReason", "收发室漏交")]);
        var again = await clerk.PostFormAsync(Post, "/desk/post", [.. form, ("LateReason", "收发室漏交")]);

        var page = await DeskHall.ReadAsync(late);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "#LateReason"), (late.StatusCode, page.QuerySelector("#error-summary a")!.GetAttribute("href")));
        Assert.Equal("2026-02-23", ((IHtmlInputElement)page.GetElementById("PostmarkOn")!).Value);
        Assert.Equal((HttpStatusCode.Redirect, taken.Headers.Location), (again.StatusCode, again.Headers.Location));
        var matter = await FiledAsync(key);
        var entry = await hall.Portal.QueryAsync(db => db.IntakeEntries.SingleAsync(e => e.PetitionId == matter.Id));
        Assert.Equal(("Letter", new DateOnly(2026, 2, 25), "收发室漏交", true), (matter.Channel, matter.ReceivedOn, entry.LateReason, entry.EnvelopeKept));
    }

    private static (string Name, string Value)[] CallForm(Guid key, string text) =>
    [
        ("SubmissionKey", key.ToString("N")), ("CalledOn", "2026-03-02"), ("CalledAt", "08:20"), ("Category", "Suggestion"), ("SubCategory", "E1"), ("Urgency", "Normal"),
        ("Request", "请定期接访。"), ("Text", text), ("NoticeWay", "Portal"),
    ];

    private Task<Petition> FiledAsync(Guid key) => hall.Portal.QueryAsync(db => db.Petitions.VisibleTo(Actor.System).AsNoTracking()
        .SingleAsync(p => db.Submissions.Any(s => s.Key == key && s.PetitionId == p.Id)));
}
