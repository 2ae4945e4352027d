using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data.Keys;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.JointVisits;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Documents;
using Petitions.Services.Appointments;
using Petitions.Services.Clocks;
using Petitions.Services.JointVisits;
using Petitions.Services.Petitions.Joining;
using Petitions.Services.Petitions.Screening;

namespace Petitions.Services.Tests.JointVisits;

/// <summary>Joint visits on both engines (journey J8; seed features 22, 27, 29): proposals, the wall, guests, minutes, measures.</summary>
public sealed class JointVisitTests : JointTest
{
    /// <summary>Seed feature 27: three linked registrations are proposed with their reason; a refusal needs a reason and holds until there is one more.</summary>
    [Fact]
    public async Task Proposals_ThreeLinkedRegistrations_AreProposedOnce_AndAgainWithOneMore()
    {
        var first = await Accepted();
        foreach (var again in new[] { await Screened(), await Screened() })
        {
            await LinkAsync(again, first);
        }

        Assert.Equal((1, 0), (await ProposeAsync(), await ProposeAsync()));
        var visit = await VisitAsync(await QueryAsync(db => db.JointVisits.Select(v => v.Id).SingleAsync()));
        Assert.Equal((JointTrigger.Registrations, 3, 3), (visit.Trigger, visit.TriggerCount, visit.Cases.Count));
        Assert.Equal([nameof(JointVisitProposed)], await KindsAsync(visit.Id));
        Assert.Equal(1, await QueryAsync(db => db.Notices.CountAsync(n => n.StaffId == Director.Id && n.Template == "staff.joint-proposed")));
        Assert.Equal("joint.reason", await RefusedAs<JointPlanService>(Director, (plan, actor) => plan.RefuseAsync(visit.Id, " ", actor, default)));
        await ActAs<JointPlanService>(Director, (plan, actor) => plan.RefuseAsync(visit.Id, "已经由领导包案", actor, default));
        Assert.Equal(3, await QueryAsync(db => db.CaseNotes.CountAsync(note => note.Text == "已经由领导包案")));
        Assert.Equal(0, await ProposeAsync());
        await LinkAsync(await Screened(), first);
        Assert.Equal(1, await ProposeAsync());
    }

    /// <summary>Each of three matters linked crosswise has the reason; the refusal of one table answers all.</summary>
    [Fact]
    public async Task Proposals_LinkedCrosswise_RefusedForOne_AreNotProposedForTheOthers()
    {
        Petition[] matters = [await Accepted(), await Screened(), await Screened()];
        await LinkAsync(matters[1], matters[0]);
        await LinkAsync(matters[2], matters[0]);
        await LinkAsync(matters[2], matters[1]);
        Assert.Equal(1, await ProposeAsync());
        var id = await QueryAsync(db => db.JointVisits.Select(v => v.Id).SingleAsync());

        await ActAs<JointPlanService>(Director, (plan, actor) => plan.RefuseAsync(id, "已经由领导包案", actor, default));

        Assert.Equal(0, await ProposeAsync());
    }

    [Fact]
    public async Task Proposals_AMatterOlderThanTheSetTime_IsProposed()
    {
        var old = await Accepted();
        Assert.Equal(0, await ProposeAsync());

        Clock.Advance(TimeSpan.FromDays(731));

        Assert.Equal(1, await ProposeAsync());
        var visit = await QueryAsync(db => db.JointVisits.AsNoTracking().Include(v => v.Cases).SingleAsync());
        Assert.Equal((JointTrigger.Age, 2, old.Id), (visit.Trigger, visit.TriggerCount, Assert.Single(visit.Cases).PetitionId));
    }

    /// <summary>Domain.md 3.3 (b): who is complained of neither sits at the table nor knows of it, also when he is named later.</summary>
    [Fact]
    public async Task Table_OfAComplaint_HasNoSeatForWhoIsComplainedOf()
    {
        var petition = await Accepted(filed => filed with { Respondents = [new RespondentDetails { Kind = RespondentKind.Unit, Name = "清溪县公安局" }, new RespondentDetails { Kind = RespondentKind.Person, Name = "沈清" }] });
        var id = await ProposedAsync(petition);
        WriteSeat Seat(string organ, string? person = null) => new() { Kind = SeatKind.JudicialOrgan, OrganKind = "PublicSecurity", Organ = organ, PersonName = person };
        Task<string> Refused(WriteSeat seat) => RefusedAs<JointPlanService>(Director, (plan, actor) => plan.SeatAsync(id, null, seat, actor, default));

        Assert.Equal("joint.receiver-is-respondent", await Refused(Seat("清溪县公安局")));
        Assert.Equal("joint.receiver-is-respondent", await Refused(Seat("清溪县公安局城东派出所")));
        Assert.Equal("joint.receiver-is-respondent", await Refused(Seat("江城市公安局", "沈清")));
        Assert.Equal("joint.receiver-is-respondent", await Refused(new WriteSeat { Kind = SeatKind.Department, StaffId = Deputy.Id }));
        await SeatAsync(id, Seat("江城市公安局", "段志强"));
        // The deputy calls joint visits in this office, and knows of this one no more than of a missing one.
        var walled = await As(Deputy);
        Assert.Empty((await RunAsync<JointVisitQueries, JointVisitList>(queries => queries.ListAsync(false, null, walled, default))).Lines);
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<JointVisitQueries>(Deputy, (queries, actor) => queries.ReadAsync(id, actor, default)));
    }

    [Fact]
    public async Task Visit_IsKnownToWhoCallsItAndWhoSitsThere_AndToNobodyElse()
    {
        var id = await PreparedAsync(await Accepted());

        foreach (var (staff, count) in new[] { (Director, 1), (Deputy, 1), (Officer, 1), (Handler, 0), (Head, 0) })
        {
            var actor = await As(staff);
            Assert.Equal(count, (await RunAsync<JointVisitQueries, JointVisitList>(queries => queries.ListAsync(false, null, actor, default))).Count);
        }

        // Who only sits there prepares nothing.
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<JointCallService>(Officer, (calls, actor) => calls.TellAsync(id, actor, default)));
    }

    /// <summary>Journey J8 step 3 and (c): the petitioner is told by a numbered notice; a changed time is told again.</summary>
    [Fact]
    public async Task Call_BeforeThePetitionerWasTold_IsRefused()
    {
        var petition = await Accepted();
        var id = await PreparedAsync(petition);
        await SeatAsync(id, new WriteSeat { Kind = SeatKind.Interpreter, PersonName = "尚晓", Contact = "13800006666" });

        Assert.Equal("joint.missing", await RefusedAs<JointCallService>(Director, (calls, actor) => calls.CallAsync(id, actor, default)));
        await ActAs<JointCallService>(Director, (calls, actor) => calls.TellAsync(id, actor, default));
        Assert.Equal("joint.told-already", await RefusedAs<JointCallService>(Director, (calls, actor) => calls.TellAsync(id, actor, default)));
        await ActAs<JointCallService>(Director, (calls, actor) => calls.CallAsync(id, actor, default));

        var paper = await QueryAsync(db => db.IssuedDocuments.AsNoTracking().SingleAsync(d => d.PetitionId == petition.Id && d.Type == "JointVisitNotice"));
        Assert.Equal((true, true), (paper.ToPetitioner, paper.NumberText is not null));
        Assert.Equal(1, await QueryAsync(db => db.Notices.CountAsync(n => n.Template == "joint.told" && n.Channel == "Sms")));
        Assert.Equal([nameof(JointVisitProposed), nameof(JointVisitCalled)], await KindsAsync(id));
        await ActAs<JointCallService>(Director, (calls, actor) => calls.PostponeAsync(id, "主持人出差", actor, default));
        Assert.Contains("told", (await VisitAsync(id)).Missing().Select(gap => gap.Code));
        Assert.Equal(1, await QueryAsync(db => db.Notices.CountAsync(n => n.PetitionId == petition.Id && n.Template == "joint.off" && n.Channel == "Portal")));
    }

    /// <summary>Journey J8 step 1: papers are due two days before, and the chair hears once of those that have not come.</summary>
    [Fact]
    public async Task Papers_NotThereByTheirDay_AreToldToTheChairOnce()
    {
        var id = await CalledAsync(await Accepted());
        // Two days before that Monday is a Saturday: they are due on the Friday.
        Assert.Equal(Day.AddDays(-3), (await VisitAsync(id)).Seats.Single(seat => seat.Organ == Bureau).BringBy);

        Clock.Advance(TimeSpan.FromDays(13));

        Assert.Equal((1, 0), (await RemindAsync(), await RemindAsync()));
        Assert.Equal(1, await QueryAsync(db => db.Notices.CountAsync(n => n.StaffId == Director.Id && n.Template == "staff.joint-papers")));
    }

    /// <summary>A room is kept for the hours: nobody else takes it, and it comes back when the joint visit is called off.</summary>
    [Fact]
    public async Task Room_IsKept_UntilItIsCalledOff()
    {
        var id = await PreparedAsync(await Accepted());
        var other = await PreparedAsync(await Accepted());
        var director = await As(Director);
        var hall = Given.Offices.ServicePoints.Single(point => point.Code == "SP-QX-HALL").Id;
        await RunAsync<RoomService>(rooms => rooms.OpenAsync(hall, new RoomDetails { NameZh = "三室", NameEn = "Room 3", Kind = RoomKind.Room, Seats = 12 }, Guid.NewGuid(), director, default));
        var room = await QueryAsync(db => db.Rooms.Where(r => r.NameZh == "三室").Select(r => r.Id).SingleAsync());

        await ActAs<JointPlaceService>(Director, (places, actor) => places.AddAsync(id, room, null, false, actor, default));

        Assert.Equal("room.taken", await RefusedAs<JointPlaceService>(Director, (places, actor) => places.AddAsync(other, room, null, false, actor, default)));
        // Moved by half an hour into its own hours: its own booking does not stand in its way.
        await ActAs<JointPlaceService>(Director, (places, actor) => places.SetTimeAsync(id, Day, new TimeOnly(14, 30), new TimeOnly(16, 30), actor, default));
        Assert.Equal(8, await QueryAsync(db => db.RoomQuarters.CountAsync(q => q.RoomId == room)));
        var kept = (await VisitAsync(id)).Places.Single(place => place.RoomId == room);
        await ActAs<JointPlaceService>(Director, (places, actor) => places.DropAsync(id, kept.Id, actor, default));
        Assert.Equal(0, await QueryAsync(db => db.RoomQuarters.CountAsync(q => q.RoomId == room)));
        await ActAs<JointPlaceService>(Director, (places, actor) => places.AddAsync(other, room, null, false, actor, default));
    }

    /// <summary>Done when: a guest's link on another address, after its session, or twice at once opens nothing and is written down.</summary>
    [Fact]
    public async Task GuestLink_OpensOnce_ItsOwnSession_AndNothingElse()
    {
        var id = await CalledAsync(await Accepted());
        var token = await InviteAsync(id, await BureauSeatAsync(id));

        Assert.Null(await LookAsync(token, forMeasure: true));
        var both = await Task.WhenAll(OpenAsync(token), OpenAsync(token));
        var holder = Assert.Single(both, key => key is not null)!;
        Assert.Null(await OpenAsync(token));
        var brief = (await RunAsync<JointGuestDoor, JointPass?>(door => door.HeldAsync(holder, default)))!;
        Assert.Equal(Bureau, brief.Seat.Organ);
        Clock.SetUtcNow(new DateTimeOffset((await VisitAsync(id)).EndsAt!.Value));
        Assert.Null(await RunAsync<JointGuestDoor, JointPass?>(door => door.HeldAsync(holder, default)));
        Assert.Null(await LookAsync(token, forMeasure: false));
        Assert.Null(await LookAsync(new byte[JointGuestPass.TokenLength], forMeasure: false));

        var tried = await QueryAsync(db => db.JointGuestAttempts.Where(a => a.JointVisitId == id).Select(a => a.Why).ToListAsync());
        Assert.Equal([GuestRefusal.Expired, GuestRefusal.Expired, GuestRefusal.AlreadyOpened, GuestRefusal.AlreadyOpened, GuestRefusal.WrongAddress], tried.Order());
        Assert.Equal(nameof(ParticipantInvited), (await KindsAsync(id))[^1]);
    }

    /// <summary>Who is named as complained of after he was invited: his link opens nothing, and the table is not set with him.</summary>
    [Fact]
    public async Task GuestLink_OfWhoIsComplainedOfSince_OpensNothing()
    {
        var petition = await Accepted();
        var id = await PreparedAsync(petition);
        var token = await InviteAsync(id, await BureauSeatAsync(id));
        await ActAs<ScreeningService>(Director, (screening, actor) => screening.NameRespondentAsync(new NameRespondentRequest(petition.Number, new RespondentDetails { Kind = RespondentKind.Unit, Name = Bureau }), actor, default));

        Assert.Null(await OpenAsync(token));
        await ActAs<JointCallService>(Director, (calls, actor) => calls.TellAsync(id, actor, default));
        Assert.Equal("joint.receiver-is-respondent", await RefusedAs<JointCallService>(Director, (calls, actor) => calls.CallAsync(id, actor, default)));
    }

    /// <summary>A guest names who comes, never whom the matter complains of; a new link ends the old one.</summary>
    [Fact]
    public async Task Guest_NamesWhoComes_AndANewLinkEndsTheOld()
    {
        var id = await CalledAsync(await Accepted(filed => filed with { Respondents = [new RespondentDetails { Kind = RespondentKind.Person, Name = "牛三" }] }));
        var seat = await BureauSeatAsync(id);
        var holder = (await OpenAsync(await InviteAsync(id, seat)))!;

        Assert.Equal("joint.receiver-is-respondent", (await Assert.ThrowsAsync<RuleBrokenException>(() => AcceptAsync(holder, "牛三"))).Code);
        await AcceptAsync(holder, "童玉珍");
        Assert.Equal("童玉珍", (await VisitAsync(id)).Seat(seat).PersonName);
        await InviteAsync(id, seat);
        Assert.Null(await RunAsync<JointGuestDoor, JointPass?>(door => door.HeldAsync(holder, default)));
        Assert.Equal(GuestRefusal.Revoked, await QueryAsync(db => db.JointGuestAttempts.Select(a => a.Why).SingleAsync()));
    }

    /// <summary>Journey J8 (f): the minutes hold the attendance as ticked, whatever is edited later; each petitioner gets them numbered.</summary>
    [Fact]
    public async Task Minutes_HoldTheAttendanceAsItWas_AndGoToEveryPetitioner()
    {
        var (one, two) = (await Accepted(), await Accepted());

        var id = await ConfirmedAsync(one, two);

        Assert.Equal(JointVisitState.MinutesConfirmed, (await VisitAsync(id)).State);
        Assert.Equal(2, await QueryAsync(db => db.IssuedDocuments.CountAsync(d => d.Type == "JointVisitMinutes" && d.NumberText != null && (d.PetitionId == one.Id || d.PetitionId == two.Id))));
        Assert.Equal([nameof(JointVisitProposed), nameof(JointVisitCalled), nameof(JointVisitHeld), nameof(JointMinutesConfirmed), nameof(MeasureAgreed)], await KindsAsync(id));
        var actor = await As(Director);
        var paper = await RunAsync<JointMinutesQueries, Paper>(queries => queries.PaperAsync(id, actor, default));
        Assert.Contains(paper.Words, words => words.Contains("罗敏", StringComparison.Ordinal));
        Assert.Contains(paper.Words, words => words.Contains("写下View。", StringComparison.Ordinal));
        Assert.Contains(paper.Words, words => words.Contains("提供审批档案", StringComparison.Ordinal));
        // A paragraph of confirmed minutes is closed.
        var paragraph = await QueryAsync(db => db.MinutesParagraphs.AsNoTracking().FirstAsync(p => p.JointVisitId == id));
        Assert.Equal("joint.wrong-state", await RefusedAs<JointMinutesService>(Officer, (minutes, who) => minutes.WriteAsync(id, paragraph.Id, "改", paragraph.Version, who, default)));
    }

    /// <summary>Two write two paragraphs at once; one paragraph has one writer.</summary>
    [Fact]
    public async Task Minutes_AParagraphHeldByOne_IsNotWrittenByAnother()
    {
        var id = await CalledAsync(await Accepted());
        Clock.SetUtcNow(new DateTimeOffset(ChinaTime.StartOfDayUtc(Day)).AddHours(14));
        await ActAs<JointSittingService>(Officer, (sitting, actor) => sitting.StartAsync(id, actor, default));
        var paragraphs = await QueryAsync(db => db.MinutesParagraphs.AsNoTracking().Where(p => p.JointVisitId == id).OrderBy(p => p.Position).ToListAsync());
        // Opening, the petitioner, a view for host and bureau, discussion, answer.
        Assert.Equal(6, paragraphs.Count);

        await ActAs<JointMinutesService>(Officer, (minutes, actor) => minutes.TakeAsync(id, paragraphs[0].Id, actor, default));
        Assert.Equal("joint.paragraph-locked", await RefusedAs<JointMinutesService>(Director, (minutes, actor) => minutes.TakeAsync(id, paragraphs[0].Id, actor, default)));
        await ActAs<JointMinutesService>(Director, (minutes, actor) => minutes.WriteAsync(id, paragraphs[1].Id, "第二段", paragraphs[1].Version, actor, default));
        Clock.Advance(TimeSpan.FromMinutes(4));
        await ActAs<JointMinutesService>(Director, (minutes, actor) => minutes.TakeAsync(id, paragraphs[0].Id, actor, default));
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<JointMinutesService>(Handler, (minutes, actor) => minutes.TakeAsync(id, paragraphs[0].Id, actor, default)));
    }

    /// <summary>Journey J8 steps 5, 6 and (e): a late measure is reminded of once a step; its end is told to the petitioner, a failure with its reason.</summary>
    [Fact]
    public async Task Measure_Late_IsRemindedOf_AndItsFailureIsToldWithTheReason()
    {
        var petition = await Accepted();
        var id = await ConfirmedAsync(petition);
        var measure = await QueryAsync(db => db.JointMeasures.AsNoTracking().SingleAsync(m => m.JointVisitId == id));

        Assert.Equal(0, await RemindAsync());
        Clock.Advance(TimeSpan.FromDays(9));
        Assert.Equal((1, 0), (await RemindAsync(), await RemindAsync()));
        // Nobody set an address of the portal: the chair is asked to pass a link on.
        Assert.NotEqual(0, await QueryAsync(db => db.Notices.CountAsync(n => n.StaffId == Director.Id && n.Template == "staff.joint-measure")));
        var director = await As(Director);
        Assert.Equal(1, Assert.Single((await RunAsync<JointVisitQueries, JointVisitList>(queries => queries.ListAsync(false, null, director, default))).Lines).Late);
        Assert.Equal("joint.not-owner", await RefusedAs<JointMeasureService>(Officer, (measures, actor) => measures.EndAsync(id, measure.Id, true, "给了", actor, default)));
        Assert.Equal("joint.measure-reason", await RefusedAs<JointMeasureService>(Director, (measures, actor) => measures.EndAsync(id, measure.Id, false, " ", actor, default)));
        var token = await RunAsync<JointMeasureService, byte[]>(measures => measures.LinkAsync(id, measure.Id, director, default));
        await EndByLinkAsync(token, done: false, "档案已经遗失");

        Assert.Equal(JointVisitState.MeasuresDone, (await VisitAsync(id)).State);
        Assert.Null(await LookAsync(token, forMeasure: true));
        var told = await QueryAsync(db => db.Notices.AsNoTracking().SingleAsync(n => n.PetitionId == petition.Id && n.Template == "joint.measure-failed" && n.Channel == "Portal"));
        Assert.Contains("档案已经遗失", Services.GetRequiredService<ColumnProtector>().Unprotect(told.Body), StringComparison.Ordinal);
        Assert.Equal(nameof(MeasureFailed), (await KindsAsync(id))[^1]);
    }

    /// <summary>Seed feature 27: the whole history on one page; that it was read is written down for each matter.</summary>
    [Fact]
    public async Task History_OfTheTable_IsReadByWhoSitsThere_AndWrittenDown()
    {
        var (one, two) = (await Accepted(), await Accepted());
        var id = await PreparedAsync(one, two);
        var officer = await As(Officer);

        var history = await RunAsync<JointHistoryQueries, JointHistory>(queries => queries.OfAsync(id, null, officer, default));

        Assert.Equal([one.Number, two.Number], history.Cases.Select(each => each.Number));
        Assert.All(history.Cases, each => Assert.Contains(each.Timeline, line => line.Kind == "PetitionAccepted"));
        Assert.Equal(2, await QueryAsync(db => db.ReadRecords.CountAsync(r => r.StaffId == Officer.Id && r.What == "JointVisit")));
        await Assert.ThrowsAsync<NotFoundException>(() => ActAs<JointHistoryQueries>(Handler, (queries, actor) => queries.OfAsync(id, null, actor, default)));
    }

    private Task<int> ProposeAsync() => RunAsync<JointVisitProposals, int>(proposals => proposals.RunAsync(Clock.GetUtcNow().UtcDateTime, default));

    private Task LinkAsync(Petition again, Petition first) => ActAs<JoinService>(Director, (joining, actor) => joining.LinkAsync(new JoinRequest(again.Number, first.Number, false, false, "同一事项再次反映"), actor, default));

    private async Task<int> RemindAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<JointMeasureService>().RemindAsync(Clock.GetUtcNow().UtcDateTime, scope.ServiceProvider.GetRequiredService<ResponsiblePersons>(), default);
    }

    private Task<JointPass?> LookAsync(byte[] token, bool forMeasure) => RunAsync<JointGuestDoor, JointPass?>(door => door.LookAsync(token, forMeasure, default));

    private Task<byte[]?> OpenAsync(byte[] token) => RunAsync<JointGuestDoor, byte[]?>(door => door.OpenAsync(token, default));

    private async Task AcceptAsync(byte[] holder, string person)
    {
        await using var scope = Services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<JointGuestDoor>().HeldAsync(holder, default);
        await scope.ServiceProvider.GetRequiredService<JointGuestService>().AcceptAsync(found!, person, default);
    }

    private async Task EndByLinkAsync(byte[] token, bool done, string text)
    {
        await using var scope = Services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<JointGuestDoor>().LookAsync(token, true, default);
        await scope.ServiceProvider.GetRequiredService<JointMeasureService>().EndByLinkAsync(found!, done, text, null, scope.ServiceProvider.GetRequiredService<JointPaperStore>(), default);
    }
}
