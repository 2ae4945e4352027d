using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data.Keys;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Documents;
using Petitions.Services.Appointments;
using Petitions.Services.Clocks;
using Petitions.Services.Files.Attachments;
using Petitions.Services.JointVisits;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Petitions.Joining;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Tests.Files;

namespace Petitions.Services.Tests.JointVisits;

/// <summary>Joint visits on both engines (journey J8; seed features 22, 27, 29): proposals, the wall, guests, minutes, measures.</summary>
public sealed partial class JointVisitTests : JointTest
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
        // Whoever opens one of the matters finds the proposal with its reason on the timeline.
        var handler = await As(Handler);
        var line = (await RunAsync<PetitionTimelineQueries, IReadOnlyList<TimelineEvent>>(queries => queries.StaffAsync(first.Id, handler, default))).Single(each => each.Kind == nameof(JointVisitProposed));
        Assert.Equal(("Registrations", 3, true), (line.Detail!.Cause, line.Detail.Number, line.Internal));
        Assert.Equal("joint.reason", await RefusedAs<JointCallService>(Director, (calls, actor) => calls.RefuseAsync(visit.Id, " ", actor, default)));
        await ActAs<JointCallService>(Director, (calls, actor) => calls.RefuseAsync(visit.Id, "已经由领导包案", actor, default));
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

        await ActAs<JointCallService>(Director, (calls, actor) => calls.RefuseAsync(id, "已经由领导包案", actor, default));

        Assert.Equal(0, await ProposeAsync());
    }

    /// <summary>Registrations count from both ends of a link: the one that came again names two earlier ones.</summary>
    [Fact]
    public async Task Proposals_AMatterLinkedToTwoEarlierOnes_IsProposedOnce()
    {
        var (one, two, again) = (await Screened(), await Screened(), await Screened());
        await LinkAsync(again, one);
        await LinkAsync(again, two);

        Assert.Equal((1, 0), (await ProposeAsync(), await ProposeAsync()));
        var visit = await QueryAsync(db => db.JointVisits.AsNoTracking().Include(v => v.Cases).SingleAsync());
        Assert.Equal((JointTrigger.Registrations, 3, 3), (visit.Trigger, visit.TriggerCount, visit.Cases.Count));
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
        Task<string> Refused(WriteSeat seat) => RefusedAs<JointSeatService>(Director, (seats, actor) => seats.SeatAsync(id, null, seat, actor, default));

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

    /// <summary>Issue 5, done when; J8 a: tried on any other address, a guest's link opens nothing and is written down, and still opens its own.</summary>
    [Fact]
    public async Task GuestLink_OnAnyOtherAddress_OpensNothing_AndIsWrittenDown()
    {
        var (id, other) = (await CalledAsync(await Accepted()), await CalledAsync(await Accepted()));
        var token = await InviteAsync(id, await BureauSeatAsync(id));
        await ActAs<JointPaperService>(Director, (papers, actor) => papers.AddAsync(other, new IncomingFile("档案.txt", "text/plain", Corpus.Text("档案")), actor, default));
        var strange = await QueryAsync(db => db.JointPapers.Where(paper => paper.JointVisitId == other).Select(paper => paper.Id).SingleAsync());
        await ActAs<JointPaperService>(Director, (papers, actor) => papers.ShareAsync(other, strange, true, actor, default));

        // The address of a measure; the keys of link and browser in each other's place; a paper of another table.
        Assert.Null(await LookAsync(token, forMeasure: true));
        Assert.Null(await SessionAsync(token));
        var holder = (await OpenAsync(token))!;
        Assert.Null(await LookAsync(holder, forMeasure: false));
        await Assert.ThrowsAsync<NotFoundException>(() => OpenPaperAsync(holder, strange));

        // A link that never was is no link of a joint visit: it stands in the portal's own log alone.
        Assert.Null(await LookAsync(new byte[JointGuestPass.TokenLength], forMeasure: false));
        Assert.Equal([GuestRefusal.WrongAddress], await TriedAsync(id));
        Assert.Empty(await TriedAsync(other));
        Assert.Equal(Bureau, (await SessionAsync(holder))!.Seat.Organ);
    }

    /// <summary>Issue 5, done when; J8 b, seed feature 29: from the end of its session on, a link opens nothing, used before or not, and is written down.</summary>
    [Fact]
    public async Task GuestLink_AfterItsSession_OpensNothing_AndIsWrittenDown()
    {
        var (used, unused) = (await CalledAsync(await Accepted()), await CalledAsync(await Accepted()));
        var holder = (await OpenAsync(await InviteAsync(used, await BureauSeatAsync(used))))!;
        var token = await InviteAsync(unused, await BureauSeatAsync(unused));

        Clock.SetUtcNow(new DateTimeOffset((await VisitAsync(used)).EndsAt!.Value));
        Assert.Null(await SessionAsync(holder));
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await SessionAsync(holder));
        Assert.Null(await LookAsync(token, forMeasure: false));
        Assert.Null(await OpenAsync(token));

        Assert.Equal([GuestRefusal.Expired, GuestRefusal.Expired], await TriedAsync(used));
        Assert.Equal([GuestRefusal.Expired, GuestRefusal.Expired], await TriedAsync(unused));
    }

    /// <summary>Issue 5, done when: opened twice at once, a link opens for one; the other, and whoever comes later, is written down.</summary>
    [Fact]
    public async Task GuestLink_TwiceAtOnce_OpensForOne_AndTheOtherIsWrittenDown()
    {
        var id = await CalledAsync(await Accepted());
        var token = await InviteAsync(id, await BureauSeatAsync(id));

        var both = await Task.WhenAll(OpenAsync(token), RunOnOtherNodeAsync<JointGuestDoor, byte[]?>(door => door.OpenAsync(token, default)));
        Assert.Null(await OpenAsync(token));

        var holder = Assert.Single(both, key => key is not null)!;
        Assert.Equal([GuestRefusal.AlreadyOpened, GuestRefusal.AlreadyOpened], await TriedAsync(id));
        Assert.Equal(Bureau, (await SessionAsync(holder))!.Seat.Organ);
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

    /// <summary>Issue 5, item 2: several places at once. Each is told where it sits and how it joins; who was there stands by place in the minutes.</summary>
    [Fact]
    public async Task Places_Several_AreJoinedByVideo_AndAttendanceStandsByPlace()
    {
        var petition = await Accepted();
        var id = await PreparedAsync(petition);
        var alone = (await VisitAsync(id)).Places[0].Id;
        await ActAs<JointPlaceService>(Director, (places, actor) => places.DropAsync(id, alone, actor, default));
        (string Name, string? Link)[] three = [("第二接待室", null), ("住建局会议室", null), ("榆林街道办会议室", "会议号 7")];
        foreach (var (name, link) in three)
        {
            await ActAs<JointPlaceService>(Director, (places, actor) => places.AddAsync(id, null, name, true, actor, default, link));
        }

        var visit = await VisitAsync(id);
        Guid PlaceOf(JointSeat seat) => visit.Places.Single(place => place.Name == (seat.Organ == Bureau ? "住建局会议室" : seat.Kind == SeatKind.Petitioner ? "榆林街道办会议室" : "第二接待室")).Id;
        Assert.Equal(4, visit.Missing().Count(gap => gap.Code == "seat.place"));
        foreach (var seat in visit.Seats)
        {
            await ActAs<JointSeatService>(Director, (seats, actor) => seats.SeatAsync(id, seat.Id, new WriteSeat
            {
                Kind = seat.Kind,
                Role = seat.Role,
                OrganKind = seat.OrganKind,
                Organ = seat.Organ,
                DepartmentId = seat.DepartmentId,
                StaffId = seat.StaffId,
                PersonName = seat.PersonName,
                Bring = seat.Bring,
                PlaceId = PlaceOf(seat),
            }, actor, default));
        }

        Assert.Equal(["video", "told"], (await VisitAsync(id)).Missing().Select(gap => gap.Code));
        await ActAs<JointPlanService>(Director, async (plan, actor) => await plan.DescribeAsync(id, new DescribeJointVisit
        {
            Seen = (await VisitAsync(id)).Version,
            Purpose = "协调落实补偿",
            Brief = "请说明二〇一五年的审批情况。",
            VideoLink = "会议号 8",
            Agent = JointNeed.NotNeeded,
            Interpreter = JointNeed.NotNeeded,
        }, actor, default));
        await ActAs<JointCallService>(Director, (calls, actor) => calls.TellAsync(id, actor, default));
        await ActAs<JointCallService>(Director, (calls, actor) => calls.CallAsync(id, actor, default));

        // The bureau joins by the link of all, the petitioner by that of his place.
        var brief = await BriefAsync((await OpenAsync(await InviteAsync(id, await BureauSeatAsync(id))))!);
        Assert.Equal(("住建局会议室", "会议号 8"), (brief.Place, brief.VideoLink));
        var own = Assert.Single(await RunAsync<OwnJointVisitQueries, IReadOnlyList<OwnJointVisit>>(queries => queries.OfAsync(Actor.Citizen(petition.Id), default)));
        Assert.Equal(("榆林街道办会议室", "会议号 7"), (own.Place, own.Link));

        await SitAsync(id);
        await ConfirmAsync(id);
        Assert.Equal(["住建局会议室", "榆林街道办会议室", "第二接待室"], (await VisitAsync(id)).Attendance.Select(line => line.Place!).Distinct().Order(StringComparer.Ordinal));
        var director = await As(Director);
        var paper = await RunAsync<JointMinutesQueries, Paper>(queries => queries.PaperAsync(id, director, default));
        Assert.Contains(paper.Words, words => words.Contains("罗敏（住建局会议室）", StringComparison.Ordinal));
    }

    /// <summary>
    /// The matter's own timeline tells of its table: staff of all of it, the petitioner of what is open to him, and whoever is
    /// complained of in another matter of the same table of nothing.
    /// </summary>
    [Fact]
    public async Task Timeline_OfAMatter_TellsOfItsTable_ButNotBehindTheWall()
    {
        var one = await Accepted();
        var against = await Accepted(filed => filed with { Respondents = [new RespondentDetails { Kind = RespondentKind.Person, Name = Deputy.Name }] });
        var apart = await Accepted();
        await ConfirmedAsync(one, against);
        var (director, deputy) = (await As(Director), await As(Deputy));
        Task<IReadOnlyList<TimelineEvent>> StaffAsync(Petition petition, Actor actor) => RunAsync<PetitionTimelineQueries, IReadOnlyList<TimelineEvent>>(queries => queries.StaffAsync(petition.Id, actor, default));
        static IEnumerable<string> Joint(IEnumerable<TimelineEvent> lines) => lines.Select(line => line.Kind).Where(kind => FactKinds.Of(kind).Subject == FactSubject.JointVisit);

        var all = await StaffAsync(one, director);
        var citizen = await RunAsync<PetitionTimelineQueries, IReadOnlyList<TimelineEvent>>(queries => queries.CitizenAsync(one.Id, Actor.Citizen(one.Id), default));

        Assert.Equal([nameof(JointVisitProposed), nameof(JointVisitCalled), nameof(JointVisitHeld), nameof(JointMinutesConfirmed), nameof(MeasureAgreed)], Joint(all));
        Assert.Equal([nameof(JointVisitCalled), nameof(JointVisitHeld), nameof(JointMinutesConfirmed), nameof(MeasureAgreed)], Joint(citizen));
        Assert.Equal(all.OrderBy(line => line.At).Select(line => line.At), all.Select(line => line.At));
        Assert.Equal(Day, citizen.Single(line => line.Kind == nameof(JointVisitCalled)).Detail!.Day);
        var agreed = citizen.Single(line => line.Kind == nameof(MeasureAgreed)).Detail!;
        Assert.Equal((1, Day.AddDays(7)), (agreed.Number, agreed.Day));
        var seen = await StaffAsync(one, deputy);
        Assert.Contains("PetitionAccepted", seen.Select(line => line.Kind));
        Assert.Empty(Joint(seen));
        Assert.Empty(await StaffAsync(against, deputy));
        Assert.Empty(Joint(await StaffAsync(apart, director)));
        // The case page reads the same rows, with the name of who called it.
        var sheet = await RunAsync<CaseQueries, CaseSheet>(queries => queries.SheetAsync(one.Number, director, default));
        Assert.Equal(all.Select(line => line.Kind), sheet.Timeline.Select(line => line.Event.Kind));
        Assert.Equal(Director.Name, sheet.Timeline.Single(line => line.Event.Kind == nameof(JointVisitCalled)).Who);
        Assert.Empty(Joint((await RunAsync<CaseQueries, CaseSheet>(queries => queries.SheetAsync(one.Number, deputy, default))).Timeline.Select(line => line.Event)));

        // Nor does the history at another table on the same matter tell him of it, or of what was agreed there.
        var second = await PreparedAsync(one);
        Task<JointHistory> HistoryAsync(Actor actor) => RunAsync<JointHistoryQueries, JointHistory>(queries => queries.OfAsync(second, null, actor, default));
        Assert.Single((await HistoryAsync(director)).Earlier);
        var history = await HistoryAsync(deputy);
        Assert.Empty(history.Earlier);
        Assert.Equal([nameof(JointVisitProposed)], Joint(history.Cases[0].Timeline));
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

    private Task<JointPass?> SessionAsync(byte[] holder) => RunAsync<JointGuestDoor, JointPass?>(door => door.HeldAsync(holder, default));

    private async Task OpenPaperAsync(byte[] holder, Guid paper)
    {
        await using var scope = Services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<JointGuestDoor>().HeldAsync(holder, default);
        await scope.ServiceProvider.GetRequiredService<JointGuestService>().OpenAsync(found!, paper, default);
    }

    /// <summary>What was written down of links that opened nothing.</summary>
    private Task<List<GuestRefusal>> TriedAsync(Guid id) => QueryAsync(db => db.JointGuestAttempts.Where(a => a.JointVisitId == id).OrderBy(a => a.At).Select(a => a.Why).ToListAsync());

    private async Task<GuestBrief> BriefAsync(byte[] holder)
    {
        await using var scope = Services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<JointGuestDoor>().HeldAsync(holder, default);
        return await scope.ServiceProvider.GetRequiredService<JointGuestService>().BriefAsync(found!, default);
    }

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
