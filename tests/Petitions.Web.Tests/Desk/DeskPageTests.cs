using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Petitions.Data.Petitions;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Desk;

/// <summary>The desk page without script (journey J2 step 1, seed feature 23).</summary>
[Collection(DeskCollection.Name)]
public sealed class DeskPageTests(DeskHall hall)
{
    [Fact]
    public async Task Record_VisitAndPetition_AreSavedTogether_AndTheirPapersArePrinted()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");

        var id = await hall.RecordAsync(clerk, DeskHall.Visitor("马德福", [("IdKind", "ResidentId"), ("IdNumber", DeskHall.Elder), ("IdentityCheck", "Shown"), ("Purpose", "Petition"),
            ("Needs", "Hearing"), ("Needs", "Sight"), .. DeskHall.Matter("排水沟一案没有到现场勘验。")]));

        var visit = await hall.VisitAsync(id);
        var linked = visit.Matters.Single().PetitionId;
        var petition = await hall.Portal.QueryAsync(db => db.Petitions.VisibleTo(Actor.System).AsNoTracking().SingleAsync(p => p.Id == linked));
        Assert.Equal(("Hearing|Sight", "Age70"), (visit.Needs, visit.Priority));
        Assert.Equal(("WalkIn", "RealName", "Hearing|Sight"), (petition.Channel, petition.IdentityMode, petition.SpecialNeeds));
        Assert.Equal(["VisitorArrived"], await hall.FactsAsync(id));
        Assert.Contains("PetitionRegistered", await hall.FactsAsync(petition.Id));

        var done = (await DeskHall.PageAsync(clerk, $"/desk?done={id}")).QuerySelector("[data-testid=done]")!;
        Assert.Contains(visit.Ticket.ToString(), done.TextContent, StringComparison.Ordinal);
        var slip = await DeskHall.PageAsync(clerk, done.QuerySelectorAll("a")[0].GetAttribute("href")!);
        var receipt = await DeskHall.PageAsync(clerk, done.QuerySelectorAll("a")[1].GetAttribute("href")!);
        Assert.Equal(visit.Ticket.ToString(), slip.QuerySelector(".slip-number")!.TextContent);
        Assert.DoesNotContain("马德福", slip.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Contains(petition.Number, receipt.QuerySelectorAll(".paper-code").Select(code => code.TextContent));
        Assert.Equal("image/svg+xml", (await clerk.GetAsync($"/desk/visits/{id}/slip/qr.svg")).Content.Headers.ContentType!.MediaType);
    }

    /// <summary>Refused: 422, each wrong field is named in the summary, nothing that was typed is lost and nothing is saved.</summary>
    [Fact]
    public async Task Record_WrongInput_KeepsEverythingTyped()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");
        var before = await hall.Portal.QueryAsync(db => db.Receptions.CountAsync());

        var answer = await clerk.PostFormAsync("/desk", "/desk/visits", [.. DeskHall.Visitor("周小兰", ("IdKind", "ResidentId"), ("IdNumber", "990101195002030014"), ("Phone", "13800002222"),
            ("Purpose", "Petition"), ("Needs", "Sight"), ("Topic", "司法救助"), ("CallByName", "true"), ("RespondentName", "某单位"), ("RespondentKind", "Unit"), ("ContactName", "周兰"), ("ContactPhone", "13800003333")),
            .. DeskHall.Matter("两行的\n陈述")]);

        var page = await DeskHall.ReadAsync(answer);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("#IdNumber", page.QuerySelector("#error-summary a")!.GetAttribute("href"));
        Assert.Equal("true", page.QuerySelector("#IdNumber")!.GetAttribute("aria-invalid"));
        Assert.Equal(("周小兰", "990101195002030014", "13800002222", "司法救助", "某单位", "周兰", "13800003333"),
            (Value(page, "Name"), Value(page, "IdNumber"), Value(page, "Phone"), Value(page, "Topic"), Value(page, "RespondentName"), Value(page, "ContactName"), Value(page, "ContactPhone")));
        Assert.Equal(("Petition", "Appeal", "A6", "Unit"), (Value(page, "Purpose"), Value(page, "Category"), Value(page, "SubCategory"), Value(page, "RespondentKind")));
        Assert.Equal("两行的\n陈述", Value(page, "Text").ReplaceLineEndings("\n"));
        Assert.Equal(["Sight"], page.QuerySelectorAll("input[name=Needs]:checked").Select(box => box.GetAttribute("value")));
        Assert.True(((IHtmlInputElement)page.QuerySelector("#CallByName")!).IsChecked);
        Assert.StartsWith("错误：", page.Title, StringComparison.Ordinal);
        Assert.Equal(before, await hall.Portal.QueryAsync(db => db.Receptions.CountAsync()));
    }

    [Fact]
    public async Task Record_SentTwice_IsOneVisitAndOneMatter()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");
        var form = DeskHall.Visitor("吴大勇", [("Purpose", "Petition"), .. DeskHall.Matter("货车被扣押四个月。")]);

        var first = await hall.RecordAsync(clerk, form);
        var again = await hall.RecordAsync(clerk, form);

        var key = Guid.Parse(form[0].Value);
        Assert.Equal(first, again);
        Assert.Equal(1, await hall.Portal.QueryAsync(db => db.Receptions.CountAsync(r => r.SubmissionKey == key)));
        Assert.Equal(1, await hall.Portal.QueryAsync(db => db.Submissions.CountAsync(s => s.Key == key)));
    }

    /// <summary>The look-up fills the form in place; for whoever is complained of there is no matter, no count and no visit.</summary>
    [Fact]
    public async Task Lookup_StandsUnderTheWall()
    {
        const string Phone = "13811114444";
        var clerk = await hall.AsAsync("ReceptionOfficer");
        var walled = await hall.AsAsync("IntakeClerk");
        var second = await hall.StaffIdAsync("StationOfficer");
        var id = await hall.RecordAsync(clerk, DeskHall.Visitor("谢秋云", [("Phone", Phone), ("Purpose", "Petition"), ("SecondReceiverId", second.ToString()), .. DeskHall.Matter("窗口人员态度恶劣。",
            ("Category", "Complaint"), ("SubCategory", "B8"), ("RespondentName", DeskHall.NameOf("IntakeClerk")), ("RespondentKind", "Person"))
            .Where(field => field is not ("Category", "Appeal") and not ("SubCategory", "A6"))]));
        var visit = await hall.VisitAsync(id);
        var linked = visit.Matters.Single().PetitionId;
        var number = await hall.Portal.QueryAsync(db => db.Petitions.VisibleTo(Actor.System).Where(p => p.Id == linked).Select(p => p.Number).SingleAsync());

        var own = await LookupAsync(clerk, Phone);
        var other = await LookupAsync(walled, Phone);

        Assert.Null(own.QuerySelector("h1"));
        Assert.Equal("谢秋云", Value(own, "Name"));
        Assert.Contains(number, own.QuerySelector(".pt-known")!.TextContent, StringComparison.Ordinal);
        Assert.Null(other.QuerySelector(".pt-known"));
        Assert.Equal("", Value(other, "Name"));
        Assert.DoesNotContain(number, other.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await walled.GetAsync($"/desk/visits/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await walled.GetAsync($"/desk/visits/{id}/slip")).StatusCode);
    }

    [Fact]
    public async Task Lookup_OfAWrongCard_SaysSoAtTheScanField()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");

        var answer = await clerk.PostFormAsync("/desk", "/desk/lookup", ("Scan", "990101195002030014"));

        var page = await DeskHall.ReadAsync(answer);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("true", page.QuerySelector("#Scan")!.GetAttribute("aria-invalid"));
        Assert.NotNull(page.QuerySelector("h1"));
    }

    /// <summary>An addition to a running matter stands beside what was filed; an unknown number and a walled one are one answer.</summary>
    [Fact]
    public async Task Record_ForARunningMatter_AddsToIt_AndAnUnknownOneKeepsWhatWasTyped()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");
        var running = await hall.Portal.Given.Petition();

        var unknown = await clerk.PostFormAsync("/desk", "/desk/visits", DeskHall.Visitor("刘芳", ("Purpose", "Matter"), ("MatterNumber", "QX-2222-2222"), ("Addition", "医院收费单据")));
        var id = await hall.RecordAsync(clerk, DeskHall.Visitor("刘芳", ("Purpose", "Matter"), ("MatterNumber", running.Number), ("Addition", "医院收费单据")));

        var page = await DeskHall.ReadAsync(unknown);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "#MatterNumber", "医院收费单据"), (unknown.StatusCode, page.QuerySelector("#error-summary a")!.GetAttribute("href"), Value(page, "Addition")));
        Assert.Equal(ReceptionMatterKind.Concerned, (await hall.VisitAsync(id)).Matters.Single().Kind);
        Assert.Contains("MaterialsSupplied", await hall.FactsAsync(running.Id));
    }

    [Theory]
    [InlineData("CaseOfficer")]
    [InlineData("SystemAdmin")]
    [InlineData("Auditor")]
    public async Task Pages_AreForReceivers(string userName)
    {
        var client = await hall.AsAsync(userName);

        foreach (var address in new[] { "/desk", "/desk/calls/new", "/desk/post/new", "/desk/day", $"/desk/visits/{Guid.NewGuid()}", $"/desk/visits/{Guid.NewGuid()}/transcript" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(address)).StatusCode);
        }
    }

    private static async Task<IHtmlDocument> LookupAsync(HttpClient client, string typed)
    {
        var token = await client.FormTokenAsync("/desk", "/desk/lookup");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/desk/lookup")
        {
            Content = new FormUrlEncodedContent([new("Search", typed), new(PageForm.TokenName, token)]),
        };
        request.Headers.Add("HX-Request", "true");
        return await DeskHall.ReadAsync(await client.SendAsync(request));
    }

    private static string Value(IHtmlDocument page, string id) => page.GetElementById(id) switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        var none => throw new InvalidOperationException($"{id}: {none}"),
    };
}
