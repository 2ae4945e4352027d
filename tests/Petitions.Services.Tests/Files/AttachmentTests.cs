using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Domain;
using Petitions.Domain.Files;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Facts;
using Petitions.Services.Files;
using Petitions.Services.Files.Attachments;
using Petitions.Services.Files.Stores;
using Petitions.Services.Petitions;
using Petitions.Services.Tests.Fixtures;
using Petitions.Services.Tests.Petitions;

namespace Petitions.Services.Tests.Files;

/// <summary>Files from the draft into the receipt, later ones, who may open them, and what is kept of them.</summary>
public sealed class AttachmentTests : PetitionsTest
{
    private static readonly FileWish Whole = new(KeepOriginal: true, Shrink: false);
    private static readonly FileWish CopyOnly = new(KeepOriginal: false, Shrink: false);
    private readonly string folder = Directory.CreateTempSubdirectory("petitions-attachments-").FullName;

    protected override void More(IServiceCollection collection) => collection.Configure<FileStoreOptions>(files => files.Path = folder);

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Draft_Files_GoIntoTheReceipt_AndTheDraftMayGo()
    {
        var token = await BeginAsync();
        await AddAsync(token, Photo(), Whole);
        await AddAsync(token, Photo(), Whole);
        await AddAsync(token, new IncomingFile("说明.txt", "text/plain", Corpus.Text("情况说明")), Whole);

        var receipt = await FileAsync(token);
        await RunAsync<PetitionDraftService>(drafts => drafts.DeleteAsync(token, default));

        var files = await QueryAsync(db => db.Attachments.OrderBy(a => a.At).ThenBy(a => a.Name).ToListAsync());
        Assert.Equal(2, files.Count);
        Assert.All(files, file => Assert.True(file.Filed));
        Assert.Equal(2, await QueryAsync(db => db.Facts.CountAsync(f => f.Kind == nameof(AttachmentAdded))));
        Assert.Equal(0, await QueryAsync(db => db.DraftFiles.CountAsync()));
        Assert.Equal(3, StoredOnDisk());
        Assert.Equal(ReceiptVerdict.Same, (await CheckAsync(receipt)).Verdict);
        var photo = files.Single(file => file.Type == "jpg");
        Assert.Equal(Corpus.PhotoWithPlace(), await ReadAsync(photo.OriginalId!.Value));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Corpus.PhotoWithPlace())), photo.Sha256);
        Assert.Equal(-1, (await ReadAsync(photo.CopyId)).AsSpan().IndexOf("Exif"u8));
    }

    [Fact]
    public async Task Draft_Deleted_LeavesNothingOfItsFiles()
    {
        var token = await BeginAsync();
        await AddAsync(token, Photo(), Whole);
        Assert.DoesNotContain("照片", await QueryAsync(db => db.DraftFiles.Select(f => f.SealedName).SingleAsync()), StringComparison.Ordinal);

        Clock.Advance(TimeSpan.FromDays(31));
        await RunAsync<PetitionDraftService>(drafts => drafts.PurgeExpiredAsync(default));

        Assert.Equal(0, await QueryAsync(db => db.StoredFiles.CountAsync()));
        Assert.Equal(0, StoredOnDisk());
    }

    [Fact]
    public async Task Draft_RemoveOne_KeepsTheOther_AndAStrangersTokenRemovesNothing()
    {
        var token = await BeginAsync();
        await AddAsync(token, Photo(), CopyOnly);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await AddAsync(token, new IncomingFile("b.txt", "", Corpus.Text("b")), CopyOnly);
        var lines = await RunAsync<DraftFileService, IReadOnlyList<DraftFileLine>>(files => files.ListAsync(token, default));

        await RunAsync<DraftFileService>(files => files.RemoveAsync("stranger", lines[1].Id, default));
        await RunAsync<DraftFileService>(files => files.RemoveAsync(token, lines[0].Id, default));

        Assert.Equal(["b.txt"], (await RunAsync<DraftFileService, IReadOnlyList<DraftFileLine>>(files => files.ListAsync(token, default))).Select(line => line.Name));
        Assert.Equal(1, StoredOnDisk());
    }

    [Fact]
    public async Task Draft_EleventhFile_IsRefused()
    {
        var token = await BeginAsync();
        for (var i = 0; i < 10; i++)
        {
            await AddAsync(token, new IncomingFile($"{i}.txt", "", Corpus.Text($"no {i}")), CopyOnly);
        }

        Assert.Equal("file.too-many", (await Assert.ThrowsAsync<RuleBrokenException>(() => AddAsync(token, new IncomingFile("x.txt", "", Corpus.Text("x")), CopyOnly))).Code);
    }

    [Fact]
    public async Task CopyOnly_NoOriginalIsKept()
    {
        var token = await BeginAsync();

        await AddAsync(token, Photo(), CopyOnly);

        Assert.Null(await QueryAsync(db => db.DraftFiles.Select(f => f.OriginalId).SingleAsync()));
        Assert.Equal(1, StoredOnDisk());
    }

    [Fact]
    public async Task Receipt_AttachmentSwappedBehindOurBack_SaysAltered()
    {
        var token = await BeginAsync();
        await AddAsync(token, Photo(), Whole);
        var receipt = await FileAsync(token);

        await Assert.ThrowsAnyAsync<Exception>(() => QueryAsync(db => db.Attachments.ExecuteUpdateAsync(set => set.SetProperty(a => a.Sha256, new string('0', 64)))));
        await Assert.ThrowsAnyAsync<Exception>(() => QueryAsync(db => db.Attachments.ExecuteDeleteAsync()));
        Assert.Equal(ReceiptVerdict.Same, (await CheckAsync(receipt)).Verdict);
    }

    [Fact]
    public async Task Supply_Later_IsAFact_OutsideTheReceipt_AndOnceForADoubleTap()
    {
        var petition = await Given.Petition();
        var citizen = Actor.Citizen(petition.Id);

        await RunAsync<AttachmentService>(service => service.SupplyAsync(Photo(), Whole, citizen, default));
        await RunAsync<AttachmentService>(service => service.SupplyAsync(Photo(), Whole, citizen, default));

        var file = await QueryAsync(db => db.Attachments.SingleAsync());
        Assert.Equal((false, "Online", (Guid?)null), (file.Filed, file.Channel, file.AddedBy));
        var data = await QueryAsync(db => db.Facts.Where(f => f.Kind == nameof(AttachmentAdded)).Select(f => f.Data).SingleAsync());
        Assert.Contains(file.Sha256, data, StringComparison.Ordinal);
        Assert.DoesNotContain("照片", data, StringComparison.Ordinal);
        Assert.Equal(ReceiptVerdict.Same, (await RunAsync<ReceiptCheckService, ReceiptCheck>(s => s.CheckAsync(petition.Number, petition.ReceiptHash, null, null, default))).Verdict);
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<AttachmentService>(service => service.SupplyAsync(Photo(), Whole, Actor.Citizen(Guid.NewGuid()), default)));
    }

    [Fact]
    public async Task Staff_Copy_IsReadAndRecorded_OriginalNeedsAReason()
    {
        var petition = await Given.Petition();
        await RunAsync<AttachmentService>(service => service.SupplyAsync(Photo(), Whole, Actor.Citizen(petition.Id), default));
        var id = await QueryAsync(db => db.Attachments.Select(a => a.Id).SingleAsync());
        var screener = await ActorAsync((await Given.Staff("周敏", Given.PetitionDepartment, "ScreeningOfficer")).Id);

        await using (var copy = (await RunAsync<AttachmentQueries, OpenedFile>(q => q.StaffCopyAsync(petition.Number, id, "192.0.2.1", screener, default))).Content)
        {
            Assert.True(copy.CanRead);
        }

        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => RunAsync<AttachmentQueries, OpenedFile>(q => q.StaffOriginalAsync(petition.Number, id, " ", null, screener, default)));
        await using (var original = (await RunAsync<AttachmentQueries, OpenedFile>(q => q.StaffOriginalAsync(petition.Number, id, "核对拍摄时间", null, screener, default))).Content)
        {
            using var all = new MemoryStream();
            await original.CopyToAsync(all);
            Assert.Equal(Corpus.PhotoWithPlace(), all.ToArray());
        }

        Assert.Equal("petition.reason", refused.Code);
        var reads = await QueryAsync(db => db.ReadRecords.OrderBy(r => r.What).Select(r => r.What + "|" + r.Reason).ToListAsync());
        Assert.Equal([$"Attachment|{id:N}", "Original|核对拍摄时间"], reads);
    }

    [Fact]
    public async Task Staff_BehindTheWallOrElsewhere_FindNothing()
    {
        var petition = await Given.Petition(filed => filed with { Respondents = [new RespondentDetails { Kind = RespondentKind.Person, Name = "周敏" }] });
        await RunAsync<AttachmentService>(service => service.SupplyAsync(Photo(), Whole, Actor.Citizen(petition.Id), default));
        var id = await QueryAsync(db => db.Attachments.Select(a => a.Id).SingleAsync());
        var walled = await ActorAsync((await Given.Staff("周敏", Given.PetitionDepartment, "ScreeningOfficer")).Id);
        var elsewhere = await ActorAsync((await Given.Staff("何平", Given.SecondDepartment, "CaseOfficer")).Id);

        foreach (var actor in new[] { walled, elsewhere })
        {
            await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<AttachmentQueries, AttachmentSheet>(q => q.StaffSheetAsync(petition.Number, actor, default)));
            await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<AttachmentQueries, OpenedFile>(q => q.StaffCopyAsync(petition.Number, id, null, actor, default)));
            await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<AttachmentQueries, OpenedFile>(q => q.StaffOriginalAsync(petition.Number, id, "理由", null, actor, default)));
            await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<AttachmentService>(s => s.AddByStaffAsync(petition.Number, Photo(), "Letter", actor, default)));
        }

        Assert.Equal(0, await QueryAsync(db => db.ReadRecords.CountAsync()));
    }

    [Fact]
    public async Task File_OfAnotherMatter_IsNotFound()
    {
        var (mine, other) = (await Given.Petition(), await Given.Petition());
        await RunAsync<AttachmentService>(service => service.SupplyAsync(Photo(), Whole, Actor.Citizen(other.Id), default));
        var id = await QueryAsync(db => db.Attachments.Select(a => a.Id).SingleAsync());

        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<AttachmentQueries, OpenedFile>(q => q.CitizenCopyAsync(id, Actor.Citizen(mine.Id), default)));
    }

    [Fact]
    public async Task Staff_Adds_WithTheWayItCame()
    {
        var petition = await Given.Petition();
        var screener = await Given.Staff("周敏", Given.PetitionDepartment, "ScreeningOfficer");

        var actor = await ActorAsync(screener.Id);
        await RunAsync<AttachmentService>(s => s.AddByStaffAsync(petition.Number, Photo(), "Letter", actor, default));

        var added = await QueryAsync(db => db.Attachments.Select(a => new { a.Channel, a.AddedBy }).SingleAsync());
        Assert.Equal(("Letter", screener.Id), (added.Channel, added.AddedBy));
    }

    [Fact]
    public async Task NightlyCheck_FindsWhatIsLost_AndRemovesWhatBelongsToNobody()
    {
        var token = await BeginAsync();
        await AddAsync(token, Photo(), Whole);
        var store = Services.GetRequiredService<IFileStore>();
        var (old, young) = (await store.PutAsync(new MemoryStream([1]), default), await store.PutAsync(new MemoryStream([2]), default));
        File.SetLastWriteTimeUtc(Path.Combine(folder, old), Services.GetRequiredService<RealClock>().UtcNow.AddDays(-2));
        await store.DeleteAsync(await QueryAsync(db => db.StoredFiles.OrderBy(f => f.Id).Select(f => f.StoreName).FirstAsync()), default);

        var report = await RunAsync<FileCheckJob, FileCheckReport>(job => job.RunAsync(default));

        Assert.Equal(new FileCheckReport(1, 1), report);
        Assert.False(await store.ExistsAsync(old, default));
        Assert.True(await store.ExistsAsync(young, default));
        Assert.Equal(new FileCheckReport(1, 0), await RunAsync<FileCheckJob, FileCheckReport>(job => job.RunAsync(default)));
    }

    [Fact]
    public async Task Store_Away_IsSaidAndNothingIsKept()
    {
        var token = await BeginAsync();
        await File.WriteAllTextAsync(Path.Combine(folder, "incoming"), "a file where a folder should be");

        await Assert.ThrowsAsync<FileStoreAwayException>(() => AddAsync(token, Photo(), Whole));

        Assert.Equal(0, await QueryAsync(db => db.StoredFiles.CountAsync()));
    }

    private static IncomingFile Photo() => new("照片.jpg", "image/jpeg", Corpus.PhotoWithPlace());

    private int StoredOnDisk() => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count(path => !path.Contains("incoming", StringComparison.Ordinal));

    private Task<string> BeginAsync() => RunAsync<PetitionDraftService, string>(drafts => drafts.BeginAsync(new DraftAnswers { SubmissionKey = Guid.NewGuid() }, default));

    private Task AddAsync(string token, IncomingFile file, FileWish wish) => RunAsync<DraftFileService>(files => files.AddAsync(token, file, wish, default));

    private async Task<Receipt> FileAsync(string token)
    {
        var files = await RunAsync<DraftFileService, IReadOnlyList<AttachmentDetails>>(service => service.ForFilingAsync(token, default));
        return await RunAsync<PetitionIntakeService, Receipt>(intake => intake.FileAsync(Filings.J1() with { Files = files }, Actor.Citizen(), default));
    }

    private Task<ReceiptCheck> CheckAsync(Receipt receipt) => RunAsync<ReceiptCheckService, ReceiptCheck>(s => s.CheckAsync(receipt.Number, receipt.ReceiptHash, null, null, default));

    private Task<byte[]> ReadAsync(Guid id) => RunAsync<SealedFiles, byte[]>(async files =>
    {
        await using var stream = await files.OpenAsync(id, default);
        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.ToArray();
    });
}
