using Petitions.Domain.Files;
using Petitions.Domain.Letters;

namespace Petitions.Domain.Tests.Letters;

/// <summary>A bag of letters (journey J3 a; seed feature 15).</summary>
public sealed class LetterBatchTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Clerk = Guid.NewGuid();

    private static NewLetterBatch New => new() { SubmissionKey = Guid.NewGuid(), OfficeId = Guid.NewGuid(), ReceivedOn = new DateOnly(2026, 3, 2), OpenedBy = Clerk, Place = "信访收发室" };

    [Fact]
    public void Receive_LateOrInTheFuture_OrWithOneselfAsTheOther_IsRefused()
    {
        Assert.Equal("entry.in-future", Broken(New with { ReceivedOn = new DateOnly(2026, 3, 3) }));
        Assert.Equal("entry.late-reason", Broken(New with { ReceivedOn = new DateOnly(2026, 2, 26) }));
        Assert.Equal("batch.opened-with", Broken(New with { OpenedWith = Clerk }));
        Assert.Equal("batch.place", Broken(New with { Place = " " }));

        var (batch, fact) = LetterBatch.Receive(New with { ReceivedOn = new DateOnly(2026, 2, 26), LateReason = "假期积压" }, 3, Now);
        Assert.Equal((new DateOnly(2026, 2, 26), "假期积压", batch.Id), (fact.CountsFrom!.Value, fact.LateReason, fact.BatchId));
    }

    [Fact]
    public void Close_WithAnOpenRow_IsRefused_AndCountsEachDisposition()
    {
        var (batch, _) = LetterBatch.Receive(New, 3, Now);
        Assert.Equal("batch.empty", Assert.Throws<RuleBrokenException>(() => batch.Close(Clerk, Now)).Code);
        var rows = Enumerable.Range(0, 3).Select(_ => batch.Add(Scan(), "sealed", Now)).ToList();
        rows[0].Decide(LetterDispositions.NewPetition, Guid.NewGuid(), null, Clerk, Now);
        rows[1].Decide(LetterDispositions.Praise, null, "sealed", Clerk, Now);

        Assert.Equal("batch.rows-open", Assert.Throws<RuleBrokenException>(() => batch.Close(Clerk, Now)).Code);
        rows[2].SetAside("误扫", Clerk, Now);
        var closed = batch.Close(Clerk, Now);

        Assert.Equal([1, 2, 3], rows.Select(row => row.Position));
        Assert.Equal((3, "NewPetition:1|Praise:1", 1), (closed.Letters, closed.Dispositions, closed.SetAside));
        Assert.Equal("batch.closed", Assert.Throws<RuleBrokenException>(() => batch.Close(Clerk, Now)).Code);
        Assert.Equal("batch.closed", Assert.Throws<RuleBrokenException>(() => batch.Add(Scan(), "sealed", Now)).Code);
    }

    [Fact]
    public void HandOver_GivesItToAThirdPersonOnce_AndSaysWhy()
    {
        var (batch, _) = LetterBatch.Receive(New, 3, Now);
        var (third, opener) = (Guid.NewGuid(), Clerk);

        Assert.Equal("batch.taker-has-it", Assert.Throws<RuleBrokenException>(() => batch.HandOver(opener, "请假", opener, Now)).Code);
        Assert.Equal("batch.hand-over-reason", Assert.Throws<RuleBrokenException>(() => batch.HandOver(third, " ", opener, Now)).Code);
        var fact = batch.HandOver(third, "请假", opener, Now);

        Assert.Equal((batch.Id, third, "请假", opener), (fact.BatchId, fact.HandedTo!.Value, fact.HandOverReason, fact.OpenedBy));
        Assert.Equal((opener, third), (Assert.Single(batch.HandOvers).ById, batch.HandOvers[0].ToId));
        Assert.Equal("batch.taker-has-it", Assert.Throws<RuleBrokenException>(() => batch.HandOver(third, "请假", opener, Now)).Code);
        batch.Add(Scan(), "sealed", Now).SetAside("误扫", Clerk, Now);
        batch.Close(Clerk, Now);
        Assert.Equal("batch.closed", Assert.Throws<RuleBrokenException>(() => batch.HandOver(Guid.NewGuid(), "请假", opener, Now)).Code);
    }

    [Fact]
    public void Row_IsDecidedOnce_AndRegistersExactlyWhatIsNoPraise()
    {
        var (batch, _) = LetterBatch.Receive(New, 3, Now);
        var row = batch.Add(Scan(), "sealed", Now);

        Assert.Equal("letter-row.disposition", Assert.Throws<RuleBrokenException>(() => row.Decide("Lost", null, null, Clerk, Now)).Code);
        Assert.Equal("letter-row.disposition", Assert.Throws<RuleBrokenException>(() => row.Decide(LetterDispositions.ChiefLetter, null, null, Clerk, Now)).Code);
        Assert.Equal("letter-row.disposition", Assert.Throws<RuleBrokenException>(() => row.Decide(LetterDispositions.Praise, Guid.NewGuid(), null, Clerk, Now)).Code);
        Assert.Equal("entry.postmark", Assert.Throws<RuleBrokenException>(() => row.Describe(new DateOnly(2026, 3, 3), null, batch.ReceivedOn)).Code);
        row.Add(LetterFileKind.Envelope, Scan(), "sealed", Now);
        row.Decide(LetterDispositions.ChiefLetter, Guid.NewGuid(), null, Clerk, Now);

        Assert.Equal([LetterFileKind.Scan, LetterFileKind.Envelope], row.Files.Select(file => file.Kind));
        Assert.Equal("letter-row.decided", Assert.Throws<RuleBrokenException>(() => row.Decide(LetterDispositions.Praise, null, null, Clerk, Now)).Code);
        Assert.Equal("letter-row.decided", Assert.Throws<RuleBrokenException>(() => row.SetAside("误扫", Clerk, Now)).Code);
        Assert.Equal("letter-row.decided", Assert.Throws<RuleBrokenException>(() => row.Add(LetterFileKind.Envelope, Scan(), "sealed", Now)).Code);
    }

    private static string Broken(NewLetterBatch bag) => Assert.Throws<RuleBrokenException>(() => LetterBatch.Receive(bag, 3, Now)).Code;

    private static AttachmentDetails Scan() => new()
    {
        Name = "1.png",
        Type = "png",
        Length = 1,
        Sha256 = Guid.NewGuid().ToString("N"),
        CopySha256 = "",
        CopyId = Guid.NewGuid(),
        Copy = CopyState.Reencoded,
        Scan = ScanState.Off,
    };
}
