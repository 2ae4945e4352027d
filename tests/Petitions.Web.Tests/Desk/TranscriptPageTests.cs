using System.Net;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Petitions.Domain.Receptions;
using Petitions.Services.Tests.Documents;
using Petitions.Web.Tests.Fixtures;
using UglyToad.PdfPig;

namespace Petitions.Web.Tests.Desk;

/// <summary>The record of the conversation on its pages (journey J2 steps 3, 5; tester lines c, d; security.md C10; seed feature 16).</summary>
[Collection(DeskCollection.Name)]
public sealed class TranscriptPageTests(DeskHall hall)
{
    private const string Drawing = """{"w":900,"h":300,"s":[[10,20,50,40,60,55,80,30,60],[100,100,40,140,90,50,200,120,70]]}""";

    private const string Radicals = "\u2ED4\u2EDA\u2ED3\u2EE2\u2ECB\u2EC5\u2EC4\u2EC6\u2ED8\u2E9F\u2EA0\u2EE6\u2EDB\u2EDC\u2EF0";
    private const string Characters = "门页长马车见西角青母民鸟风飞龙";

    private static readonly (string Name, string Value)[] Said =
    [
        ("Place", "一号接待室"), ("Rows[0].Speaker", "Question"), ("Rows[0].Text", "您反映什么问题？"), ("Rows[1].Speaker", "Answer"), ("Rows[1].Text", "门面房二〇一五年被拆除。"),
        ("RightsTold", "true"), ("ExplainedLaw", "可以依法申请监督。"), ("Materials[0].Name", "房产证"), ("Materials[0].Copies", "2"), ("Materials[0].Form", "copy"), ("Materials[0].Fate", "kept"),
    ];

    /// <summary>Draft, pen, correction: the signed version stands, the next one says why (J2 c); print, docx and PDF hold the stored words and the drawing.</summary>
    [Fact]
    public async Task Record_SignedByPen_StandsInEveryPaper_AndIsCorrectedInTheNextVersion()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");
        var id = await StartAsync(clerk, "何建国");
        var page = $"/desk/visits/{id}/transcript";

        var draft = await clerk.PostFormAsync(page, page, Said);
        var unread = await clerk.PostFormAsync(page + "/sign", page + "/sign", ("Drawing", Drawing));
        await clerk.PostFormAsync(page, page, [.. Said, ("ReadBack", "true")]);
        var old = await DeskHall.PageAsync(clerk, page + "/sign");
        await clerk.PostFormAsync(page, page, [.. Said, ("ReadBack", "true"), ("ExplainedReasons", "要先调卷。")]);
        var changed = await clerk.PostFormAsync(page + "/sign", page + "/sign", ("Drawing", Drawing), ("Digest", old.QuerySelector("[data-pt-pad] [name=Digest]")!.GetAttribute("value")!));
        var signed = await clerk.PostFormAsync(page + "/sign", page + "/sign", ("Drawing", Drawing));
        var without = await clerk.PostFormAsync(page, page, [.. Said.Where(field => field.Name != "Rows[1].Text"), ("Rows[1].Text", "二〇一四年。"), ("ReadBack", "true")]);
        var corrected = await clerk.PostFormAsync(page, page, [.. Said.Where(field => field.Name != "Rows[1].Text"), ("Rows[1].Text", "二〇一四年。"), ("ReadBack", "true"), ("Reason", "年份记错")]);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (draft.StatusCode, unread.StatusCode, changed.StatusCode));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (signed.StatusCode, without.StatusCode, corrected.StatusCode));
        Assert.Contains("二〇一四年", (await DeskHall.ReadAsync(without)).GetElementById("Rows_1_Text")!.TextContent, StringComparison.Ordinal);
        var versions = await hall.Portal.QueryAsync(db => db.Transcripts.AsNoTracking().Where(t => t.ReceptionId == id).OrderBy(t => t.Number).ToListAsync());
        Assert.Equal([(1, SignatureWay.Pen, null), (2, (SignatureWay?)null, "年份记错")], versions.Select(v => (v.Number, v.SignedBy, v.Reason)));
        Assert.Equal(["TranscriptSigned", "TranscriptCorrected"], (await hall.FactsAsync(id)).Where(kind => kind.StartsWith("Transcript", StringComparison.Ordinal)));
        Assert.Contains("1", (await DeskHall.PageAsync(clerk, $"/desk/visits/{id}")).QuerySelector("[data-testid=signed]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1", (await DeskHall.PageAsync(clerk, page)).QuerySelector("[data-testid=signed]")!.TextContent, StringComparison.Ordinal);
        await PapersAsync(clerk, id, versions[0]);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync(page + "/9")).StatusCode);
        await EndAsync(clerk, id);
    }

    /// <summary>Every change is kept without a press; two who write are both shown what the other wrote.</summary>
    [Fact]
    public async Task Draft_IsKeptWhileTyping_AndTwoWritersSeeBothTexts()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");
        var second = await hall.AsAsync("IntakeClerk");
        var id = await StartAsync(clerk, "苏大明", ("SecondReceiverId", (await hall.StaffIdAsync("IntakeClerk")).ToString()));
        var page = $"/desk/visits/{id}/transcript";
        var token = await clerk.FormTokenAsync(page, page);

        var kept = await DraftAsync(clerk, page, token, [("Seen", "0"), .. Said]);
        var hers = await second.GetAsync(page);
        var newer = await DraftAsync(clerk, page, token, [("Seen", kept.Stamp.ToString(System.Globalization.CultureInfo.InvariantCulture)), .. Said, ("ExplainedFacts", "先写的人又加了一句。")]);
        var late = await second.PostShownAsync(hers, page, page, [.. Said, ("ExplainedFacts", "第二个人写的。")]);
        var typed = await DraftAsync(clerk, page, token, [("Seen", "1"), .. Said]);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity), (kept.Status, newer.Status, typed.Status));
        Assert.True(newer.Stamp > kept.Stamp);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        var both = await DeskHall.ReadAsync(late);
        Assert.Contains("先写的人又加了一句。", both.QuerySelector("[data-testid=theirs]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("第二个人写的。", both.GetElementById("ExplainedFacts")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await second.PostShownAsync(late, page, page, [.. Said, ("ExplainedFacts", "两个人的话都在。")])).StatusCode);
        await clerk.PostFormAsync(page, page, [.. Said, ("ExplainedFacts", "两个人的话都在。"), ("Do", "questions")]);
        var rows = (await DeskHall.PageAsync(clerk, page)).QuerySelectorAll("[data-pt-rows] textarea").Select(row => row.TextContent.Trim()).ToList();
        Assert.Contains("您的具体请求是什么？", rows);
        Assert.Equal(2, rows.Count(row => row is "您反映什么问题？" or "门面房二〇一五年被拆除。"));
        await EndAsync(clerk, id);
    }

    /// <summary>A report heard by one is refused until the second is named (seed feature 16); a refusal needs its witness; the receipt for papers is printed and kept.</summary>
    [Fact]
    public async Task Record_OfAReport_NeedsTwo_ARefusalAWitness_AndPapersGetAReceipt()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");
        var id = await StartAsync(clerk, "不愿签名的人");
        var page = $"/desk/visits/{id}/transcript";
        (string, string)[] text = [.. Said, ("Category", "Report"), ("ReadBack", "true")];
        await clerk.PostFormAsync(page, page, text);

        var alone = await clerk.PostFormAsync(page + "/sign", page + "/sign", ("Way", "Refused"), ("Note", "不愿签"), ("Witness", "冯倩"));
        await clerk.PostFormAsync($"/desk/visits/{id}", $"/desk/visits/{id}/second", ("secondId", (await hall.StaffIdAsync("IntakeClerk")).ToString()));
        var unseen = await clerk.PostFormAsync(page + "/sign", page + "/sign", ("Way", "Refused"), ("Note", "不愿签"), ("Witness", ""));
        var refused = await clerk.PostFormAsync(page + "/sign", page + "/sign", ("Way", "Refused"), ("Note", "不愿签"), ("Witness", "冯倩"));
        var given = await clerk.PostFormAsync($"/desk/visits/{id}/materials", $"/desk/visits/{id}/materials");
        var again = await clerk.PostFormAsync($"/desk/visits/{id}/materials", $"/desk/visits/{id}/materials");

        Assert.Contains("第二接待人", (await DeskHall.ReadAsync(alone)).QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("#Witness", (await DeskHall.ReadAsync(unseen)).QuerySelector("#error-summary a")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.Contains("不愿签", (await DeskHall.PageAsync(clerk, page + "/sign")).QuerySelector("[data-testid=signers]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(($"/desk/visits/{id}/materials/1", HttpStatusCode.UnprocessableEntity), (given.Headers.Location!.ToString(), again.StatusCode));
        var receipt = (await DeskHall.PageAsync(clerk, $"/desk/visits/{id}/materials/1")).QuerySelector("main")!.TextContent;
        Assert.Contains("接收材料清单", receipt, StringComparison.Ordinal);
        Assert.Contains("1. 房产证，2份，复印件，留存", receipt, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"/desk/visits/{id}/materials/2")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await hall.AsAsync("StationOfficer")).GetAsync(page)).StatusCode);
        await EndAsync(clerk, id);
    }

    /// <summary>The record belongs to the matter of its visit: listed with its documents for who may read the text, logged when opened, and a petition may start from it.</summary>
    [Fact]
    public async Task Record_OfAFiledMatter_IsListedWithItsDocuments_UnderTheWall()
    {
        var clerk = await hall.AsAsync("ReceptionOfficer");
        var id = await StartAsync(clerk, "韩冬生");
        var page = $"/desk/visits/{id}/transcript";
        await clerk.PostFormAsync(page, page, [.. Said, ("Category", "Appeal"), ("ReadBack", "true")]);

        var start = await DeskHall.PageAsync(clerk, $"/desk/visits/{id}?record=true");
        await clerk.PostFormAsync($"/desk/visits/{id}", $"/desk/visits/{id}/petition", [("SubmissionKey", Guid.NewGuid().ToString("N")), .. DeskHall.Matter("门面房拆除以后没有补偿。")]);
        var matter = (await hall.VisitAsync(id)).Matters.Single().PetitionId;
        var number = await hall.Portal.QueryAsync(db => db.Petitions.Where(p => p.Id == matter).Select(p => p.Number).SingleAsync());
        var screener = await hall.AsAsync("ScreeningOfficer");
        var link = (await DeskHall.PageAsync(screener, $"/cases/{number}/documents")).QuerySelector("[data-testid=transcript] a")!.GetAttribute("href")!;
        var paper = await DeskHall.PageAsync(screener, link);

        Assert.Equal("Appeal", start.QuerySelector("#Category option[selected]")!.GetAttribute("value"));
        Assert.Contains("答：门面房二〇一五年被拆除。", start.GetElementById("Text")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("门面房二〇一五年被拆除。", paper.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("韩冬生", paper.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await hall.Portal.QueryAsync(db => db.ReadRecords.CountAsync(read => read.PetitionId == matter && read.What == "Transcript")));
        Assert.Equal(HttpStatusCode.OK, (await screener.GetAsync(link + ".docx")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await screener.GetAsync(link + ".pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await screener.GetAsync(link[..^1] + "9")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await hall.AsAsync("SystemAdmin")).GetAsync(link)).StatusCode);
        await EndAsync(clerk, id);
    }

    private async Task PapersAsync(HttpClient clerk, Guid id, Transcript version)
    {
        var here = $"/desk/visits/{id}/transcript/1";
        string[] words = ["接访笔录", "问：您反映什么问题？", "答：门面房二〇一五年被拆除。", "可以依法申请监督。", "要先调卷。", "1. 房产证，2份，复印件，留存", "何建国", "手写签名", "已签署的是第1版", version.Digest, .. version.Rights!.Split('\n')];
        var print = await DeskHall.PageAsync(clerk, here);
        Assert.All(words, word => Assert.Contains(word, print.QuerySelector("main")!.TextContent, StringComparison.Ordinal));
        Assert.Equal(["M10 20L40 60L80 30", "M100 100L140 90L200 120"], print.QuerySelectorAll("svg.drawn path").Select(path => path.GetAttribute("d")));
        Assert.Contains("答：门面房二〇一五年被拆除。", (await DeskHall.PageAsync(clerk, here + "?read=true")).QuerySelector("[data-testid=statement]")!.TextContent, StringComparison.Ordinal);

        using var docx = WordprocessingDocument.Open(new MemoryStream(await clerk.GetByteArrayAsync(here + ".docx")), false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(docx).Select(error => $"{error.Path?.XPath} {error.Description}"));
        Assert.All(words, word => Assert.Contains(word, docx.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal));
        Assert.Single(docx.MainDocumentPart!.Document!.Body!.Descendants<DocumentFormat.OpenXml.Vml.Shape>());
        Assert.Contains("来访人签名", docx.MainDocumentPart.FooterParts.Single().Footer!.InnerText, StringComparison.Ordinal);

        await using var host = hall.Portal.WithWebHostBuilder(builder => builder.UseSetting("Documents:Chromium:Path", TestChromium.Path)
            .UseSetting("Documents:Chromium:NoSandbox", Environment.IsPrivilegedProcess ? "true" : "false"));
        using var printer = await host.SignedInAsync("ReceptionOfficer");
        using var pdf = PdfDocument.Open(await printer.GetByteArrayAsync(here + ".pdf"));
        var text = Plain(string.Concat(pdf.GetPages().Select(each => each.Text)));
        Assert.All(words, word => Assert.Contains(Plain(word), text, StringComparison.Ordinal));
        Assert.All(pdf.GetPages(), each => Assert.Contains(Plain("来访人签名"), Plain(each.Text), StringComparison.Ordinal));
        Assert.Contains(pdf.GetPages(), each => each.Paths.Count > 1);
    }

    // One glyph stands for a character and for the radical of its shape; Chromium writes the radical, which no normal form maps back.
    private static string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))
        .Select(c => Radicals.IndexOf(c, StringComparison.Ordinal) is var at and >= 0 ? Characters[at] : c));

    private static async Task<(HttpStatusCode Status, int Stamp)> DraftAsync(HttpClient client, string page, string token, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent([new(PageForm.TokenName, token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        using var answer = await client.PostAsync(page + "/draft", content);
        using var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return (answer.StatusCode, told.RootElement.GetProperty("stamp").GetInt32());
    }

    private async Task<Guid> StartAsync(HttpClient clerk, string name, params (string Name, string Value)[] more) =>
        await hall.RecordAsync(clerk, DeskHall.Visitor(name, [("Purpose", "Later"), ("ReceiveNow", "true"), .. more]));

    private static async Task EndAsync(HttpClient client, Guid id) =>
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostFormAsync($"/desk/visits/{id}", $"/desk/visits/{id}/end", ("outcome", "Explained"))).StatusCode);
}
