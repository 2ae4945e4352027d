using Microsoft.EntityFrameworkCore;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Letters;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Files.Attachments;
using Petitions.Services.Indicators;
using Petitions.Services.Letters;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Decisions;
using Petitions.Services.Receptions;
using Petitions.Services.Supervision;
using Petitions.Services.Tests.Files;

namespace Petitions.Services.Tests.Letters;

/// <summary>Journey J3: seven letters, seven dispositions; tester lines a to e; the supervisor's side; who may read what.</summary>
public sealed class LetterBatchTests : LetterTest
{
    [Fact]
    public async Task J3_SevenLetters_SevenDispositions_AndTheBagCloses()
    {
        var bag = await OpenAsync();
        List<Guid> rows = [];
        for (var i = 0; i < 7; i++)
        {
            rows.Add(await LetterAsync(bag));
        }

        await RunAsync<LetterScanService>(service => service.AddFileAsync(rows[0], LetterFileKind.Envelope, new IncomingFile("e.png", "image/png", Corpus.Png(99, 33)), Clerk, default));
        var first = await DecideAsync(rows[0], Complaint);
        var again = await DecideAsync(rows[0], Complaint);
        await DecideAsync(rows[1], Nameless);
        var repeat = await DecideAsync(rows[2], Complaint with { Disposition = LetterDispositions.LinkedAsRepeat, Earlier = first!.Number, RepeatReason = "同一人同一事，寄了两次。" });
        await DecideAsync(rows[3], Wages);
        await DecideAsync(rows[4], Complaint with { Disposition = LetterDispositions.ChiefLetter, Person = new FiledPerson { Name = "韦春兰", Address = "清溪县榆林街1号" } });
        await DecideAsync(rows[5], Complaint with { Disposition = LetterDispositions.RiskRaised, Person = new FiledPerson { Name = "黄新", Address = "清溪县榆林街2号" }, Note = "信中说再不答复就不活了。" });

        // a: not with six.
        var six = await Assert.ThrowsAsync<RuleBrokenException>(() => RunAsync<LetterBatchService>(service => service.CloseAsync(bag, Clerk, default)));
        await DecideAsync(rows[6], Complaint with { Disposition = LetterDispositions.Praise, Note = "感谢陈静耐心接待。" });
        await RunAsync<LetterBatchService>(service => service.CloseAsync(bag, Clerk, default));

        Assert.Equal("batch.rows-open", six.Code);
        Assert.Equal((first.Number, true), (again!.Number, again.Repeated));
        Assert.Equal(["LetterBatchReceived", "LetterBatchClosed"], await FactsAsync(bag));
        Assert.Equal(LetterDispositions.All.Order(), (await QueryAsync(db => db.OpenedLetters.Select(row => row.Disposition!).ToListAsync())).Order());
        Assert.Equal(6, await QueryAsync(db => db.Petitions.VisibleTo(Actor.System).CountAsync(p => p.Channel == "Letter" && p.ReceivedOn == Monday)));
        // The scan and the envelope are files of the matter, the envelope told apart.
        var files = await QueryAsync(db => db.Attachments.Where(a => db.OpenedLetters.Any(row => row.Id == rows[0] && row.PetitionId == a.PetitionId)).Select(a => a.Name).OrderBy(name => name).ToListAsync());
        Assert.Equal(["1.png", "envelope-e.png"], files);
        // c: own number, own dates, linked and not merged.
        var link = await QueryAsync(db => db.PetitionLinks.SingleAsync());
        var second = await QueryAsync(db => db.Petitions.VisibleTo(Actor.System).SingleAsync(p => p.Number == repeat!.Number));
        Assert.NotEqual(first.Number, repeat!.Number);
        Assert.Equal((PetitionLinkKind.Repeat, second.Id, PetitionState.Registered), (link.Kind, link.PetitionId, second.State));
        // J6 step 5: the weekly letter says how many were written to the chief.
        Assert.Equal(1, WeeklyLetterService.Read(await RunAsync<WeeklyLetterService, string>(letters => letters.ComputeAsync(Hall.OfficeId, Monday, default))).ChiefLetters);
    }

    [Fact]
    public async Task Unanswerable_CountsAsReceived_AndIsShownBesideTheRate()
    {
        var bag = await OpenAsync();
        await DecideAsync(await LetterAsync(bag), Nameless);
        var named = await DecideAsync(await LetterAsync(bag), Nameless with { Person = new FiledPerson { Name = "卢小芳" }, Identity = "Named" });
        var reachable = await LetterAsync(bag);
        Assert.Equal("letter-row.answerable", await RefusedAsync(reachable, Nameless with { Person = new FiledPerson { Phone = "13800002222" } }));
        Assert.Equal("letter-row.attempt", await RefusedAsync(reachable, Nameless with { Note = null }));

        // Whoever gave a name is owed no reply only when the director says so.
        var proposal = await QueryAsync(db => db.DecisionProposals.SingleAsync());
        Assert.Equal((DecisionKind.NoContact, "NoContact"), (proposal.Kind, proposal.Ground));
        await RunAsync<DecisionService>(service => service.DecideAsync(new DecideRequest(proposal.Id, true), Director, default));

        var matter = await QueryAsync(db => db.Petitions.VisibleTo(Actor.System).SingleAsync(p => p.Number == named!.Number));
        Assert.Contains("ReplyExempted", await FactsAsync(matter.Id));
        Assert.False(await QueryAsync(db => db.PetitionClocks.AnyAsync(c => c.RuleId == "PROC_REPLY_7D" && c.State == ClockState.Running)));
        await RunAsync<RollUpService>(service => service.RunAsync(default));
        var items = await QueryAsync(db => db.IndicatorItems.ToListAsync());
        Assert.Equal(2, items.Count(item => item.Measure == Domain.Indicators.Measure.Received && item.Apart == ""));
        Assert.Equal(["Anonymous", "NoContact"], items.Where(item => item.Measure == Domain.Indicators.Measure.Procedural7).Select(item => item.Apart).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Transfer_DraftedWithTheLetter_IsConfirmedBySomebodyElse_WhoScreensItWithTheSameAct()
    {
        var bag = await OpenAsync();
        var row = await LetterAsync(bag);
        Assert.Equal("transfer.identity-in-extract", await RefusedAsync(row, Wages with { Extract = "覃大勇反映拖欠工资。" }));
        Assert.Equal("transfer.organ-kind", await RefusedAsync(row, Wages with { OrganKind = null }));
        Assert.Equal(0, await QueryAsync(db => db.Petitions.VisibleTo(Actor.System).CountAsync()));
        var receipt = await DecideAsync(row, Wages);

        var proposal = await QueryAsync(db => db.DecisionProposals.SingleAsync());
        var line = Assert.Single(await RunAsync<DecisionQueries, IReadOnlyList<ProposalLine>>(queries => queries.WaitingAsync(null, Director, default)));
        var sheet = await RunAsync<LetterBoardQueries, BatchSheet>(queries => queries.SheetAsync(bag, Director, default));
        Assert.True(line.Unscreened);
        Assert.Equal((DecisionState.Waiting, receipt!.Number, null), (Assert.Single(sheet.Rows).Decision, sheet.Rows[0].Number, sheet.Rows[0].Sender));
        var undeclared = await Assert.ThrowsAsync<RuleBrokenException>(() => RunAsync<DecisionService>(service => service.DecideAsync(new DecideRequest(proposal.Id, true), Director, default)));
        await RunAsync<DecisionService>(service => service.DecideAsync(new DecideRequest(proposal.Id, true, NoConflict: true), Director, default));

        var matter = await QueryAsync(db => db.Petitions.VisibleTo(Actor.System).SingleAsync());
        var papers = await QueryAsync(db => db.IssuedDocuments.Where(d => d.PetitionId == matter.Id).Select(d => d.Type).OrderBy(type => type).ToListAsync());
        Assert.Equal("petition.conflict-not-declared", undeclared.Code);
        Assert.Equal((PetitionState.Transferred, "Ordinary"), (matter.State, matter.Track));
        Assert.Equal(["TransferLetter", "TransferNotice"], papers);
        Assert.Contains("TransferNoticeSent", await FactsAsync(matter.Id));
    }

    [Fact]
    public async Task Risk_IsOnTheBoardAtOnce_IsToldToTheLeaders_AndStandsInTheLog()
    {
        var bag = await OpenAsync();
        var row = await LetterAsync(bag);
        var risk = Complaint with { Disposition = LetterDispositions.RiskRaised, Note = "信中说再不答复就不活了。" };
        Assert.Equal("letter-row.risk", await RefusedAsync(row, risk with { Note = " " }));
        var receipt = await DecideAsync(row, risk);

        var matter = await QueryAsync(db => db.Petitions.VisibleTo(Actor.System).SingleAsync());
        var alert = Assert.Single((await RunAsync<AlertQueries, AlertList>(queries => queries.ListAsync(null, Director, default))).Lines);
        var told = await QueryAsync(db => db.Notices.Where(notice => notice.Template == LetterConsequences.RiskTemplate).Select(notice => notice.StaffId).ToListAsync());
        var tree = await RunAsync<EmergencyContacts, IReadOnlyList<EmergencyContact>>(contacts => contacts.OfAsync(Hall.OfficeId, default));
        Assert.Equal((AlertKind.UrgentRisk, receipt!.Number), (alert.Kind, alert.Number));
        Assert.Equal(1, await RunAsync<AlertQueries, int>(queries => queries.OpenRisksAsync(Chief, default)));
        Assert.Equal(new[] { Director.StaffId, Chief.StaffId }.Order(), told.Order());
        Assert.Equal(["李敏", "周岚"], tree.Select(contact => contact.Name));
        Assert.Contains("UrgentRiskRaised", await FactsAsync(matter.Id));
        await RunAsync<AlertService>(service => service.CloseRiskAsync(matter.Id, new RiskClosing("周岚", Clock.GetUtcNow().UtcDateTime, "已上门。"), Director, default));
        Assert.Contains("UrgentRiskClosed", await FactsAsync(matter.Id));
    }

    [Fact]
    public async Task Deadlines_RunFromTheDayOfReceipt_AlsoWhenEnteredTwoDaysLater()
    {
        Clock.Advance(TimeSpan.FromDays(2));
        var bag = await OpenAsync();
        var receipt = await DecideAsync(await LetterAsync(bag), Complaint);
        var sheet = await RunAsync<LetterBatchQueries, BatchSheet>(queries => queries.SheetAsync(bag, Clerk, default));

        var matter = await QueryAsync(db => db.Petitions.VisibleTo(Actor.System).SingleAsync());
        var entry = await QueryAsync(db => db.IntakeEntries.SingleAsync());
        Assert.Equal((Monday, Monday, true), (matter.ReceivedOn, sheet.DueOn!.Value, sheet.Late));
        Assert.Equal(new DateOnly(2026, 3, 9), await QueryAsync(db => db.PetitionClocks.Where(c => c.RuleId == "PROC_REPLY_7D").Select(c => c.DueOn).SingleAsync()));
        Assert.Contains(receipt!.DueDates, due => due.Due == new DateOnly(2026, 3, 9));
        Assert.Equal((Clerk.StaffId, new DateOnly(2026, 3, 4)), (entry.OpenedBy, ChinaTime.DateOf(entry.EnteredAt)));
    }

    [Fact]
    public async Task Bag_IsOfItsOpeners_AndAWalledSupervisorSeesNeitherRowNorCount()
    {
        var bag = await OpenAsync();
        var row = await LetterAsync(bag);
        var stranger = await ActorAsync((await Given.Staff("陆平", roles: "IntakeClerk")).Id);
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<LetterBatchQueries, BatchSheet>(queries => queries.SheetAsync(bag, stranger, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<LetterBatchQueries, OpenedLetterSheet>(queries => queries.LetterAsync(row, Director, default)));
        var file = (await RunAsync<LetterBatchQueries, OpenedLetterSheet>(queries => queries.LetterAsync(row, Colleague, default))).Files.Single();
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<LetterFileQueries, OpenedFile>(queries => queries.FileAsync(row, file.Id, null, stranger, default)));
        Assert.Equal(1, Assert.Single((await BoardAsync(Director)).Lines).Letters);

        // It complains of the director: from then on nothing of it is hers.
        await DecideAsync(row, Complaint with { Matter = Complaint.Matter with { Respondents = [new FiledRespondent { Kind = RespondentKind.Person, Name = "李敏" }] } });
        Assert.Equal(0, Assert.Single((await BoardAsync(Director)).Lines).Letters);
        Assert.Empty((await RunAsync<LetterBoardQueries, BatchSheet>(queries => queries.SheetAsync(bag, Director, default))).Rows);
        Assert.Single((await RunAsync<LetterBoardQueries, BatchSheet>(queries => queries.SheetAsync(bag, Chief, default))).Rows);

        // Once registered, whoever opens the scan stands in the reading log.
        await using (var opened = (await RunAsync<LetterFileQueries, OpenedFile>(queries => queries.FileAsync(row, file.Id, null, Clerk, default))).Content)
        {
            Assert.True(opened.CanRead);
        }

        Assert.Equal(1, await QueryAsync(db => db.ReadRecords.CountAsync(read => read.What == AttachmentQueries.ReadCopy && read.StaffId == Clerk.StaffId)));
    }

    /// <summary>Both openers are away: the director gives the bag to a third person of the letter room, who goes on with it.</summary>
    [Fact]
    public async Task HandOver_LetsAThirdPersonOfTheLetterRoomGoOn_AndIsRecorded()
    {
        var bag = await OpenAsync();
        var row = await LetterAsync(bag);
        var third = await ActorAsync((await Given.Staff("陆平", roles: "IntakeClerk")).Id);
        var outsider = await ActorAsync((await Given.Staff("钱进", roles: "CaseOfficer")).Id);
        Task HandAsync(Guid? to, string? reason, Actor by) => RunAsync<LetterHandOverService>(service => service.HandOverAsync(bag, to, reason, by, default));

        Assert.Contains(await RunAsync<LetterHandOverService, IReadOnlyList<Colleague>>(service => service.TakersAsync(bag, Director, default)), taker => taker.Id == third.StaffId);
        await Assert.ThrowsAsync<NotFoundException>(() => HandAsync(third.StaffId, "自己接手", third));
        Assert.Equal("batch.taker", (await Assert.ThrowsAsync<RuleBrokenException>(() => HandAsync(outsider.StaffId, "请假", Director))).Code);
        await HandAsync(third.StaffId, "两位拆阅人都请假", Director);

        Assert.NotNull(await DecideAsync(row, Complaint, third));
        Assert.Equal(["LetterBatchReceived", "LetterBatchReceived"], await FactsAsync(bag));
        Assert.True(await QueryAsync(db => db.Notices.AnyAsync(notice => notice.StaffId == third.StaffId && notice.Template == LetterHandOverService.Template)));
        var step = Assert.Single((await RunAsync<LetterBatchQueries, BatchSheet>(queries => queries.SheetAsync(bag, Clerk, default))).HandOvers);
        Assert.Equal(("李敏", "陆平", "两位拆阅人都请假"), (step.By, step.To, step.Reason));
        Assert.Equal("batch.taker-has-it", (await Assert.ThrowsAsync<RuleBrokenException>(() => HandAsync(third.StaffId, "再交一次", Clerk))).Code);
    }

    [Fact]
    public async Task Scans_DroppedTwice_AreOneRow_AndTwoClerksDecideOnce()
    {
        var bag = await OpenAsync();
        var picture = new IncomingFile("1.png", "image/png", Corpus.Png(70, 70));
        await RunAsync<LetterScanService>(service => service.AddLetterAsync(bag, picture, Clerk, default));
        await RunAsync<LetterScanService>(service => service.AddLetterAsync(bag, picture, Clerk, default));
        var row = await QueryAsync(db => db.OpenedLetters.Select(letter => letter.Id).SingleAsync());

        var outcomes = await Task.WhenAll(new[] { Clerk, Colleague }.Select(async who =>
        {
            try
            {
                return (await DecideAsync(row, Complaint with { Note = who.NameKey }, who))!.Number;
            }
            catch (RuleBrokenException broken)
            {
                return broken.Code;
            }
        }));

        Assert.Equal(1, await QueryAsync(db => db.Petitions.VisibleTo(Actor.System).CountAsync()));
        var number = await QueryAsync(db => db.Petitions.VisibleTo(Actor.System).Select(p => p.Number).SingleAsync());
        Assert.All(outcomes, outcome => Assert.True(outcome == number || outcome == "letter-row.decided", outcome));
        Assert.Contains(number, outcomes);
    }

    [Fact]
    public async Task SameFormOfABagSentTwice_IsOneBag_AndUnknownEarlierNumbersAreRefused()
    {
        var form = Bag;
        Assert.Equal(await OpenAsync(form), await OpenAsync(form));
        var row = await LetterAsync(await OpenAsync(form));
        Assert.Equal("letter-row.earlier", await RefusedAsync(row, Complaint with { Disposition = LetterDispositions.LinkedAsRepeat, Earlier = "QX-2222-2222", RepeatReason = "同一事" }));
        Assert.Equal("entry.postmark", await RefusedAsync(row, Complaint with { PostmarkOn = Monday.AddDays(1) }));
        Assert.Equal("letter-row.disposition", await RefusedAsync(row, Complaint with { Disposition = "Burned" }));
        Assert.Equal("letter-row.note", await RefusedAsync(row, Complaint with { Disposition = LetterDispositions.Praise }));
        await RunAsync<LetterBatchService>(service => service.SetAsideAsync(row, "误扫", Clerk, default));
        Assert.Equal("letter-row.decided", await RefusedAsync(row, Complaint));
    }

    private Task<BatchList> BoardAsync(Actor actor) => RunAsync<LetterBoardQueries, BatchList>(queries => queries.ListAsync(null, actor, default));
}
