using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Files.Attachments;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.CaseFiles;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Petitions.Joining;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Receptions;
using Petitions.Services.Tests.Files;
using Petitions.Services.Tests.Fixtures;
using Petitions.Services.Tests.Screening;

namespace Petitions.Services.Tests.Petitions;

/// <summary>Likely repeats across the channels, merged, linked and taken apart (domain.md 3.7, seed feature 17).</summary>
public sealed class JoiningTests : ScreeningTest
{
    private const string Words = "二〇一九年法院判决我拆除排水沟，当时没有到现场勘验，再审申请已被驳回。";

    private Actor clerk = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        clerk = await ActorAsync((await Given.Staff("冯倩", roles: "IntakeClerk")).Id);
    }

    /// <summary>Seed feature 17: online and by letter with one identity number and text; the second is hinted at, both receipts stay, one case.</summary>
    [Fact]
    public async Task Letter_OfAMatterFiledOnline_IsHintedAt_AndMergedKeepsBothReceipts()
    {
        var online = await OnlineAsync();
        var letter = Letter();

        var hint = Assert.Single(await HintsAsync(letter));
        var taken = await RunAsync<IntakeEntryService, Receipt>(entries => entries.TakeLetterAsync(letter with { AsNewReason = "来信人要求单独登记" }, clerk, default));
        var before = await QueryAsync(db => db.Petitions.AsNoTracking().Where(p => p.Number == taken.Number).SingleAsync());
        await ScreenAsync(taken.Number);
        var sheet = await RunAs<JoinQueries, JoinSheet>(Officer, (queries, actor) => queries.SheetAsync(taken.Number, actor, default));
        await ActAs<JoinService>(Officer, (joining, actor) => joining.MergeAsync(new JoinRequest(taken.Number, online.Number, true, false, "身份证号码与文字相同", "两件事项合并办理。"), actor, default));

        Assert.Equal((online.Number, true, 1m, true), (hint.Number, hint.Likely, hint.Similarity, hint.Open));
        Assert.Equal("Desk", await QueryAsync(db => db.ReadRecords.Where(read => read.StaffId == clerk.StaffId && read.PetitionId == hint.Id).Select(read => read.What).SingleAsync()));
        Assert.Equal((online.Number, true), (Assert.Single(sheet.Similar).Number, sheet.MayMerge));
        var after = await QueryAsync(db => db.Petitions.AsNoTracking().Include(p => p.Assignments).Where(p => p.Number == taken.Number).SingleAsync());
        Assert.Equal((PetitionState.Merged, before.ReceiptHash, before.ReceivedOn, (DateOnly?)null), (after.State, after.ReceiptHash, after.ReceivedOn, after.NextDueOn));
        Assert.Equal(PetitionState.Registered, await QueryAsync(db => db.Petitions.Where(p => p.Number == online.Number).Select(p => p.State).SingleAsync()));
        var facts = await FactsAsync(after.Id);
        Assert.Equal("PetitionReceived", facts[0]);
        Assert.Equal(["DocumentIssued", "InternalNoteAdded", "PetitionMerged", "ProceduralReplySent"], facts.Where(kind => kind is "DocumentIssued" or "InternalNoteAdded" or "PetitionMerged" or "ProceduralReplySent").Order(StringComparer.Ordinal));
        var link = await QueryAsync(db => db.PetitionLinks.AsNoTracking().SingleAsync());
        Assert.Equal((after.Id, hint.Id, PetitionLinkKind.Merged, true, Officer.Id), (link.PetitionId, link.TargetId, link.Kind, link.SamePerson, link.DecidedBy));
        Assert.DoesNotContain(await ClocksAsync(after.Id), clock => clock.State == ClockState.Running);

        var status = await RunAsync<CitizenPetitionQueries, CitizenStatus?>(queries => queries.StatusAsync(Actor.Citizen(after.Id), default));
        Assert.Equal((PetitionState.Merged, online.Number), (status!.State, status.JoinedTo));
        Assert.Contains(status.Timeline, line => line.Kind == "PetitionMerged" && line.Text == online.Number);
    }

    /// <summary>The handler of the one reads the other on its page, with its files counted; the reply of the one is read by both receipts.</summary>
    [Fact]
    public async Task Joined_IsPartOfTheCase_ForItsHandlerAndItsPetitioner()
    {
        var target = await Accepted(Appeal);
        var joined = await Screened(Appeal);
        await ActAs<AttachmentService>(Officer, (service, actor) => service.AddByStaffAsync(joined.Number, new IncomingFile("判决书.txt", "text/plain", Corpus.Text("判决书")), "Letter", actor, default));
        await MergeAsync(Director, joined, target);

        var sheet = await RunAs<CaseQueries, CaseSheet>(Handler, (queries, actor) => queries.SheetAsync(target.Number, actor, default));
        await ActAs<ReplyService>(Handler, (replies, actor) => replies.SendProgressAsync(target.Number, "Progress", "正在调取卷宗。", actor, default));
        var replies = await RunAsync<CitizenReplyQueries, IReadOnlyList<CitizenReply>>(queries => queries.ListAsync(Actor.Citizen(joined.Id), default));

        Assert.Equal((joined.Number, Words), (Assert.Single(sheet.Joined).Number, sheet.Joined[0].Text));
        // On paper as on the page: the joined matter and its files are items of the one case file.
        var file = await RunAs<CaseFileQueries, CaseFile>(Handler, (queries, actor) => queries.OfAsync(target.Number, actor, default));
        Assert.False(Assert.Single(file.Items, item => item.Kind == CaseFileKind.Joined).Withheld);
        Assert.Equal("判决书.txt", Assert.Single(Assert.Single(file.Items, item => item.Kind == CaseFileKind.Attachments).Files).Name);
        Assert.Equal((joined.Number, false), (Assert.Single(sheet.Links).Number, sheet.Links[0].Outgoing));
        var reply = Assert.Single(replies, each => each.Kind == "Progress");
        Assert.Equal((false, (Guid?)null), (reply.MayRate, reply.DocumentId));
        await Assert.ThrowsAsync<NotFoundException>(() => RunAs<CaseQueries, CaseSheet>(Handler, (queries, actor) => queries.SheetAsync(joined.Number, actor, default)));
    }

    /// <summary>An anonymous matter on the same respondent may be joined; its petitioner reads the neutral word and no other number.</summary>
    [Fact]
    public async Task Anonymous_JoinedToAnother_TellsNothingOfIt()
    {
        NewPetition Report(NewPetition filed) => Appeal(filed) with
        {
            IdentityMode = "Anonymous",
            Parties = [new PartyDetails { Relation = "Petitioner", NoticeWay = "Portal" }],
            Respondents = [new RespondentDetails { Kind = RespondentKind.Unit, Name = "某砂石厂" }],
        };
        var target = await Screened(Report);
        var joined = await Screened(Report);

        var sheet = await RunAs<JoinQueries, JoinSheet>(Officer, (queries, actor) => queries.SheetAsync(joined.Number, actor, default));
        await MergeAsync(Officer, joined, target, samePerson: false);

        var status = await RunAsync<CitizenPetitionQueries, CitizenStatus?>(queries => queries.StatusAsync(Actor.Citizen(joined.Id), default));
        Assert.Equal(target.Number, Assert.Single(sheet.Similar).Number);
        Assert.Equal((PetitionState.InHandling, (string?)null), (status!.State, status.JoinedTo));
        Assert.DoesNotContain(status.Timeline, line => line.Kind == "PetitionMerged");
    }

    [Fact]
    public async Task Merge_IsRefused_WhereTheRulesForbidIt()
    {
        var target = await Screened(Appeal);
        var joined = await Screened(Appeal);
        var stranger = await Screened(filed => Appeal(filed) with { Parties = [new PartyDetails { Relation = "Petitioner", Name = "另一人", NoticeWay = "Portal" }] });
        var report = await Given.Petition(filed => Appeal(filed) with { Confidentiality = "ReportMaterial" });
        var accepted = await Accepted(Appeal);
        Task<string> RefusedAsync(Staff staff, string number, string? other, string? reason = "同一事项", bool same = true) =>
            RefusedAs<JoinService>(staff, (joining, actor) => joining.MergeAsync(new JoinRequest(number, other, same, false, reason, "两件事项合并办理。"), actor, default));

        Assert.Equal("merge.self", await RefusedAsync(Officer, joined.Number, joined.Number));
        Assert.Equal("merge.target", await RefusedAsync(Officer, joined.Number, "QX-2222-2222"));
        Assert.Equal("merge.target", await RefusedAsync(Officer, joined.Number, null));
        Assert.Equal("merge.same-person", await RefusedAsync(Officer, joined.Number, stranger.Number));
        Assert.Equal("merge.same-person", await RefusedAsync(Officer, joined.Number, target.Number, same: false));
        Assert.Equal("merge.confidentiality", await RefusedAsync(Officer, joined.Number, report.Number));
        Assert.Equal("merge.reason", await RefusedAsync(Officer, joined.Number, target.Number, reason: " "));
        await Assert.ThrowsAsync<NotFoundException>(() => MergeAsync(Officer, accepted, target));
        await Assert.ThrowsAsync<NotFoundException>(() => MergeAsync(Handler, accepted, target));
        await MergeAsync(Officer, joined, target);
        Assert.Equal("merge.has-joined", await RefusedAsync(Director, target.Number, accepted.Number));
        Assert.Equal("merge.target-state", await RefusedAsync(Director, accepted.Number, joined.Number));
        Assert.Equal(1, await QueryAsync(db => db.PetitionLinks.CountAsync()));
    }

    /// <summary>Whom the joined matter complains of must not handle the other one.</summary>
    [Fact]
    public async Task Merge_IntoTheHandsOfTheRespondent_IsRefused()
    {
        var target = await Accepted(Appeal);
        var joined = await Screened(filed => Appeal(filed) with { Respondents = [new RespondentDetails { Kind = RespondentKind.Person, Name = Handler.Name }] });

        Assert.Equal("merge.handler-walled", await RefusedAs<JoinService>(Director, (joining, actor) => joining.MergeAsync(new JoinRequest(joined.Number, target.Number, true, false, "同一事项"), actor, default)));
    }

    /// <summary>Taken apart again: back in screening with the limits it had; the first handler stays when it is accepted anew.</summary>
    [Fact]
    public async Task Undo_GivesBackTheLimits_AndKeepsTheFirstHandler()
    {
        var target = await Screened(Appeal);
        var joined = await Accepted(Appeal);
        var running = (await ClocksAsync(joined.Id)).Where(clock => clock.State == ClockState.Running).Select(clock => (clock.RuleId, clock.DueOn)).Order().ToList();
        await MergeAsync(Director, joined, target);
        async Task<JoinSheet> SheetAsync(Staff staff) => await RunAs<JoinQueries, JoinSheet>(staff, (queries, actor) => queries.SheetAsync(joined.Number, actor, default));

        // What he would be refused is not offered to him.
        Assert.Equal((false, true), ((await SheetAsync(Officer)).MayUndo, (await SheetAsync(Director)).MayUndo));
        Assert.Equal("petition.wrong-state", await RefusedAs<JoinService>(Director, (joining, actor) => joining.LinkAsync(new JoinRequest(joined.Number, target.Number, false, false, "同一人"), actor, default)));
        Assert.Equal("merge.director", await RefusedAs<JoinService>(Officer, (joining, actor) => joining.UndoAsync(joined.Number, "不是同一事项", actor, default)));
        Assert.Equal("merge.reason", await RefusedAs<JoinService>(Director, (joining, actor) => joining.UndoAsync(joined.Number, "", actor, default)));
        await ActAs<JoinService>(Director, (joining, actor) => joining.UndoAsync(joined.Number, "不是同一事项", actor, default));

        var back = await Given.Reload(joined);
        Assert.Equal((PetitionState.Screening, Handler.Id, true), (back.State, back.FirstHandlerId!.Value, back.Assignments.All(a => a.To is not null)));
        Assert.Equal(running, (await ClocksAsync(joined.Id)).Where(clock => clock.State == ClockState.Running).Select(clock => (clock.RuleId, clock.DueOn)).Order());
        Assert.Contains("MergeUndone", await FactsAsync(joined.Id));
        var other = await Given.Staff("何莉", Given.PetitionDepartment, "CaseOfficer");
        await ActAs<AcceptanceService>(Officer, (service, actor) => service.AcceptAsync(Acceptance(joined, other), actor, default));
        var again = await Given.Reload(joined);
        Assert.Equal((PetitionState.Accepted, Handler.Id, other.Id), (again.State, again.FirstHandlerId!.Value, again.Assignments.Single(a => a.To is null).StaffId));
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<JoinService>(Director, (joining, actor) => joining.UndoAsync(joined.Number, "再次", actor, default)));
        await MergeAsync(Director, joined, target);
    }

    [Fact]
    public async Task Repeat_IsLinkedOnce_AndChangesNothingElse()
    {
        var earlier = await Screened(Appeal);
        Clock.Advance(TimeSpan.FromDays(1));
        var later = await Screened(Appeal);
        Task LinkAsync(Petition one, Petition two) => ActAs<JoinService>(Officer, (joining, actor) => joining.LinkAsync(new JoinRequest(one.Number, two.Number, false, false, "同一人又来访"), actor, default));

        Assert.Equal("repeat.not-earlier", (await Assert.ThrowsAsync<RuleBrokenException>(() => LinkAsync(earlier, later))).Code);
        await LinkAsync(later, earlier);
        Assert.Equal("repeat.exists", (await Assert.ThrowsAsync<RuleBrokenException>(() => LinkAsync(later, earlier))).Code);

        var after = await Given.Reload(later);
        Assert.Equal(PetitionState.Screening, after.State);
        Assert.Contains("PetitionLinkedAsRepeat", await FactsAsync(later.Id));
        Assert.Contains(await ClocksAsync(later.Id), clock => clock.State == ClockState.Running);
        var refusal = await Assert.ThrowsAnyAsync<DbException>(() => QueryAsync(db => db.Database.ExecuteSqlRawAsync("DELETE FROM petition_links")));
        Assert.Contains("never deleted", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("never changes", (await Assert.ThrowsAnyAsync<DbException>(() => QueryAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE petition_links SET reason = 'x'")))).Message, StringComparison.Ordinal);
    }

    /// <summary>A joined matter closes after the one it was joined to, never before.</summary>
    [Fact]
    public async Task Close_OfAJoinedMatter_WaitsForTheOther()
    {
        var target = await Screened(Appeal);
        var joined = await Screened(Appeal);
        await MergeAsync(Officer, joined, target);
        await ActAs<HandlingService>(Officer, (handling, actor) => handling.ProposeOutcomeAsync(joined.Number, "Explained", null, actor, default));

        Assert.Equal("merge.target-open", await RefusedAs<ClosingService>(Officer, (closing, actor) => closing.CloseAsync(joined.Number, actor, default)));
        await ActAs<ScreeningService>(Officer, (screening, actor) => screening.AnswerOnTheSpotAsync(target.Number, "已经说明。", actor, default));
        await ActAs<HandlingService>(Officer, (handling, actor) => handling.ProposeOutcomeAsync(target.Number, "Explained", null, actor, default));
        await ActAs<ClosingService>(Officer, (closing, actor) => closing.CloseAsync(target.Number, actor, default));
        await ActAs<ClosingService>(Officer, (closing, actor) => closing.CloseAsync(joined.Number, actor, default));

        Assert.Equal(PetitionState.Closed, (await Given.Reload(joined)).State);
    }

    /// <summary>The hint stands under the wall, shows no report, and is never a condition: without an answer to it the letter is taken all the same.</summary>
    [Fact]
    public async Task Hint_UnderTheWall_IsNotGiven_AndNothingWaitsForIt()
    {
        await OnlineAsync([new FiledRespondent { Kind = RespondentKind.Person, Name = "石磊" }]);
        var walled = await ActorAsync((await Given.Staff("石磊", roles: "IntakeClerk")).Id);

        Assert.Empty(await RunAsync<SimilarMatters, IReadOnlyList<SimilarMatter>>(similar => similar.ForEntryAsync(Guid.NewGuid(), Letter().Person, RecordVisit.Named, Letter().Matter, walled, default)));
        Assert.Single(await HintsAsync(Letter()));
        Assert.Empty(await HintsAsync(Letter() with { Matter = Letter().Matter with { Request = "请求司法救助。", Text = "家里遭了火灾，生活困难，没有收入来源。" } }));
        Assert.Empty(await HintsAsync(Letter() with { Identity = "Anonymous" }));
        await RunAsync<IntakeEntryService, Receipt>(entries => entries.TakeLetterAsync(Letter(), clerk, default));
        Assert.Equal(2, await QueryAsync(db => db.Petitions.VisibleTo(Actor.System).CountAsync()));
    }

    /// <summary>A call or a letter that belongs to a running matter stands beside it, with the day it came; sent twice it is there once.</summary>
    [Fact]
    public async Task Addition_ByCallOrLetter_KeepsTheWayItCame()
    {
        var online = await OnlineAsync();
        var letter = Letter() with { ReceivedOn = new DateOnly(2026, 2, 25) };
        var call = new CallEntry
        {
            SubmissionKey = Guid.NewGuid(),
            OfficeId = letter.OfficeId,
            CalledAt = Clock.GetUtcNow().UtcDateTime,
            ReadBack = false,
            Person = new FiledPerson(),
            Identity = "Anonymous",
            Matter = letter.Matter,
        };
        Task AddAsync(LetterEntry entry) => RunAsync<IntakeEntryService>(entries => entries.AddLetterAsync(entry, online.Number, clerk, default));

        Assert.Equal("entry.late-reason", (await Assert.ThrowsAsync<RuleBrokenException>(() => AddAsync(letter))).Code);
        Assert.Equal("entry.read-back", (await Assert.ThrowsAsync<RuleBrokenException>(() => RunAsync<IntakeEntryService>(entries => entries.AddCallAsync(call, online.Number, clerk, default)))).Code);
        await AddAsync(letter with { LateReason = "收发室漏交" });
        await AddAsync(letter with { LateReason = "收发室漏交" });
        await RunAsync<IntakeEntryService>(entries => entries.AddCallAsync(call with { ReadBack = true }, online.Number, clerk, default));
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<IntakeEntryService>(entries => entries.AddLetterAsync(Letter(), "QX-2222-2222", clerk, default)));

        var added = await QueryAsync(db => db.PetitionAdditions.AsNoTracking().OrderBy(a => a.HappenedOn).ToListAsync());
        Assert.Equal([("Letter", new DateOnly(2026, 2, 25), "收发室漏交"), ("Telephone", new DateOnly(2026, 3, 2), null)], added.Select(a => (a.Channel!, a.HappenedOn!.Value, a.LateReason)));
        Assert.All(added, a => Assert.Equal(clerk.StaffId, a.TakenBy));
        Assert.Equal(2, (await FactsAsync(added[0].PetitionId)).Count(kind => kind == "MaterialsSupplied"));
    }

    private static NewPetition Appeal(NewPetition filed) => filed with { Request = "请求对该民事判决进行监督。", Text = Words, Confidentiality = "Normal" };

    private Task<Receipt> OnlineAsync(IReadOnlyList<FiledRespondent>? respondents = null) => RunAsync<PetitionIntakeService, Receipt>(intake => intake.FileAsync(
        Filings.J1() with { Category = "Appeal", SubCategory = "A6", Request = "请求对该民事判决进行监督。", Text = Words, Respondents = respondents ?? [] }, Actor.Citizen(), default));

    private LetterEntry Letter() => new()
    {
        SubmissionKey = Guid.NewGuid(),
        OfficeId = Given.OfficeId(),
        ReceivedOn = new DateOnly(2026, 3, 2),
        Person = new FiledPerson { Name = "刘 芳", IdKind = "ResidentId", IdNumber = "990101199003070015", Address = "清溪县榆林街3号" },
        Identity = RecordVisit.Named,
        Matter = new MatterTaken { Category = "Appeal", SubCategory = "A6", Request = "请求对该民事判决进行监督", Text = Words, NoticeWay = "Post" },
    };

    private Task<IReadOnlyList<SimilarMatter>> HintsAsync(LetterEntry letter) =>
        RunAsync<SimilarMatters, IReadOnlyList<SimilarMatter>>(similar => similar.ForEntryAsync(letter.SubmissionKey, letter.Person, letter.Identity, letter.Matter, clerk, default));

    private Task MergeAsync(Staff staff, Petition joined, Petition target, bool samePerson = true) =>
        ActAs<JoinService>(staff, (joining, actor) => joining.MergeAsync(new JoinRequest(joined.Number, target.Number, samePerson, false, "同一事项", "两件事项合并办理。"), actor, default));

    private async Task<T> RunAs<TService, T>(Staff staff, Func<TService, Actor, Task<T>> act)
        where TService : notnull
    {
        var actor = await As(staff);
        return await RunAsync<TService, T>(service => act(service, actor));
    }

    private Task ScreenAsync(string number) => ActAs<ScreeningService>(Officer, (service, actor) => service.StartAsync(number, true, actor, default));

    private Task<List<string>> FactsAsync(Guid subject) => QueryAsync(db => db.Facts.Where(fact => fact.SubjectId == subject).OrderBy(fact => fact.Seq).Select(fact => fact.Kind).ToListAsync());

    private Task<List<PetitionClock>> ClocksAsync(Guid petition) => QueryAsync(db => db.PetitionClocks.AsNoTracking().Where(clock => clock.PetitionId == petition).ToListAsync());
}
