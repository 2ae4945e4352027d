using Microsoft.EntityFrameworkCore;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Receptions;

namespace Petitions.Services.Tests.Receptions;

/// <summary>Calls and letters into the one register (seed features 14, 15, 17; security.md D3), and the contact's code (J2 d).</summary>
public sealed class IntakeEntryTests : DeskTest
{
    private CallEntry Call => new()
    {
        SubmissionKey = Guid.NewGuid(),
        OfficeId = Hall.OfficeId,
        CalledAt = Clock.GetUtcNow().UtcDateTime.AddMinutes(-5),
        ReadBack = true,
        Person = new FiledPerson(),
        Identity = "Anonymous",
        Matter = Appeal with { Category = "Suggestion", SubCategory = "E1", NoticeWay = "Portal" },
    };

    private LetterEntry Letter => new()
    {
        SubmissionKey = Guid.NewGuid(),
        OfficeId = Hall.OfficeId,
        ReceivedOn = new DateOnly(2026, 3, 2),
        PostmarkOn = new DateOnly(2026, 3, 1),
        EnvelopeKept = true,
        Person = new FiledPerson { Name = "马德福", Address = "青石坳村8号" },
        Identity = RecordVisit.Named,
        Matter = Appeal,
    };

    [Fact]
    public async Task Call_WithoutAName_IsRegistered_WhenReadBack()
    {
        var unread = await Assert.ThrowsAsync<RuleBrokenException>(() => TakeAsync(Call with { ReadBack = false }));
        var receipt = await TakeAsync(Call);

        var matter = await QueryAsync(db => db.Petitions.VisibleTo(Actor.System).SingleAsync());
        var entry = await QueryAsync(db => db.IntakeEntries.SingleAsync());
        Assert.Equal("entry.read-back", unread.Code);
        Assert.Equal(("Telephone", "Anonymous", receipt.Number), (matter.Channel, matter.IdentityMode, matter.Number));
        Assert.Equal((true, matter.Id), (entry.ReadBack, entry.PetitionId));
        Assert.Equal("Hotline12309", Given.Offices.ServicePoints.Single(point => point.Id == matter.ServicePointId).Type);
    }

    [Fact]
    public async Task Letter_ItsClockRunsFromReceipt_AndALateEntryNeedsAReason()
    {
        var late = await Assert.ThrowsAsync<RuleBrokenException>(() => OpenAsync(Letter with { ReceivedOn = new DateOnly(2026, 2, 26), PostmarkOn = null }));
        var postmark = await Assert.ThrowsAsync<RuleBrokenException>(() => OpenAsync(Letter with { PostmarkOn = new DateOnly(2026, 3, 3) }));
        await OpenAsync(Letter);

        var matter = await QueryAsync(db => db.Petitions.VisibleTo(Actor.System).SingleAsync());
        var entry = await QueryAsync(db => db.IntakeEntries.SingleAsync());
        Assert.Equal(("entry.late-reason", "entry.postmark"), (late.Code, postmark.Code));
        Assert.Equal(("Letter", new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 1)), (matter.Channel, matter.ReceivedOn, matter.PostmarkOn!.Value));
        Assert.Equal((true, Clerk.StaffId), (entry.EnvelopeKept, entry.OpenedBy));
        Assert.Equal(new DateOnly(2026, 3, 9), await QueryAsync(db => db.PetitionClocks.Where(c => c.RuleId == "PROC_REPLY_7D").Select(c => c.DueOn).SingleAsync()));
    }

    [Fact]
    public async Task ContactCode_OpensProgressOnly_UntilRevoked()
    {
        var made = await RecordAsync(Visit(VisitPurpose.Petition) with { Matter = Appeal with { Contact = new FiledContact { Name = "马丽", Phone = "13800001111" } } });
        var number = made.Receipt!.Number;
        var consent = await Assert.ThrowsAsync<RuleBrokenException>(() => RunAsync<AccessGrantService, string>(s => s.GiveAsync(number, new DateOnly(2026, 9, 2), false, Clerk, default)));
        var code = await RunAsync<AccessGrantService, string>(s => s.GiveAsync(number, new DateOnly(2026, 9, 2), true, Clerk, default));

        var progress = await RunAsync<PetitionAccess, OpenedPetition?>(access => access.OpenAnyAsync(number, code, null, default));
        var statement = await RunAsync<PetitionAccess, OpenedPetition?>(access => access.OpenAsync(number, code, null, default));
        var grant = await QueryAsync(db => db.AccessGrants.SingleAsync());
        await RunAsync<AccessGrantService>(s => s.RevokeAsync(number, grant.Id, "本人要求", Clerk, default));
        var after = await RunAsync<PetitionAccess, OpenedPetition?>(access => access.OpenAnyAsync(number, code, null, default));

        Assert.Equal("access.consent", consent.Code);
        Assert.True(progress!.ProgressOnly);
        Assert.Null(statement);
        Assert.Null(after);
        var told = await QueryAsync(db => db.Notices.Where(notice => notice.PetitionId == grant.PetitionId).Select(notice => notice.Channel).Order().ToListAsync());
        Assert.Equal(["Portal", "Post", "Sms"], told);
        Assert.Contains("AccessRevoked", await FactsAsync(grant.PetitionId));
    }

    private Task<Receipt> TakeAsync(CallEntry entry) => RunAsync<IntakeEntryService, Receipt>(service => service.TakeCallAsync(entry, Clerk, default));

    private Task<Receipt> OpenAsync(LetterEntry entry) => RunAsync<IntakeEntryService, Receipt>(service => service.TakeLetterAsync(entry, Clerk, default));
}
