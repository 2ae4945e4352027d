using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data.Keys;
using Petitions.Domain.Notices;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Domain.Receptions;
using Petitions.Services.Files.Attachments;
using Petitions.Services.Files.Stores;
using Petitions.Services.Notices;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.CaseFiles;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Petitions.Documents.OnDemand;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Receptions;
using Petitions.Services.Tests.Files;
using Petitions.Services.Tests.Screening;

namespace Petitions.Services.Tests.Documents;

/// <summary>The whole case on paper: in the order of the archive (domain.md 2.8), and no more in it than the person may read.</summary>
public sealed class CaseFileTests : ScreeningTest
{
    private static readonly TranscriptText Said = new()
    {
        Place = "一号接待室",
        Rows = [new(TranscriptSpeaker.Question, "您反映什么问题？"), new(TranscriptSpeaker.Answer, "2019年的判决。")],
        RightsTold = true,
        ReadBack = true,
    };

    private readonly string folder = Directory.CreateTempSubdirectory("petitions-case-file-").FullName;

    protected override void More(IServiceCollection collection) => collection.Configure<FileStoreOptions>(files => files.Path = folder);

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task File_OfAVisitor_HoldsEverything_InTheOrderOfTheArchive()
    {
        var (number, visit) = await VisitedAsync();
        await AcceptAsync(number);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await ActAs<HandlingService>(Handler, (service, actor) => service.StartAsync(number, actor, default));
        await ActAs<HandlingService>(Handler, (service, actor) => service.WriteAsync(number, CaseNoteKind.Contact, "已电话联系信访人。", actor, default));
        await ActAs<HandlingService>(Handler, (service, actor) => service.WriteAsync(number, CaseNoteKind.Check, "调取了原审卷宗。", actor, default));
        await ActAs<AttachmentService>(Handler, (service, actor) => service.AddByStaffAsync(number, new IncomingFile("判决书.txt", "text/plain", Corpus.Text("判决书")), "Visit", actor, default));
        await ActAs<ReplyService>(Handler, (service, actor) => service.SendProgressAsync(number, "Progress", "正在调卷。", actor, default));
        await PostAsync(number);
        await IssueAsync(Handler, number, OnDemandTypes.Visit, asked => asked with { VisitId = visit });
        await IssueAsync(Handler, number, OnDemandTypes.FirstHandling);
        await IssueAsync(Handler, number, OnDemandTypes.Filing);

        var file = await FileAsync(number, Handler);

        Assert.Equal(Enumerable.Range(1, file.Items.Count), file.Items.Select(item => item.Number));
        Assert.Equal(
        [
            "RegistrationSheet", "VisitRegistration", "FirstHandlingSheet", "Petition", "Transcript", "FilingReceipt", "Notes", "Clocks", "Arrangements",
            "Checks", "Attachments", "AcceptanceNotice", "ProgressReply", "Delivery", "Timeline",
        ], file.Items.Select(item => item.Line?.Type ?? item.Kind.ToString()));
        Assert.DoesNotContain(file.Items, item => item.Withheld);
        var record = Item(file, CaseFileKind.Transcript).Transcript!;
        Assert.Equal(Said.Rows, record.Text.Rows);
        Assert.Equal((1, SignatureWay.ThumbPrint, "马*"), (record.SignedVersion!.Value, record.SignedBy!.Value, record.Signers[0].Signer.Name));
        Assert.Equal("已电话联系信访人。", Assert.Single(Item(file, CaseFileKind.Notes).Entries).Text);
        Assert.Equal("调取了原审卷宗。", Assert.Single(Item(file, CaseFileKind.Checks).Entries).Text);
        Assert.Equal("判决书.txt", Assert.Single(Item(file, CaseFileKind.Attachments).Files).Name);
        var delivery = Item(file, CaseFileKind.Delivery).Entries;
        Assert.Equal(["Sent", "Delivered"], delivery.Where(entry => entry is { Code: "Post", Who: "李航" }).Select(entry => entry.Result));
        Assert.Contains(delivery, entry => entry.ResultText == "XA12345678901");
        Assert.Equal("李航", Item(file, CaseFileKind.Arrangements).Entries[0].Who);
        var words = file.Items.Where(item => item.Document is not null).SelectMany(item => item.Document!.Paper.Words).ToList();
        Assert.Contains(words, word => word.Contains("正在调卷。", StringComparison.Ordinal));
        Assert.Equal(["马*"], file.Sheet.People);
    }

    [Fact]
    public async Task File_OfReportMaterial_KeepsTheInformantFromWhoMayNotReadIt()
    {
        var (number, _) = await VisitedAsync(report: true);
        await AcceptAsync(number);
        await ActAs<AttachmentService>(Handler, (service, actor) => service.AddByStaffAsync(number, new IncomingFile("线索.txt", "text/plain", Corpus.Text("线索")), "Visit", actor, default));

        var closed = await FileAsync(number, Director);
        var open = await FileAsync(number, Handler);

        Assert.Equal(open.Items.Select(item => item.Kind), closed.Items.Select(item => item.Kind));
        Assert.Equal(["AcceptanceNotice", "Attachments", "Petition", "Transcript"],
            closed.Items.Where(item => item.Withheld).Select(item => item.Line?.Type ?? item.Kind.ToString()).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(open.Items, item => item.Withheld);
        var all = System.Text.Json.JsonSerializer.Serialize(closed.Items);
        Assert.DoesNotContain("马德福", all, StringComparison.Ordinal);
        Assert.DoesNotContain(Said.Rows[0].Text, all, StringComparison.Ordinal);
        Assert.DoesNotContain("线索", all, StringComparison.Ordinal);
        Assert.Contains("马德福", string.Concat(Document(open, "AcceptanceNotice").Document!.Paper.Words), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_BehindTheWall_OutOfReach_OrUnknown_IsNotFound()
    {
        var petition = await Accepted();
        var complained = await Given.Petition(filed => filed with
        {
            Respondents = [new RespondentDetails { Kind = RespondentKind.Person, Name = Officer.Name, StaffId = Officer.Id }],
        });
        var stranger = await Given.Staff("钱进", Fixtures.Given.SecondDepartment, "CaseOfficer");

        await Assert.ThrowsAsync<NotFoundException>(() => FileAsync(complained.Number, Officer));
        await Assert.ThrowsAsync<NotFoundException>(() => FileAsync(petition.Number, stranger));
        await Assert.ThrowsAsync<NotFoundException>(() => FileAsync("QX-2222-2222", Handler));
    }

    [Fact]
    public async Task Transcript_OfAVisitWithAnotherMatter_IsNamedButWithheld_AndOneBehindTheWallIsNotThere()
    {
        var (number, visit) = await VisitedAsync();
        await AcceptAsync(number);
        var hidden = await Given.Petition(filed => filed with { Confidentiality = "ReportMaterial" });
        await LinkAsync(visit, hidden.Id);

        Assert.True(Item(await FileAsync(number, Handler), CaseFileKind.Transcript).Withheld);

        var walled = await Given.Petition(filed => filed with { Respondents = [new RespondentDetails { Kind = RespondentKind.Person, Name = Handler.Name, StaffId = Handler.Id }] });
        await LinkAsync(visit, walled.Id);

        Assert.DoesNotContain((await FileAsync(number, Handler)).Items, item => item.Kind == CaseFileKind.Transcript);
    }

    /// <summary>domain.md 4.2: the form names who came as every page does, and keeps what was said of another matter to itself.</summary>
    [Fact]
    public async Task VisitForm_SaysWhoCame_Masked_AndNothingOfAnotherMatter()
    {
        var (number, visit) = await VisitedAsync();
        await AcceptAsync(number);
        await EndAsync(visit, "已登记。");
        var other = await Given.Petition(filed => filed with { IdentityMode = "NameWithheld", Parties = [new PartyDetails { Relation = "Petitioner", NoticeWay = "Portal" }] });
        var (second, shared) = await VisitedAsync();
        await AcceptAsync(second);
        await LinkAsync(shared, other.Id);
        await EndAsync(shared, "两件事都登记了。");

        var alone = await DocumentAsync(number, await IssueAsync(Handler, number, OnDemandTypes.Visit, asked => asked with { VisitId = visit }));
        var together = await DocumentAsync(second, await IssueAsync(Handler, second, OnDemandTypes.Visit, asked => asked with { VisitId = shared }));
        var hidden = await DocumentAsync(other.Number, await IssueAsync(Officer, other.Number, OnDemandTypes.Visit, asked => asked with { VisitId = shared }), Officer);

        foreach (var (field, value) in new Dictionary<string, string>
        {
            ["persons"] = "马*",
            ["births"] = "1950",
            ["papers"] = "居民身份证****0013",
            ["addresses"] = "清溪县****",
            ["phones"] = "138****2222",
            ["representatives"] = "",
            ["repeat"] = "",
            ["outcome"] = "已登记。",
        })
        {
            Assert.Equal((field, value), (field, alone.Fields[field]));
        }

        var words = string.Concat(alone.Paper.Words);
        Assert.Contains("居民身份证****0013", words, StringComparison.Ordinal);
        Assert.Contains("初访", words, StringComparison.Ordinal);
        Assert.All(new[] { "马德福", "990101195002030013", "青石坳村", "13800002222" }, secret => Assert.DoesNotContain(secret, words, StringComparison.Ordinal));
        Assert.Equal("", together.Fields["outcome"]);
        Assert.All(new[] { "persons", "births", "papers", "addresses", "phones" }, field => Assert.Equal("", hidden.Fields[field]));
        Assert.Equal(ScreeningPapers.Day(other.ReceivedOn), hidden.Fields["repeat"]);
    }

    private static CaseFileItem Item(CaseFile file, CaseFileKind kind) => Assert.Single(file.Items, item => item.Kind == kind);

    private static CaseFileItem Document(CaseFile file, string type) => Assert.Single(file.Items, item => item.Line?.Type == type);

    private async Task<CaseFile> FileAsync(string number, Staff reader)
    {
        var actor = await As(reader);
        return await RunAsync<CaseFileQueries, CaseFile>(queries => queries.OfAsync(number, actor, default));
    }

    private Task<Guid> IssueAsync(Staff by, string number, string type, Func<IssueOnDemand, IssueOnDemand>? change = null) => RunAsync<IServiceProvider, Guid>(async services =>
    {
        var actor = await As(by);
        var seen = (await services.GetRequiredService<OnDemandQueries>().SheetAsync(number, actor, default)).Documents.Count;
        var asked = new IssueOnDemand { Number = number, Type = type, Seen = seen };
        Clock.Advance(TimeSpan.FromSeconds(1));
        return await services.GetRequiredService<OnDemandService>().IssueAsync(change?.Invoke(asked) ?? asked, actor, default);
    });

    /// <summary>A visitor whose petition was taken down at the desk, with a signed transcript.</summary>
    private async Task<(string Number, Guid Visit)> VisitedAsync(bool report = false)
    {
        var clerk = await As(await Given.Staff("冯倩", Fixtures.Given.PetitionDepartment, "ReceptionOfficer"));
        var second = report ? (await Given.Staff("沈青", Fixtures.Given.PetitionDepartment, "ReceptionOfficer")).Id : (Guid?)null;
        var recorded = await RunAsync<ReceptionDeskService, RecordedVisit>(desk => desk.RecordAsync(new RecordVisit
        {
            SubmissionKey = Guid.NewGuid(),
            Place = new DeskPlaces(Given.Offices).Find("SP-QX-HALL", 1, clerk),
            Visitor = new FiledPerson { Name = "马德福", IdKind = "ResidentId", IdNumber = "990101195002030013", Phone = "13800002222", Address = "清溪县泊云镇青石坳村8号" },
            IdentityCheck = IdentityCheck.Shown,
            Purpose = VisitPurpose.Petition,
            ReceiveNow = true,
            SecondReceiverId = second,
            Matter = new MatterTaken
            {
                Category = report ? "Report" : "Appeal",
                SubCategory = report ? "C2" : "A6",
                NoticeWay = "Post",
                Request = "请求对2019年的民事判决进行监督。",
                Text = "2019年的判决没有查清事实，请检察院看一看。",
            },
        }, clerk, default));
        await RunAsync<TranscriptService>(service => service.WriteAsync(recorded.Id, new WriteTranscript { Text = Said }, clerk, default));
        var sheet = (await RunAsync<TranscriptQueries, TranscriptSheet?>(queries => queries.ReadAsync(recorded.Id, null, clerk, default)))!;
        await RunAsync<TranscriptSigning>(signing => signing.SignAsync(recorded.Id, new SignTranscript { Signer = sheet.Signers[0].Signer.Key, Way = SignatureWay.ThumbPrint, Digest = sheet.Digest }, clerk, default));
        return (recorded.Receipt!.Number, recorded.Id);
    }

    private async Task AcceptAsync(string number)
    {
        var petition = await QueryAsync(db => db.Petitions.AsNoTracking().SingleAsync(p => p.Number == number));
        await ActAs<ScreeningService>(Officer, (service, actor) => service.StartAsync(number, true, actor, default));
        await ActAs<ScreeningService>(Officer, (service, actor) => service.ClassifyAsync(new ClassifyRequest(number, new Classification
        {
            Track = "LitigationRights",
            Category = petition.Category,
            SubCategory = petition.SubCategory,
            Confidentiality = petition.Confidentiality,
        }), actor, default));
        await ActAs<AcceptanceService>(Officer, (service, actor) => service.AcceptAsync(Acceptance(petition, Handler) with { OverrideReason = "由本部门办理" }, actor, default));
    }

    private async Task PostAsync(string number)
    {
        var id = await QueryAsync(db => db.Notices.Where(n => n.Template == "AcceptanceNotice" && Notice.LetterChannels.Contains(n.Channel)).Select(n => n.Id).SingleAsync());
        await ActAs<LetterService>(Handler, (letters, actor) => letters.PostedAsync(id, "XA12345678901", actor, default));
        Clock.Advance(TimeSpan.FromDays(2));
        await ActAs<LetterService>(Handler, (letters, actor) => letters.DeliveredAsync(id, actor, default));
    }

    private async Task<DocumentView> DocumentAsync(string number, Guid id, Staff? reader = null)
    {
        var actor = await As(reader ?? Handler);
        return await RunAsync<DocumentQueries, DocumentView>(queries => queries.GetAsync(number, id, actor, default));
    }

    private Task EndAsync(Guid visit, string note) => QueryAsync(async db =>
    {
        var reception = await db.Receptions.Include(r => r.Matters).Include(r => r.Steps).SingleAsync(r => r.Id == visit);
        reception.End(ReceptionOutcome.PetitionRegistered, note, Clock.GetUtcNow().UtcDateTime);
        return await db.SaveChangesAsync();
    });

    private Task LinkAsync(Guid visit, Guid petition) => QueryAsync(async db =>
    {
        var reception = await db.Receptions.Include(r => r.Matters).SingleAsync(r => r.Id == visit);
        reception.Link(petition, ReceptionMatterKind.Concerned, 1, Clock.GetUtcNow().UtcDateTime);
        return await db.SaveChangesAsync();
    });
}
