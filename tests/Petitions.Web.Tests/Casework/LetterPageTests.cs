using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain.Notices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Notices;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Casework;

/// <summary>Letters and calls among the pages of the desk (J2 step 6): each step shown, envelopes plain where they must be.</summary>
public sealed class LetterPageTests(PortalFactory portal) : IClassFixture<PortalFactory>, IAsyncLifetime
{
    public Task InitializeAsync() => portal.SeedDemoStaffAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("zh-Hans", "已拨打 1 次")]
    [InlineData("en", "Calls made: 1")]
    public async Task Call_NotReached_SaysHowOftenItWasTried(string culture, string words)
    {
        var block = portal.Services.GetRequiredService<ColumnProtector>().ProtectBlock(new IdentityBlock { Phone = "13800000123" });
        var petition = await portal.Given.Petition(filed => filed with
        {
            Parties = [new PartyDetails { Relation = "Petitioner", Name = "刘芳", NoticeWay = "Telephone", EncryptedIdentity = block }],
        });
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<NoticeOutbox>().TellPetitioner(petition, "AcceptanceNotice", "accepted", new Dictionary<string, string>());
            await scope.ServiceProvider.GetRequiredService<PetitionsDbContext>().SaveChangesAsync();
        }

        using var client = await portal.SignedInAsync("ScreeningOfficer");
        var page = $"/desk/letters?culture={culture}";
        var id = System.Text.RegularExpressions.Regex.Match(await client.GetStringAsync(page), $"/desk/letters/([0-9a-f-]+)\">{petition.Number}").Groups[1].Value;

        await client.PostFormAsync(page, $"/desk/letters/{id}/called", ("reached", "false"));
        var again = await client.GetStringAsync(page);
        Assert.Contains(words, again, StringComparison.Ordinal);
        Assert.DoesNotContain("state.", again, StringComparison.Ordinal);
        await client.PostFormAsync(page, $"/desk/letters/{id}/called", ("reached", "true"));

        Assert.DoesNotContain(petition.Number, await client.GetStringAsync("/desk/letters"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_Printed_Sent_Delivered_EachStepShown()
    {
        var (petition, id) = await LetterAsync();
        using var client = await portal.SignedInAsync("ScreeningOfficer");
        var page = $"/desk/letters/{id}";

        var paper = await client.GetStringAsync(page + "/print");
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostFormAsync(page, page + "/printed")).StatusCode);
        var unnumbered = await client.PostFormAsync(page, page + "/posted", ("PostalNumber", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unnumbered.StatusCode);
        Assert.Contains("id=\"PostalNumber-error\"", await unnumbered.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await client.PostFormAsync(page, page + "/posted", ("PostalNumber", "XA12345678901"));
        Assert.Contains(petition.Number, await client.GetStringAsync("/desk/letters?box=Sent"), StringComparison.Ordinal);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await client.PostFormAsync(page, page + "/delivered");

        var shown = await client.GetStringAsync(page);
        Assert.Contains("已送达", shown, StringComparison.Ordinal);
        Assert.Contains("XA12345678901", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(petition.Number, await client.GetStringAsync("/desk/letters"), StringComparison.Ordinal);
        Assert.Contains("QX", paper, StringComparison.Ordinal);
        Assert.Equal([NoticeState.Printed, NoticeState.Sent, NoticeState.Delivered], await portal.QueryAsync(db => db.LetterSteps.Where(s => s.NoticeId == id).OrderBy(s => s.At).ThenBy(s => s.Id).Select(s => s.State).ToListAsync()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostForgedAsync(page, page + "/delivered")).StatusCode);
    }

    [Fact]
    public async Task Letter_Returned_NeedsAReason_AndAsksForAnotherWay()
    {
        var (petition, id) = await LetterAsync();
        using var client = await portal.SignedInAsync("ScreeningOfficer");
        var page = $"/desk/letters/{id}";
        await client.PostFormAsync(page, page + "/printed");
        await client.PostFormAsync(page, page + "/posted", ("PostalNumber", "XA1"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostFormAsync(page, page + "/returned", ("Reason", ""))).StatusCode);
        await client.PostFormAsync(page, page + "/returned", ("Reason", "查无此人"));
        Assert.Contains(petition.Number, await client.GetStringAsync("/desk/letters?box=Returned"), StringComparison.Ordinal);
        Assert.Contains("查无此人", await client.GetStringAsync(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostFormAsync(page, page + "/another-way", ("Way", ""))).StatusCode);
        await client.PostFormAsync(page, page + "/another-way", ("Way", "Counter"));

        Assert.DoesNotContain(petition.Number, await client.GetStringAsync("/desk/letters"), StringComparison.Ordinal);
    }

    /// <summary>A reporter gets a plain envelope and no other (RP14-56): no office, no matter, nothing in the page that offers one.</summary>
    [Fact]
    public async Task Envelope_OfAReporter_IsPlain_AndTheOfficesOwnDoesNotExist()
    {
        var (_, id) = await LetterAsync("ReportMaterial");
        using var client = await portal.SignedInAsync("ScreeningOfficer");
        var page = $"/desk/letters/{id}";

        var plain = await client.GetStringAsync(page + "/envelope?culture=zh-Hans");

        Assert.Contains("清溪县榆林街1号", plain, StringComparison.Ordinal);
        var main = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(plain).QuerySelector("main")!.TextContent;
        Assert.DoesNotContain("检察院", main, StringComparison.Ordinal);
        Assert.DoesNotContain("QX-", main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(page + "/envelope?office=true")).StatusCode);
        Assert.DoesNotContain("office=true", await client.GetStringAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_ForSomebodyElse_IsForbiddenOrNotThere()
    {
        var (_, id) = await LetterAsync();
        using var admin = await portal.SignedInAsync("SystemAdmin");
        using var handler = await portal.SignedInAsync("CaseOfficer");
        using var officer = await portal.SignedInAsync("ScreeningOfficer");

        foreach (var page in new[] { "", "/print", "/envelope", ".pdf" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await admin.GetAsync($"/desk/letters/{id}{page}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await handler.GetAsync($"/desk/letters/{id}{page}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/desk/letters/{Guid.NewGuid()}{page}")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await handler.PostForgedAsync("/cases", $"/desk/letters/{id}/printed")).StatusCode);
    }

    private async Task<(Petition Petition, Guid Id)> LetterAsync(string confidentiality = "Normal")
    {
        var block = portal.Services.GetRequiredService<ColumnProtector>().ProtectBlock(new IdentityBlock { Address = "清溪县榆林街1号" });
        var petition = await portal.Given.Petition(filed => filed with
        {
            Confidentiality = confidentiality,
            Parties = [new PartyDetails { Relation = "Petitioner", Name = "刘芳", NoticeWay = "Post", EncryptedIdentity = block }],
        });
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>();
        scope.ServiceProvider.GetRequiredService<NoticeOutbox>().TellPetitioner(petition, "AcceptanceNotice", "accepted", new Dictionary<string, string>());
        await db.SaveChangesAsync();
        return (petition, await db.Notices.Where(n => n.PetitionId == petition.Id && Notice.LetterChannels.Contains(n.Channel)).Select(n => n.Id).SingleAsync());
    }
}
