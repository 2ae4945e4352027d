using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Domain;
using Petitions.Domain.Receptions;
using Petitions.Services.Files.Attachments;
using Petitions.Services.Files.Stores;
using Petitions.Services.Receptions;
using Petitions.Services.Tests.Files;

namespace Petitions.Services.Tests.Receptions;

/// <summary>The record of the conversation (domain.md row 19, journey J2 steps 3, 5; tester line c; seed feature 16).</summary>
public sealed class TranscriptTests : DeskTest
{
    private const string Drawing = """{"w":900,"h":300,"s":[[10,20,50,40,60,55,80,30,60],[100,100,40,140,90,50,200,120,70]]}""";

    private static readonly TranscriptText Text = new()
    {
        Place = "一号接待室",
        Rows = [new(TranscriptSpeaker.Question, "您反映什么问题？"), new(TranscriptSpeaker.Answer, "2019年的判决。"), new(TranscriptSpeaker.Line, "（来访人出示判决书）")],
        ExplainedFacts = "判决于2019年生效。",
        ExplainedLaw = "当事人可以申请监督。",
        ExplainedReasons = "需要先调卷。",
        MaterialRows = [new("民事判决书", 1, false, true), new("身份证", 1, true, false)],
        RightsTold = true,
        ReadBack = true,
    };

    private readonly string folder = Directory.CreateTempSubdirectory("petitions-transcripts-").FullName;

    protected override void More(IServiceCollection collection) => collection.Configure<FileStoreOptions>(files => files.Path = folder);

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Write_AfterTheSignature_MakesVersion2_AndTheSignedOneStays()
    {
        var visit = await StartedAsync();
        await WriteAsync(visit, Text with { ReadBack = false });
        await WriteAsync(visit, Text);
        await SignAsync(visit, SignatureWay.ThumbPrint);
        var changed = Text with { Rows = [new(TranscriptSpeaker.Line, "改")] };
        var silent = await RefusedAsync(() => WriteAsync(visit, changed));
        await WriteAsync(visit, changed, "写漏了");

        var first = (await ReadAsync(visit, 1))!;
        var second = (await ReadAsync(visit, null))!;

        Assert.Equal("transcript.reason", silent);
        Assert.Equal(Text.Rows, first.Text.Rows);
        Assert.Equal(1, first.SignedVersion);
        Assert.Equal(first.Text.Digest(visit, 1), first.Digest);
        Assert.Equal(Text.ExplainedLaw, first.Text.ExplainedLaw);
        Assert.Equal(Text.MaterialRows, first.Text.MaterialRows);
        // What was read out is kept as it was worded then, with its version.
        Assert.Contains("不得打击报复", first.Text.Rights, StringComparison.Ordinal);
        Assert.Equal("1 (2020-01-01)", first.Text.RightsVersion);
        Assert.Equal((2, "改", null, 1), (second.Number, second.Text.Rows[0].Text, second.SignedAt, second.SignedVersion!.Value));
        Assert.Equal(["TranscriptSigned", "TranscriptCorrected"], (await FactsAsync(visit)).Where(kind => kind.StartsWith("Transcript", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Write_OverAColleaguesText_IsRefused_AndTheSameTextIsNothingNew()
    {
        var visit = await StartedAsync();
        var stamp = await WriteAsync(visit, Text);
        var again = await WriteAsync(visit, Text, seen: 0);
        var theirs = await WriteAsync(visit, Text with { Place = "二号接待室" }, seen: stamp);

        var late = await RefusedAsync(() => WriteAsync(visit, Text with { Place = "三号接待室" }, seen: stamp));

        Assert.Equal((stamp, "transcript.overtaken"), (again, late));
        Assert.NotEqual(stamp, theirs);
        Assert.Equal("二号接待室", (await ReadAsync(visit, null))!.Text.Place);
        Assert.Equal(0, await WriteAsync(await StartedAsync(Colleague), new TranscriptText { Place = "" }, actor: Colleague));
    }

    /// <summary>
    /// A page that is left sends its last words before the answer to those before has come: its own keepings are told apart
    /// by their turn, in whatever order they arrive, and no colleague is written over.
    /// </summary>
    [Fact]
    public async Task Write_ByTheSamePageBeforeItsAnswerCame_IsKept_AndAnOlderTurnIsNothing()
    {
        var visit = await StartedAsync();
        var page = Guid.NewGuid();
        Task<int> KeepAsync(int turn, string place, Guid? from = null, int seen = 0) => RunAsync<TranscriptService, int>(service =>
            service.WriteAsync(visit, new WriteTranscript { Text = Text with { Place = place }, Seen = seen, From = new PageTurn(from ?? page, turn) }, Clerk, default));

        // The first two at once, before anything stands there.
        await Task.WhenAll(KeepAsync(1, "一号接待室"), KeepAsync(2, "二号接待室"));
        Assert.Equal("二号接待室", (await ReadAsync(visit, null))!.Text.Place);
        var newest = await KeepAsync(4, "四号接待室");
        Assert.Equal(newest, await KeepAsync(3, "三号接待室"));
        Assert.Equal("四号接待室", (await ReadAsync(visit, null))!.Text.Place);

        Assert.Equal("transcript.overtaken", await RefusedAsync(() => KeepAsync(1, "别的页面", Guid.NewGuid())));
        await KeepAsync(1, "别的页面", Guid.NewGuid(), newest);
        Assert.Equal("transcript.overtaken", await RefusedAsync(() => KeepAsync(5, "五号接待室")));
        Assert.Equal("别的页面", (await ReadAsync(visit, null))!.Text.Place);
    }

    [Fact]
    public async Task Write_UsualQuestions_AreAddedOnce()
    {
        var visit = await StartedAsync();
        await WriteAsync(visit, Text, questions: true);
        var rows = (await ReadAsync(visit, null))!.Text.Rows;
        await WriteAsync(visit, Text with { Rows = rows }, questions: true);

        Assert.True(rows.Count > Text.Rows.Count + 4);
        Assert.Equal(rows, (await ReadAsync(visit, null))!.Text.Rows);
        Assert.All(rows.Skip(Text.Rows.Count), row => Assert.Equal(TranscriptSpeaker.Question, row.Speaker));
    }

    /// <summary>The pen stands for the very text on the screen; the visitor first, each once, a refusal with a witness; then the scan of what was signed on paper.</summary>
    [Fact]
    public async Task Sign_ByEachPerson_IsTiedToTheText_AndNobodySignsTwice()
    {
        var visit = await StartedAsync(purpose: VisitPurpose.Petition);
        await QueueAsync(queue => queue.NameSecondReceiverAsync(visit, Colleague.StaffId!.Value, Clerk, default));
        await WriteAsync(visit, Text with { Interpreter = "周敏" });
        var old = (await ReadAsync(visit, null))!.Digest;
        await WriteAsync(visit, Text with { Interpreter = "周敏", ExplainedLaw = "改过" });

        var stale = await RefusedAsync(() => SignAsync(visit, SignatureWay.Pen, drawing: Drawing, digest: old));
        var empty = await RefusedAsync(() => SignAsync(visit, SignatureWay.Pen, drawing: """{"w":900,"h":300,"s":[[1,1,1]]}"""));
        var first = await RefusedAsync(() => SignAsync(visit, SignatureWay.Pen, SignerRole.Receiver, drawing: Drawing));
        await SignAsync(visit, SignatureWay.Pen, drawing: Drawing);
        var twice = await RefusedAsync(() => SignAsync(visit, SignatureWay.OnPaper));
        var alone = await RefusedAsync(() => SignAsync(visit, SignatureWay.Refused, SignerRole.Interpreter, note: "不愿签"));
        await SignAsync(visit, SignatureWay.Refused, SignerRole.Interpreter, note: "不愿签", witness: "冯倩");
        var officer = await RefusedAsync(() => SignAsync(visit, SignatureWay.Refused, SignerRole.Receiver, note: "不愿签", witness: "冯倩"));
        await SignAsync(visit, SignatureWay.Pen, SignerRole.Receiver, drawing: Drawing);
        await SignAsync(visit, SignatureWay.OnPaper, SignerRole.SecondReceiver);

        Assert.Equal(["transcript.changed", "transcript.pen", "transcript.visitor-first", "transcript.signed-already", "transcript.witness", "transcript.way"], [stale, empty, first, twice, alone, officer]);
        var sheet = (await ReadAsync(visit, null))!;
        Assert.Equal(
            [(SignerRole.Visitor, SignatureWay.Pen), (SignerRole.Interpreter, SignatureWay.Refused), (SignerRole.Receiver, SignatureWay.Pen), (SignerRole.SecondReceiver, SignatureWay.OnPaper)],
            sheet.Signers.Select(line => (line.Signer.Role, line.Signature!.Way)));
        Assert.Equal("M10 20L40 60L80 30", sheet.Signers[0].Signature!.Drawing!.Strokes[0].Path);
        Assert.True(sheet.WantsScan);
        await RunAsync<TranscriptSigning>(signing => signing.AddPageAsync(visit, 1, Page, Clerk, default));
        await RunAsync<TranscriptSigning>(signing => signing.AddPageAsync(visit, 1, Page, Clerk, default));
        Assert.Equal("签名页.txt", Assert.Single((await ReadAsync(visit, null))!.Scans).Name);
        Assert.Equal(sheet.Digest, (await QueryAsync(db => db.TranscriptScans.AsNoTracking().SingleAsync())).Digest);
        foreach (var sql in new[] { "UPDATE transcript_signatures SET note = 'x'", "DELETE FROM transcript_signatures", "UPDATE transcript_scans SET sha256 = 'x'", "DELETE FROM transcript_scans", "UPDATE transcripts SET rows_json = '[]'", "DELETE FROM transcripts" })
        {
            var refusal = await Assert.ThrowsAnyAsync<DbException>(() => QueryAsync(db => db.Database.ExecuteSqlRawAsync(sql)));
            Assert.Matches("append-only|never changes|never deleted", refusal.Message);
        }
    }

    [Fact]
    public async Task Sign_NotReadBack_NothingSaid_OrRefusedWithoutAReason_IsRefused()
    {
        var visit = await StartedAsync();
        var nothing = await RefusedAsync(() => SignAsync(visit, SignatureWay.OnPaper, digest: ""));
        await WriteAsync(visit, Text with { Rows = [] });
        var silent = await RefusedAsync(() => SignAsync(visit, SignatureWay.OnPaper));
        await WriteAsync(visit, Text with { ReadBack = false });
        var unread = await RefusedAsync(() => SignAsync(visit, SignatureWay.OnPaper));
        await WriteAsync(visit, Text with { RightsTold = false });
        var untold = await RefusedAsync(() => SignAsync(visit, SignatureWay.OnPaper));
        await WriteAsync(visit, Text);
        var reason = await RefusedAsync(() => SignAsync(visit, SignatureWay.Refused, note: " ", witness: "冯倩"));
        await SignAsync(visit, SignatureWay.Refused, note: "不愿签名", witness: "冯倩");

        Assert.Equal(["transcript.statement", "transcript.statement", "transcript.read-back", "transcript.rights", "transcript.refusal"], [nothing, silent, unread, untold, reason]);
        Assert.Equal(SignatureWay.Refused, (await ReadAsync(visit, null))!.SignedBy);
        Assert.Equal("transcript.no-matter", await RefusedAsync(() => RunAsync<TranscriptSigning>(signing => signing.AddPageAsync(visit, 1, Page, Clerk, default))));
    }

    /// <summary>Seed feature 16: a report heard by one is refused until the second is named, also before anything is filed.</summary>
    [Fact]
    public async Task Sign_AReportHeardByOne_IsRefused_UntilTheSecondIsNamed()
    {
        var visit = await StartedAsync();
        var unknown = await RefusedAsync(() => WriteAsync(visit, Text with { Category = "NoSuch" }));
        await WriteAsync(visit, Text with { Category = "Report" });

        var alone = await RefusedAsync(() => SignAsync(visit, SignatureWay.ThumbPrint));
        await QueueAsync(queue => queue.NameSecondReceiverAsync(visit, Colleague.StaffId!.Value, Clerk, default));
        await SignAsync(visit, SignatureWay.ThumbPrint);

        Assert.Equal(("petition.category", "reception.two-receivers"), (unknown, alone));
        Assert.Equal(1, (await ReadAsync(visit, null))!.SignedVersion);
    }

    [Fact]
    public async Task Receipt_ForPapers_IsNumbered_AndAnotherOnlyAfterAChange()
    {
        var visit = await StartedAsync();
        await WriteAsync(visit, Text with { MaterialRows = [] });
        var none = await RefusedAsync(() => GiveAsync(visit));
        await WriteAsync(visit, Text);
        var first = await GiveAsync(visit);
        var same = await RefusedAsync(() => GiveAsync(visit));
        await WriteAsync(visit, Text with { MaterialRows = [.. Text.MaterialRows, new("照片", 3, false, true)] });
        var second = await GiveAsync(visit);

        Assert.Equal(("transcript.no-materials", 1, "transcript.receipt-same", 2), (none, first, same, second));
        var receipt = (await RunAsync<TranscriptQueries, MaterialReceiptSheet?>(queries => queries.ReceiptAsync(visit, 1, Clerk, default)))!;
        Assert.Equal(Text.MaterialRows, receipt.Lines);
        Assert.Equal("陈静", receipt.GivenBy);
        await Assert.ThrowsAnyAsync<DbException>(() => QueryAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE material_receipts SET lines_json = '[]'")));
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<TranscriptQueries, MaterialReceiptSheet?>(queries => queries.ReceiptAsync(visit, 1, Colleague, default)));
    }

    /// <summary>A record of before there were rows reads and prints as it was written.</summary>
    [Fact]
    public async Task Read_AnOldRecord_HoldsItsRunningText()
    {
        var visit = await StartedAsync();
        await WriteAsync(visit, Text with { Rows = [], MaterialRows = [], Statement = "旧笔录的全文。\n第二行。", Explanation = "已解释。", Materials = "判决书" });
        await SignAsync(visit, SignatureWay.OnPaper);

        var sheet = (await ReadAsync(visit, null))!;
        var script = await RunAsync<TranscriptScripts, TranscriptScript>(scripts => scripts.OfAsync(null, new DateOnly(2026, 3, 2), default));
        var words = script.Paper(sheet, "清溪县人民检察院", "笔录").Words.ToList();

        Assert.Equal(("旧笔录的全文。\n第二行。", "已解释。", "判决书"), (sheet.Text.Statement, sheet.Text.Explanation, sheet.Text.Materials));
        Assert.All(new[] { "接访笔录", "旧笔录的全文。", "第二行。", "已解释。", "判决书" }, word => Assert.Contains(word, words));
        Assert.Contains(words, word => word.StartsWith("来访人（马德福）：纸面签名", StringComparison.Ordinal));
        Assert.Contains(words, word => word.StartsWith("接待人（陈静）：____", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Write_BySomebodyElse_IsNotFound()
    {
        var visit = await StartedAsync();

        await Assert.ThrowsAsync<NotFoundException>(() => WriteAsync(visit, Text, actor: Colleague));
    }

    private static IncomingFile Page => new("签名页.txt", "text/plain", Corpus.Text("签名页"));

    private static async Task<string> RefusedAsync(Func<Task> act) => (await Assert.ThrowsAsync<RuleBrokenException>(act)).Code;

    private async Task<Guid> StartedAsync(Domain.Offices.Actor? actor = null, VisitPurpose purpose = VisitPurpose.Later) => (await RecordAsync(Visit(purpose) with { ReceiveNow = true }, actor)).Id;

    private async Task<int> WriteAsync(Guid visit, TranscriptText text, string? reason = null, int? seen = null, bool questions = false, Domain.Offices.Actor? actor = null)
    {
        var stamp = seen ?? (await QueryAsync(db => db.Transcripts.AsNoTracking().Where(t => t.ReceptionId == visit).OrderByDescending(t => t.Number).FirstOrDefaultAsync()))?.Stamp ?? 0;
        return await RunAsync<TranscriptService, int>(service => service.WriteAsync(visit, new WriteTranscript { Text = text, Seen = stamp, Reason = reason, AddQuestions = questions }, actor ?? Clerk, default));
    }

    private async Task SignAsync(Guid visit, SignatureWay way, SignerRole role = SignerRole.Visitor, string? note = null, string? witness = null, string? drawing = null, string? digest = null)
    {
        var sheet = await ReadAsync(visit, null);
        await RunAsync<TranscriptSigning>(signing => signing.SignAsync(visit, new SignTranscript
        {
            Signer = sheet?.Signers.First(line => line.Signer.Role == role).Signer.Key ?? "",
            Way = way,
            Digest = digest ?? sheet!.Digest,
            Drawing = drawing,
            Note = note,
            Witness = witness,
        }, Clerk, default));
    }

    private Task<int> GiveAsync(Guid visit) => RunAsync<TranscriptSigning, int>(signing => signing.GiveReceiptAsync(visit, Clerk, default));

    private Task<TranscriptSheet?> ReadAsync(Guid visit, int? number) => RunAsync<TranscriptQueries, TranscriptSheet?>(queries => queries.ReadAsync(visit, number, Clerk, default));
}
