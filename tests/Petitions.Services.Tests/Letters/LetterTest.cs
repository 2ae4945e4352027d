using Microsoft.EntityFrameworkCore;
using Petitions.Domain;
using Petitions.Domain.Letters;
using Petitions.Domain.Offices;
using Petitions.Services.Files.Attachments;
using Petitions.Services.Letters;
using Petitions.Services.Petitions;
using Petitions.Services.Receptions;
using Petitions.Services.Tests.Files;
using Petitions.Services.Tests.Receptions;

namespace Petitions.Services.Tests.Letters;

/// <summary>The bag of journey J3 on Monday 2026-03-02, with the people around it.</summary>
public abstract class LetterTest : DeskTest
{
    protected static readonly DateOnly Monday = new(2026, 3, 2);
    private int scans;

    protected Actor Director { get; private set; } = null!;

    protected Actor Chief { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Director = await ActorAsync((await Given.Staff("李敏", roles: "PetitionDirector")).Id);
        Chief = await ActorAsync((await Given.Staff("周岚", "D990101-11", "ChiefProcurator")).Id);
    }

    protected ReceiveBatch Bag => new() { SubmissionKey = Guid.NewGuid(), OfficeId = Hall.OfficeId, ReceivedOn = Monday, OpenedWith = Colleague.StaffId, Place = "信访收发室" };

    protected static LetterDecision Complaint { get; } = new()
    {
        Disposition = LetterDispositions.NewPetition,
        EnvelopeKept = true,
        PostmarkOn = Monday.AddDays(-1),
        Person = new FiledPerson { Name = "谭秋菊", Address = "清溪县栗坪乡杨梅冲村3号" },
        Identity = RecordVisit.Named,
        Matter = new MatterTaken { Category = "Complaint", SubCategory = "B5", Request = "请求监督公安机关立案。", Text = "详见所附来信扫描件。", NoticeWay = "PlainEnvelope" },
    };

    protected static LetterDecision Nameless { get; } = Complaint with
    {
        Disposition = LetterDispositions.Unanswerable,
        Person = new FiledPerson(),
        Identity = "Anonymous",
        Matter = Complaint.Matter with { Category = "Report", SubCategory = null, NoticeWay = "Portal" },
        Note = "信内和信封上均无姓名、地址、电话。",
    };

    protected static LetterDecision Wages { get; } = Complaint with
    {
        Disposition = LetterDispositions.TransferDrafted,
        Person = new FiledPerson { Name = "覃大勇", Address = "清溪县榆林街9号" },
        Matter = new MatterTaken { Category = "RequestForDecision", Request = "请求发放拖欠的工资。", Text = "工地拖欠三个月工资。", NoticeWay = "Post" },
        OrganKind = "Government",
        OrganName = "清溪县人力资源和社会保障局",
        TransferReason = "拖欠工资由劳动监察办理。",
        Extract = "反映某工地拖欠三个月工资，请求核查。",
    };

    protected Task<Guid> OpenAsync(ReceiveBatch? bag = null) => RunAsync<LetterBatchService, Guid>(service => service.ReceiveAsync(bag ?? Bag, Clerk, default));

    /// <summary>Another letter of the bag; no two scans are alike.</summary>
    protected async Task<Guid> LetterAsync(Guid bag, Actor? actor = null)
    {
        var picture = Corpus.Png(40 + ++scans, 20);
        await RunAsync<LetterScanService>(service => service.AddLetterAsync(bag, new IncomingFile($"{scans}.png", "image/png", picture), actor ?? Clerk, default));
        return await QueryAsync(db => db.OpenedLetters.Where(row => row.BatchId == bag).OrderByDescending(row => row.Position).Select(row => row.Id).FirstAsync());
    }

    protected Task<Receipt?> DecideAsync(Guid letter, LetterDecision decision, Actor? actor = null) =>
        RunAsync<LetterDispositionService, Receipt?>(service => service.DecideAsync(letter, decision, actor ?? Clerk, default));

    protected async Task<string> RefusedAsync(Guid letter, LetterDecision decision) =>
        (await Assert.ThrowsAsync<RuleBrokenException>(() => DecideAsync(letter, decision))).Code;
}
