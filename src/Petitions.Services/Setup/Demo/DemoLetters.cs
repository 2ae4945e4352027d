using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Clocks;
using Petitions.Domain.Letters;
using Petitions.Domain.Offices;
using Petitions.Services.Files.Attachments;
using Petitions.Services.Letters;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Receptions;

namespace Petitions.Services.Setup;

/// <summary>
/// The bag of seven letters of journey J3, half done: three have their disposition, four wait. Through the portal's own
/// services. Development only; safe to run twice.
/// </summary>
public sealed class DemoLetters(PetitionsDbContext db, LetterBatchService batches, LetterScanService scans, LetterDispositionService dispositions, ActorSource actors, TimeProvider clock)
{
    private const int Count = 7;

    public async Task SeedAsync(CancellationToken ct)
    {
        if (await db.LetterBatches.AnyAsync(ct) || await AsAsync("ReceptionOfficer", ct) is not { } clerk || await AsAsync("IntakeClerk", ct) is not { } other)
        {
            return;
        }

        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var bag = await batches.ReceiveAsync(new ReceiveBatch
        {
            SubmissionKey = Guid.NewGuid(),
            OfficeId = clerk.OfficeId!.Value,
            ReceivedOn = today,
            OpenedWith = other.StaffId,
            Place = "信访收发室",
        }, clerk, ct);
        for (var number = 1; number <= Count; number++)
        {
            await scans.AddLetterAsync(bag, Picture($"letter-{number}.png"), clerk, ct);
        }

        var rows = await db.OpenedLetters.AsNoTracking().Where(row => row.BatchId == bag).OrderBy(row => row.Position).Select(row => row.Id).ToListAsync(ct);
        await scans.AddFileAsync(rows[0], LetterFileKind.Envelope, Picture("envelope.png"), clerk, ct);
        foreach (var (index, sender) in new[] { (0, "谭秋菊"), (2, "谭秋菊"), (3, "覃大勇"), (4, "韦春兰"), (6, "蓝天明") })
        {
            await batches.DescribeAsync(rows[index], today.AddDays(-1), sender, clerk, ct);
        }

        await DecideAsync(rows, clerk, ct);
    }

    private async Task DecideAsync(List<Guid> rows, Actor clerk, CancellationToken ct)
    {
        await dispositions.DecideAsync(rows[0], new LetterDecision
        {
            Disposition = LetterDispositions.NewPetition,
            EnvelopeKept = true,
            Person = new FiledPerson { Name = "谭秋菊", Address = "清溪县栗坪乡杨梅冲村3号" },
            Identity = RecordVisit.Named,
            Matter = new MatterTaken { Category = "Complaint", SubCategory = "B5", Request = "请求监督公安机关对我家被盗一案立案。", Text = "详见所附来信扫描件。", NoticeWay = "PlainEnvelope" },
        }, clerk, ct);
        await dispositions.DecideAsync(rows[1], new LetterDecision
        {
            Disposition = LetterDispositions.Unanswerable,
            EnvelopeKept = true,
            Person = new FiledPerson(),
            Identity = "Anonymous",
            Matter = new MatterTaken { Category = "Report", Request = "反映某村集体林地承包有问题。", Text = "详见所附来信扫描件。", NoticeWay = "Portal" },
            Note = "信内和信封上均无姓名、地址、电话，邮戳只能看出本县，无法联系。",
        }, clerk, ct);
        await dispositions.DecideAsync(rows[6], new LetterDecision
        {
            Disposition = LetterDispositions.Praise,
            Person = new FiledPerson(),
            Identity = "Anonymous",
            Matter = new MatterTaken { Category = "" },
            Note = "感谢接待大厅陈静耐心听老人说完，帮忙写好了申请。",
        }, clerk, ct);
    }

    private static IncomingFile Picture(string name)
    {
        using var stream = typeof(DemoLetters).Assembly.GetManifestResourceStream("demo-" + name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return new IncomingFile(name, "image/png", bytes.ToArray());
    }

    private async Task<Actor?> AsAsync(string userName, CancellationToken ct) =>
        await db.Users.Where(account => account.UserName == userName).Select(account => (Guid?)account.StaffId).SingleOrDefaultAsync(ct) is { } staff ? await actors.OfAsync(staff, ct) : null;
}
