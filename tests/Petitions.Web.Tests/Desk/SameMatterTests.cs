using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Petitions.Data.Petitions;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Desk;

/// <summary>The hint at a likely repeat on the desk's forms, and what an officer does with it (seed feature 17).</summary>
[Collection(DeskCollection.Name)]
public sealed class SameMatterTests(DeskHall hall)
{
    private const string Words = "抚恤金按旧标准发放，几次申请调整没有结果，请检察院看一看这件事。";

    /// <summary>Shown once, with "a matter of its own" chosen and a reason: the same key again records it. It never stands in the way.</summary>
    [Fact]
    public async Task Hint_IsShownOnce_AndTheSameKeyAgainRecordsAnew()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");
        await hall.RecordAsync(clerk, DeskHall.Visitor("孟春生", [("Purpose", "Petition"), ("Phone", "13866660001"), .. DeskHall.Matter(Words)]));
        var form = DeskHall.Visitor("孟春生", [("Purpose", "Petition"), ("Phone", "13866660001"), .. DeskHall.Matter(Words + "又一次")]);

        var hinted = await clerk.PostFormAsync("/desk", "/desk/visits", form);
        var page = await DeskHall.ReadAsync(hinted);
        var panel = page.QuerySelector("[data-testid=same]")!;
        var again = DeskHall.Done(await clerk.PostShownAsync(hinted, "/desk/visits", "/desk/visits", [.. form, ("Same", "new"), ("SameReason", ((IHtmlInputElement)page.GetElementById("SameReason")!).Value)]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, hinted.StatusCode);
        Assert.Equal("#Same", page.QuerySelector("#error-summary a")!.GetAttribute("href"));
        Assert.Equal("new", panel.QuerySelector("input[name=Same]:checked")!.GetAttribute("value"));
        Assert.Equal(Words + "又一次", ((IHtmlTextAreaElement)page.GetElementById("Text")!).Value);
        var filed = (await hall.VisitAsync(again)).Matters.Single().PetitionId;
        Assert.Contains("InternalNoteAdded", await hall.FactsAsync(filed));
        Assert.Equal("来访人要求单独登记", await hall.Portal.QueryAsync(db => db.CaseNotes.Where(note => note.PetitionId == filed).Select(note => note.Text).SingleAsync()));
    }

    /// <summary>By letter to the matter of a visit: added there, with the day it came; no second matter.</summary>
    [Fact]
    public async Task Letter_AddedToTheRunningMatter_MakesNoSecondOne()
    {
        var clerk = await hall.AsAsync("IntakeClerk");
        var first = await hall.RecordAsync(clerk, DeskHall.Visitor("钱多", [("Purpose", "Petition"), ("Phone", "13866660002"), .. DeskHall.Matter(Words)]));
        var running = await NumberAsync((await hall.VisitAsync(first)).Matters.Single().PetitionId);
        (string, string)[] letter = [("SubmissionKey", Guid.NewGuid().ToString("N")), ("ReceivedOn", "2026-03-02"), ("Name", "钱多"), ("Phone", "13866660002"), .. DeskHall.Matter(Words)];

        var refused = await clerk.PostFormAsync("/desk/post/new", "/desk/post", letter);
        var hinted = await DeskHall.ReadAsync(refused);
        var added = await clerk.PostShownAsync(refused, "/desk/post", "/desk/post", [.. letter, ("Same", running)]);
        var unknown = await clerk.PostShownAsync(refused, "/desk/post", "/desk/post", [.. letter.Skip(1), ("SubmissionKey", Guid.NewGuid().ToString("N")), ("Same", "QX-2222-2222")]);

        Assert.NotNull(hinted.QuerySelector($"input[name=Same][value='{running}']"));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "#Same"), (unknown.StatusCode, (await DeskHall.ReadAsync(unknown)).QuerySelector("#error-summary a")!.GetAttribute("href")));
        var addition = await hall.Portal.QueryAsync(db => db.PetitionAdditions.SingleAsync(a => db.Petitions.Any(p => p.Number == running && p.Id == a.PetitionId)));
        Assert.Equal(("Letter", new DateOnly(2026, 3, 2)), (addition.Channel, addition.HappenedOn));
        Assert.Contains("MaterialsSupplied", await hall.FactsAsync(addition.PetitionId));
    }

    /// <summary>The officer sees the hint at screening, joins the two, and takes them apart again; a clerk may not.</summary>
    [Fact]
    public async Task Officer_JoinsAndTakesApart()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");
        var director = await hall.AsAsync("PetitionDirector");
        var one = await NumberAsync((await hall.VisitAsync(await hall.RecordAsync(clerk, DeskHall.Visitor("沈二", [("Purpose", "Petition"), ("Phone", "13866660003"), .. DeskHall.Matter(Words)])))).Matters.Single().PetitionId);
        var second = DeskHall.Visitor("沈二", [("Purpose", "Petition"), ("Phone", "13866660003"), .. DeskHall.Matter(Words)]);
        var hinted = await clerk.PostFormAsync("/desk", "/desk/visits", second);
        var recorded = DeskHall.Done(await clerk.PostShownAsync(hinted, "/desk/visits", "/desk/visits", [.. second, ("Same", "new")]));
        var two = await NumberAsync((await hall.VisitAsync(recorded)).Matters.Single().PetitionId);
        var page = $"/cases/{two}/links";

        var screening = await DeskHall.PageAsync(director, $"/screening/{two}");
        var links = await DeskHall.PageAsync(director, page);
        var wrong = await director.PostFormAsync(page, page + "/merge", ("Target", one), ("SamePerson", "true"));
        var undeclared = await director.PostFormAsync(page, page + "/merge", ("Target", one), ("SamePerson", "true"), ("Reason", "同一人同一事"), ("Notice", "两件事项合并办理。"));
        var merged = await director.PostFormAsync(page, page + "/merge", ("Target", "another"), ("OtherNumber", one), ("SamePerson", "true"), ("NoConflict", "true"), ("Reason", "同一人同一事"), ("Notice", "两件事项合并办理。"));
        var joined = await DeskHall.PageAsync(director, $"/cases/{one}");
        var undone = await director.PostFormAsync(page, page + "/undo", ("UndoReason", "不是同一件事"));
        var repeated = await director.PostFormAsync(page, page + "/repeat", ("Target", one), ("Reason", "再次来访"));

        Assert.Contains("1", screening.QuerySelector("[data-testid=similar]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(one, links.QuerySelector("input[name=Target]:checked")!.GetAttribute("value"));
        Assert.Equal("#NoConflict", (await DeskHall.ReadAsync(undeclared)).QuerySelector("#error-summary a")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.All([merged, undone, repeated], answer => Assert.Equal(page, answer.Headers.Location?.ToString()));
        Assert.Contains(Words, joined.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(two, joined.QuerySelector("[data-testid=links]")!.TextContent, StringComparison.Ordinal);
        var id = await hall.Portal.QueryAsync(db => db.Petitions.VisibleTo(Actor.System).Where(p => p.Number == two).Select(p => new { p.Id, p.State }).SingleAsync());
        Assert.Equal(PetitionState.Screening, id.State);
        Assert.Equal(["PetitionMerged", "MergeUndone", "PetitionLinkedAsRepeat"], (await hall.FactsAsync(id.Id)).Where(kind => kind is "PetitionMerged" or "MergeUndone" or "PetitionLinkedAsRepeat"));
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await director.GetAsync("/cases/QX-2222-2222/links")).StatusCode);
    }

    private Task<string> NumberAsync(Guid id) => hall.Portal.QueryAsync(db => db.Petitions.VisibleTo(Actor.System).Where(p => p.Id == id).Select(p => p.Number).SingleAsync());
}
