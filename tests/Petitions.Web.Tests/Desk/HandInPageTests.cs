using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data.Petitions;
using Petitions.Domain.Offices;
using Petitions.Services.Offices;
using Petitions.Services.Tests.Files;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Desk;

/// <summary>A liaison person hands in, sees his receipts and nothing else; the intake desk completes (seed features 11, 12). The call log (feature 14).</summary>
[Collection(DeskCollection.Name)]
public sealed class HandInPageTests(DeskHall hall)
{
    [Fact]
    public async Task Liaison_HandsIn_GetsANumber_AndAnyCasePageIsNotPermitted()
    {
        var liaison = await LiaisonAsync();
        using var form = await FormAsync(liaison, ("ReceivedOn", "2026-03-01"), ("Name", "莫小梅"), ("Category", "RequestForDecision"), ("Request", "请求答复电梯维修基金。"), ("Text", "电梯坏了三个月。"));
        var handed = await liaison.PostAsync("/hand-ins", form);
        Assert.Equal(HttpStatusCode.Redirect, handed.StatusCode);
        var slip = handed.Headers.Location!.ToString();
        var number = slip.Split('/')[^1];

        var paper = await DeskHall.PageAsync(liaison, slip);
        Assert.Equal(number, paper.QuerySelector(".paper-code")!.TextContent);
        var list = await DeskHall.PageAsync(liaison, "/hand-ins");
        Assert.Contains(number, list.QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("莫小梅", list.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("电梯坏了", list.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        foreach (var address in new[] { $"/cases/{number}", "/cases", "/search?q=1", "/screening", "/board", "/desk", "/desk/hand-ins", $"/desk/hand-ins/{number}", "/desk/post" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await liaison.GetAsync(address)).StatusCode);
        }

        var matter = await hall.Portal.QueryAsync(db => db.Petitions.VisibleTo(Actor.System).Include(p => p.Attachments).SingleAsync(p => p.Number == number));
        Assert.Equal(("ServicePoint", new DateOnly(2026, 3, 1), 1), (matter.Channel, matter.ReceivedOn, matter.Attachments.Count));
        Assert.Equal(0, await hall.Portal.QueryAsync(db => db.ReadRecords.CountAsync(read => read.PetitionId == matter.Id)));

        // The office gives him the code, on a paper that is shown once.
        var desk = await hall.AsAsync("ReceptionOfficer");
        (string, string)[] asked = [("SubmissionKey", Guid.NewGuid().ToString("N")), ("Number", number), ("Name", "莫小梅"), ("Reason", "首次交付")];
        var unseen = await desk.PostFormAsync("/desk/codes", "/desk/codes", asked);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unseen.StatusCode);
        var given = await desk.PostFormAsync("/desk/codes", "/desk/codes", [.. asked, ("Shown", "true")]);
        Assert.Equal((HttpStatusCode.OK, "no-store"), (given.StatusCode, given.Headers.CacheControl!.ToString()));
        Assert.Matches("^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$", (await DeskHall.ReadAsync(given)).QuerySelector("[data-testid=code]")!.TextContent);
        var again = await desk.PostFormAsync("/desk/codes", "/desk/codes", [.. asked, ("Shown", "true")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);

        // The register, filtered by the kind of point, says as many as the point's own list.
        var director = await hall.AsAsync("PetitionDirector");
        var own = await hall.Portal.QueryAsync(db => db.HandIns.CountAsync());
        var register = await DeskHall.PageAsync(director, "/cases?box=All&pointType=CommunityPoint");
        Assert.Equal(own, register.QuerySelectorAll("main tbody tr").Length);
        Assert.Empty((await DeskHall.PageAsync(director, "/cases?box=All&pointType=VillagePoint")).QuerySelectorAll("main tbody tr"));

        // The intake desk reads it, which is recorded, and completes it.
        var clerk = await hall.AsAsync("IntakeClerk");
        var sheet = $"/desk/hand-ins/{number}";
        var page = await DeskHall.PageAsync(clerk, sheet);
        Assert.Contains("电梯坏了三个月。", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var picture = await clerk.GetAsync(page.QuerySelector("main dd a")!.GetAttribute("href")!);
        Assert.Equal("image/jpeg", picture.Content.Headers.ContentType!.MediaType);
        var wrong = await clerk.PostFormAsync(sheet, sheet, ("NoticeWay", "Post"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "#Address"), (wrong.StatusCode, (await DeskHall.ReadAsync(wrong)).QuerySelector("#error-summary a")!.GetAttribute("href")));
        var done = await clerk.PostFormAsync(sheet, sheet, ("NoticeWay", "Post"), ("Address", "望江里12号"), ("Addition", "电话核对属实。"));
        Assert.Equal((HttpStatusCode.Redirect, "/desk/hand-ins"), (done.StatusCode, done.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync(sheet)).StatusCode);
        Assert.True(await hall.Portal.QueryAsync(db => db.ReadRecords.AnyAsync(read => read.PetitionId == matter.Id && read.What == "Desk")));
        Assert.Contains("MaterialsSupplied", await hall.FactsAsync(matter.Id));
    }

    [Fact]
    public async Task HandIn_WithABadPicture_IsRefusedBeforeAnythingIsRegistered()
    {
        var liaison = await LiaisonAsync();
        var before = await hall.Portal.QueryAsync(db => db.HandIns.CountAsync());
        using var form = await FormAsync(liaison, ("ReceivedOn", "2026-03-02"), ("Name", "莫小梅"), ("Category", "RequestForDecision"), ("Request", "请求。"), ("Text", "经过。"));
        var part = new ByteArrayContent(Corpus.Text("MZ"));
        part.Headers.ContentType = new("application/octet-stream");
        form.Add(part, "Files", "bad.exe");
        var refused = await liaison.PostAsync("/hand-ins", form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("bad.exe", (await DeskHall.ReadAsync(refused)).QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await hall.Portal.QueryAsync(db => db.HandIns.CountAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await liaison.GetAsync("/hand-ins/QX-2222-2222")).StatusCode);
    }

    [Fact]
    public async Task CallLog_ShowsTheCall_WithItsNumberMasked_AndAWithheldNameSealed()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");
        var key = Guid.NewGuid();
        var taken = await clerk.PostFormAsync("/desk/calls/new", "/desk/calls", ("SubmissionKey", key.ToString("N")), ("CalledOn", "2026-03-02"), ("CalledAt", "08:10"), ("Phone", "13800004444"), ("Name", "韦小雨"), ("Identity", "NameWithheld"),
            ("Category", "Suggestion"), ("SubCategory", "E1"), ("Request", "请定期接访。"), ("Text", "乡里老人多。"), ("NoticeWay", "Telephone"), ("ReadBack", "true"));

        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        var matter = await hall.Portal.QueryAsync(db => db.Submissions.Where(s => s.Key == key).Select(s => s.PetitionId).SingleAsync());
        var party = await hall.Portal.QueryAsync(db => db.Parties.SingleAsync(each => each.PetitionId == matter));
        Assert.Null(party.Name);
        Assert.DoesNotContain("13800004444", party.Identity!, StringComparison.Ordinal);
        var log = (await DeskHall.PageAsync(clerk, "/desk/calls")).QuerySelector("main tbody")!.TextContent;
        Assert.Contains("138****4444", log, StringComparison.Ordinal);
        Assert.DoesNotContain("韦小雨", log, StringComparison.Ordinal);
    }

    private async Task<HttpClient> LiaisonAsync()
    {
        var client = await hall.AsAsync("LiaisonPerson");
        var staff = await hall.StaffIdAsync("LiaisonPerson");
        var offices = hall.Portal.Services.GetRequiredService<OfficeCatalog>();
        var point = offices.ServicePoints.Single(each => each.Code == "SP-QX-C1");
        await hall.Portal.QueryAsync(async db =>
        {
            if (!await db.PointPeople.AnyAsync(person => person.StaffId == staff))
            {
                db.PointPeople.Add(PointPerson.Of(point.Id, staff));
                await db.SaveChangesAsync();
            }

            return true;
        });
        offices.Forget();
        return client;
    }

    /// <summary>The form as a browser sends it, with one picture.</summary>
    private static async Task<MultipartFormDataContent> FormAsync(HttpClient client, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent { { new StringContent(await client.FormTokenAsync("/hand-ins", "/hand-ins")), PageForm.TokenName }, { new StringContent(Guid.NewGuid().ToString("N")), "SubmissionKey" } };
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        var picture = new ByteArrayContent(Corpus.Jpg());
        picture.Headers.ContentType = new("image/jpeg");
        form.Add(picture, "Files", "paper.jpg");
        return form;
    }
}
