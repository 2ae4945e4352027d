using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Documents;
using Petitions.Services.JointVisits;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Documents;

namespace Petitions.Services.Tests.JointVisits;

/// <summary>Who is heard with whom, and what those learn who were told: no name that is kept back, one open table, links and lines that say what is.</summary>
public sealed partial class JointVisitTests
{
    private const string Quiet = "何平";

    /// <summary>Domain.md 3.2, 3.3 f: a withheld name, and a report, sit with nobody else; with matters of their own petitioner they do.</summary>
    [Fact]
    public async Task Company_OfWhoKeepsHisNameBack_IsHisOwnAlone()
    {
        var open = await Given.Petition();
        var (quiet, again) = (await Given.Petition(Withheld), await Given.Petition(Withheld));
        var report = await Given.Petition(filed => filed with { Confidentiality = "ReportMaterial" });
        var id = await ProposedAsync(open);

        foreach (var apart in new[] { quiet, report })
        {
            Assert.Equal("joint.other-person", await RefusedAs<JointCaseService>(Director, (cases, actor) => cases.AddAsync(id, apart.Number, actor, default)));
        }

        Assert.Equal("joint.other-person", await RefusedProposalAsync(quiet, report));
        Assert.Equal(2, (await VisitAsync(await ProposedAsync(quiet, again))).Cases.Count);
        Assert.Single((await VisitAsync(id)).Cases);
    }

    /// <summary>The system's own proposal leaves out whoever keeps his name back, and counts him all the same.</summary>
    [Fact]
    public async Task Proposals_LeaveOutWhoKeepsHisNameBack_AndWhatHasEnded()
    {
        var first = await Accepted();
        var (quiet, ended) = (await Screened(Withheld), await Screened());
        await LinkAsync(quiet, first);
        await LinkAsync(ended, first);
        await SetAsync(ended, PetitionState.Closed);

        Assert.Equal(1, await ProposeAsync());
        var visit = await QueryAsync(db => db.JointVisits.AsNoTracking().Include(v => v.Cases).SingleAsync());
        Assert.Equal((3, first.Id), (visit.TriggerCount, Assert.Single(visit.Cases).PetitionId));
    }

    /// <summary>Whose matter becomes a report after the table was set is not named to the others: not in the minutes, not on a measure's end, not on their page.</summary>
    [Fact]
    public async Task Papers_OfOnePetitioner_DoNotNameAnotherWhoseNameIsKeptBack()
    {
        var open = await Accepted();
        var other = await Accepted(filed => filed with { Parties = [new PartyDetails { Relation = "Petitioner", Name = Quiet, NoticeWay = "Portal" }] });
        var id = await HeldAsync(open, other);
        var talk = await QueryAsync(db => db.MinutesParagraphs.AsNoTracking().SingleAsync(p => p.JointVisitId == id && p.Kind == ParagraphKind.Discussion));
        await ActAs<JointMinutesService>(Officer, (minutes, actor) => minutes.WriteAsync(id, talk.Id, $"{Quiet}当场说明了情况。", talk.Version, actor, default));
        await QueryAsync(db => db.Petitions.VisibleTo(Actor.System).Where(p => p.Id == other.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Confidentiality, "ReportMaterial")));
        await ConfirmAsync(id);
        var measure = await QueryAsync(db => db.JointMeasures.Where(m => m.JointVisitId == id).Select(m => m.Id).SingleAsync());
        await ActAs<JointMeasureService>(Director, (measures, actor) => measures.EndAsync(id, measure, false, $"{Quiet}没有签收", actor, default));

        var words = await MinutesAsync(open);
        Assert.DoesNotContain(words, line => line.Contains(Quiet, StringComparison.Ordinal));
        Assert.Contains(words, line => line.Contains("某某当场说明了情况。", StringComparison.Ordinal));
        Assert.Contains(await MinutesAsync(other), line => line.Contains(Quiet, StringComparison.Ordinal));
        var told = await QueryAsync(db => db.Notices.AsNoTracking().SingleAsync(n => n.PetitionId == open.Id && n.Template == "joint.measure-failed" && n.Channel == "Portal"));
        Assert.Contains("某某没有签收", Services.GetRequiredService<ColumnProtector>().Unprotect(told.Body), StringComparison.Ordinal);
        var own = Assert.Single(await RunAsync<OwnJointVisitQueries, IReadOnlyList<OwnJointVisit>>(queries => queries.OfAsync(Actor.Citizen(open.Id), default)));
        Assert.Equal("某某没有签收", Assert.Single(own.Measures).Result);
    }

    /// <summary>What was withdrawn, closed or archived is neither proposed, nor added, nor told, nor called.</summary>
    [Theory]
    [InlineData(PetitionState.Withdrawn)]
    [InlineData(PetitionState.Closed)]
    public async Task Matter_ThatEnded_IsNeitherProposedNorCalled(PetitionState state)
    {
        var (ended, live) = (await Given.Petition(), await Given.Petition());
        var id = await PreparedAsync(live);
        await SetAsync(ended, state);

        Assert.Equal("joint.matter-ended", await RefusedProposalAsync(ended));
        Assert.Equal("joint.matter-ended", await RefusedAs<JointCaseService>(Director, (cases, actor) => cases.AddAsync(id, ended.Number, actor, default)));
        await ActAs<JointCallService>(Director, (calls, actor) => calls.TellAsync(id, actor, default));
        await SetAsync(live, state);
        Assert.Equal("joint.matter-ended", await RefusedAs<JointCallService>(Director, (calls, actor) => calls.CallAsync(id, actor, default)));
    }

    /// <summary>Who was told of a time and is not heard after all is told; who never was is left in peace.</summary>
    [Fact]
    public async Task Case_DroppedAfterItsPetitionerWasTold_IsToldToHimAlone()
    {
        var (one, two, late) = (await Given.Petition(), await Given.Petition(), await Given.Petition());
        var id = await PreparedAsync(one, two);
        await ActAs<JointCallService>(Director, (calls, actor) => calls.TellAsync(id, actor, default));
        await ActAs<JointCaseService>(Director, (cases, actor) => cases.AddAsync(id, late.Number, actor, default));

        foreach (var dropped in new[] { two, late })
        {
            await ActAs<JointCaseService>(Director, (cases, actor) => cases.DropAsync(id, dropped.Id, actor, default));
        }

        Assert.Equal([two.Id], await DroppedAsync());
        Assert.Equal("joint.cases", await RefusedAs<JointCaseService>(Director, (cases, actor) => cases.DropAsync(id, one.Id, actor, default)));

        // A proposal that is refused after its petitioner was told of a time is told to him as well.
        await ActAs<JointCallService>(Director, (calls, actor) => calls.RefuseAsync(id, "已经由领导包案", actor, default));
        Assert.Equal(new[] { one.Id, two.Id }.Order(), (await DroppedAsync()).Order());
    }

    /// <summary>Two at once: one table wins, the other gets the rule; the index holds it where nobody looked first.</summary>
    [Fact]
    public async Task Matter_AtTwoTablesAtOnce_IsHeardAtOne_ByTheDatabase()
    {
        var petition = await Given.Petition();
        var director = await As(Director);
        ProposeJointVisit Form() => new([petition.Number], "协调落实补偿", Guid.NewGuid());
        async Task<string> AtAsync(Func<Task<Guid>> propose)
        {
            try
            {
                await propose();
                return "";
            }
            catch (RuleBrokenException broken)
            {
                return broken.Code;
            }
        }

        var both = await Task.WhenAll(
            AtAsync(() => RunAsync<JointPlanService, Guid>(plan => plan.ProposeAsync(Form(), director, default))),
            AtAsync(() => RunOnOtherNodeAsync<JointPlanService, Guid>(plan => plan.ProposeAsync(Form(), director, default))));

        Assert.Equal(["", "joint.other-open"], both.Order(StringComparer.Ordinal));
        var id = await QueryAsync(db => db.JointVisits.Select(v => v.Id).SingleAsync());
        await Assert.ThrowsAsync<DuplicateRowException>(() => AddAsync(petition));

        // Once it is refused, the next one may be proposed.
        await ActAs<JointCallService>(Director, (calls, actor) => calls.RefuseAsync(id, "改日再议", actor, default));
        Assert.True(await AddAsync(petition) > 0);
    }

    /// <summary>A moved session takes the links that still open with it, and its guest hears of it; one whose day is over stays dead.</summary>
    [Fact]
    public async Task GuestLink_WhenTheSessionIsMoved_GoesWithIt_AndADeadOneStaysDead()
    {
        var id = await PreparedAsync(await Given.Petition());
        var holder = (await OpenAsync(await InviteAsync(id, await BureauSeatAsync(id))))!;
        Task MoveAsync(int days) => ActAs<JointPlaceService>(Director, (places, actor) => places.SetTimeAsync(id, Day.AddDays(days), new TimeOnly(14, 0), new TimeOnly(16, 0), actor, default));

        await MoveAsync(1);
        await MoveAsync(1);

        Assert.Equal((await VisitAsync(id)).EndsAt, await QueryAsync(db => db.JointGuestPasses.Select(p => p.ValidUntil).SingleAsync()));
        Assert.Equal(1, await QueryAsync(db => db.Notices.CountAsync(n => n.Template == "joint.guest-moved" && n.Channel == "Email")));
        Clock.SetUtcNow(new DateTimeOffset(ChinaTime.StartOfDayUtc(Day)).AddHours(20));
        Assert.NotNull(await SessionAsync(holder));
        Clock.Advance(TimeSpan.FromDays(2));
        Assert.Null(await SessionAsync(holder));
        var director = await As(Director);
        Task<JointSheet> SheetAsync() => RunAsync<JointVisitQueries, JointSheet>(queries => queries.NowAsync(id, director, default));
        Assert.Null((await SheetAsync()).Seats.Single(seat => seat.Organ == Bureau).LinkAt);
        await MoveAsync(7);
        Assert.Null(await SessionAsync(holder));
        Assert.Null((await SheetAsync()).Seats.Single(seat => seat.Organ == Bureau).LinkAt);
    }

    /// <summary>Security.md B4: sheet, table and minutes are readings of every matter they hear; what a page fetches by itself is none.</summary>
    [Fact]
    public async Task Sheet_AndMinutes_AreWrittenDownAsReadForEachMatter()
    {
        var (one, two) = (await Given.Petition(), await Given.Petition());
        var id = await PreparedAsync(one, two);
        var officer = await As(Officer);
        Task<List<Guid>> ReadAsync() => QueryAsync(db => db.ReadRecords.Where(r => r.StaffId == Officer.Id && r.What == "JointVisit").Select(r => r.PetitionId).ToListAsync());

        await RunAsync<JointVisitQueries, JointSheet>(queries => queries.ReadAsync(id, officer, default));
        await RunAsync<JointVisitQueries, JointSheet>(queries => queries.NowAsync(id, officer, default));
        Assert.Equal(new[] { one.Id, two.Id }.Order(), (await ReadAsync()).Order());
        await RunAsync<JointMinutesQueries, Paper>(queries => queries.PaperAsync(id, officer, default));
        Assert.Equal(4, (await ReadAsync()).Count);
    }

    /// <summary>A day that was given up does not stand on the timeline as if it held: the line says what became of it.</summary>
    [Fact]
    public async Task Timeline_OfACalledTable_SaysWhatBecameOfItsDay()
    {
        var petition = await Accepted();
        var id = await CalledAsync(petition);
        async Task<IEnumerable<(DateOnly?, string?, DateOnly?)>> CalledLinesAsync() =>
            (await RunAsync<PetitionTimelineQueries, IReadOnlyList<TimelineEvent>>(queries => queries.CitizenAsync(petition.Id, Actor.Citizen(petition.Id), default)))
                .Where(line => line.Kind == nameof(JointVisitCalled)).Select(line => (line.Detail!.Day, line.Detail.Cause, line.Detail.NowOn));

        Assert.Equal([(Day, null, null)], await CalledLinesAsync());
        await ActAs<JointCallService>(Director, (calls, actor) => calls.PostponeAsync(id, "主持人出差", actor, default));
        Assert.Equal([(Day, "Postponed", null)], await CalledLinesAsync());
        var next = Day.AddDays(7);
        await ActAs<JointPlaceService>(Director, (places, actor) => places.SetTimeAsync(id, next, new TimeOnly(14, 0), new TimeOnly(16, 0), actor, default));
        await ActAs<JointCallService>(Director, (calls, actor) => calls.TellAsync(id, actor, default));
        await ActAs<JointCallService>(Director, (calls, actor) => calls.CallAsync(id, actor, default));
        Assert.Equal([(Day, "Moved", next), (next, null, null)], await CalledLinesAsync());
        await ActAs<JointCallService>(Director, (calls, actor) => calls.CallOffAsync(id, "不再需要", actor, default));
        Assert.Equal([(Day, "Moved", next), (next, "CalledOff", null)], await CalledLinesAsync());
    }

    private NewPetition Withheld(NewPetition filed) => filed with
    {
        IdentityMode = "NameWithheld",
        Parties =
        [
            new PartyDetails
            {
                Relation = "Petitioner",
                EncryptedIdentity = Services.GetRequiredService<ColumnProtector>().ProtectBlock(new IdentityBlock { SealedName = Quiet }),
                IdNumberIndex = Services.GetRequiredService<ColumnProtector>().BlindIndex("id", "990101199003070015"),
                NoticeWay = "Portal",
            },
        ],
    };

    /// <summary>The rule by which it was not proposed.</summary>
    private Task<string> RefusedProposalAsync(params IReadOnlyList<Petition> petitions) =>
        RefusedAs<JointPlanService>(Director, (plan, actor) => plan.ProposeAsync(new ProposeJointVisit([.. petitions.Select(p => p.Number)], "协调落实补偿", Guid.NewGuid()), actor, default));

    private Task SetAsync(Petition petition, PetitionState state) =>
        QueryAsync(db => db.Petitions.VisibleTo(Actor.System).Where(p => p.Id == petition.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, state)));

    /// <summary>Past every look: what another node would write that looked a moment earlier.</summary>
    private Task<int> AddAsync(Petition petition) => QueryAsync(db =>
    {
        db.JointVisits.Add(JointVisit.Propose(new NewJointVisit { OfficeId = petition.OfficeId, Trigger = JointTrigger.Age, Petitions = [petition.Id] }, Clock.GetUtcNow().UtcDateTime).Visit);
        return db.SaveChangesAsync();
    });

    /// <summary>Whose petitioners were told that their matter is not heard.</summary>
    private Task<List<Guid>> DroppedAsync() =>
        QueryAsync(db => db.Notices.Where(n => n.Template == "joint.dropped" && n.Channel == "Portal").Select(n => n.PetitionId!.Value).ToListAsync());

    /// <summary>The minutes as their petitioner reads them.</summary>
    private async Task<IReadOnlyList<string>> MinutesAsync(Petition petition)
    {
        var id = await QueryAsync(db => db.IssuedDocuments.Where(d => d.PetitionId == petition.Id && d.Type == "JointVisitMinutes").Select(d => d.Id).SingleAsync());
        return [.. (await RunAsync<DocumentQueries, DocumentView>(queries => queries.GetAsync(petition.Number, id, Actor.Citizen(petition.Id), default))).Paper.Words];
    }
}
