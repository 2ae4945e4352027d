using Microsoft.EntityFrameworkCore;
using Petitions.Domain.Appointments;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Receptions;
using Petitions.Domain.VideoVisits;
using Petitions.Services.Appointments;
using Petitions.Services.Receptions;
using Petitions.Services.VideoVisits;

namespace Petitions.Services.Tests.VideoVisits;

/// <summary>Receptions by video from the request to the outcome (domain.md row 24, journey J11, seed feature 21).</summary>
public sealed class VideoVisitTests : VideoTest
{
    private static readonly string Digest = new('a', 64);

    /// <summary>The limit of two working days runs, and is met; the other end knows of nothing before.</summary>
    [Fact]
    public async Task Forward_InTime_MeetsTheLimit_AndTheOtherEndIsTold()
    {
        var id = await AskAsync();

        await Assert.ThrowsAsync<NotFoundException>(() => RequestsAsync(service => service.ForwardAsync(id, null, CityClerk, default)));
        var otherEnd = await RefusedAsync(() => FixAsync(id, Fix(), Clerk));
        await RequestsAsync(service => service.CheckAsync(id, Clerk, default));
        await RequestsAsync(service => service.ForwardAsync(id, "申请人行动不便", Clerk, default));

        var visit = await VisitAsync(id);
        Assert.Equal("video.other-end", otherEnd);
        Assert.Equal((VideoState.Forwarded, new DateOnly(2026, 3, 4), 0), (visit.State, visit.ForwardDueOn, visit.DaysLate));
        Assert.Equal(["AppointmentRequested", "ClockMet", "VideoRequestChecked", "VideoRequestForwarded", "VideoRequested"], (await FactsAsync(id)).Order(StringComparer.Ordinal));
        Assert.Equal([CityClerk.StaffId], await ToldAsync(VideoNotices.Forwarded));
        Assert.Equal((true, false), await EndsAsync(id, Clerk));
        Assert.Equal((false, true), await EndsAsync(id, CityClerk));
        Assert.Equal("video.wrong-state", await RefusedAsync(() => RequestsAsync(service => service.ForwardAsync(id, null, Clerk, default))));
    }

    /// <summary>Tester (a): forward on day 3 gives a warning, the record that it is past, and the late mark; each once.</summary>
    [Fact]
    public async Task Forward_Late_IsWarned_SeenOnTheBoard_AndMarked()
    {
        var id = await AskAsync();
        Clock.Advance(TimeSpan.FromDays(1));
        var (warned, again) = (await WatchAsync(), await WatchAsync());
        Clock.Advance(TimeSpan.FromDays(2));
        var (overdue, twice) = (await WatchAsync(), await WatchAsync());

        var line = Assert.Single((await RunAsync<VideoBoardQueries, VideoList>(board => board.ListAsync(null, Director, default))).Lines);
        var late = await RunAsync<VideoBoardQueries, int>(board => board.Late(Director).CountAsync());
        await RequestsAsync(service => service.ForwardAsync(id, null, Clerk, default));

        Assert.Equal((1, 0, 1, 0), (warned, again, overdue, twice));
        Assert.Equal((id, 1, 1), (line.Id, line.DaysLate, late));
        Assert.Equal([Clerk.StaffId], await ToldAsync(VideoNotices.DueSoon));
        Assert.Equal([Clerk.StaffId], await ToldAsync(VideoNotices.Overdue));
        Assert.Equal(1, (await VisitAsync(id)).DaysLate);
        Assert.Equal(1, await QueryAsync(db => db.Facts.CountAsync(fact => fact.SubjectId == id && fact.Subject == FactSubject.Reception && fact.Kind == "ClockOverdue")));
        Assert.Empty((await RunAsync<VideoBoardQueries, VideoList>(board => board.ListAsync(null, Director, default))).Lines);
    }

    /// <summary>Testers (b) and (c): nothing may be missing, and no room is taken twice; a room is kept at both ends or at neither.</summary>
    [Fact]
    public async Task Fix_KeepsARoomAtBothEnds_OrNeither_AndCallingOffFreesThem()
    {
        var (first, second) = (await ForwardedAsync(Phone(1)), await ForwardedAsync(Phone(2)));

        var noPhone = await RefusedAsync(() => FixAsync(first, Fix() with { BackupPhone = " " }, CityClerk));
        var noRoom = await RefusedAsync(() => FixAsync(first, Fix() with { JoiningRoomId = null }, CityClerk));
        var lunch = await RefusedAsync(() => FixAsync(first, Fix() with { Time = new AgreedTime(Starts.AddHours(2), Starts.AddHours(3)) }, CityClerk));
        var both = await Task.WhenAll(TryFixAsync(first), TryFixAsync(second));

        var won = both[0] is null ? first : second;
        Assert.Equal(("video.phone", "video.room", "session.outside-hours"), (noPhone, noRoom, lunch));
        Assert.Single(both, code => code is null);
        Assert.Single(both, code => code == "room.taken");
        Assert.Equal(2, await QueryAsync(db => db.RoomBookings.CountAsync(booking => booking.ReleasedAt == null)));
        Assert.Equal(8, await QueryAsync(db => db.RoomQuarters.CountAsync()));
        var appointment = await ReloadAsync(won);
        Assert.Equal((AppointmentState.Confirmed, Starts, Station.Id, CityClerk.StaffId, Clerk.StaffId), (appointment.State, appointment.StartsAt, appointment.ServicePointId, appointment.OfficerId, appointment.SecondOfficerId));
        Assert.Equal(new[] { Clerk.StaffId, CityClerk.StaffId }.Order(), (await ToldAsync(VideoNotices.Fixed)).Order());
        Assert.Contains("booking.video Sms", await NoticesAsync());

        // Another time: the rooms kept before are free with the same save.
        await FixAsync(won, Fix() with { Time = new AgreedTime(Starts.AddMinutes(30), Starts.AddMinutes(90)) }, CityClerk);
        Assert.Equal(8, await QueryAsync(db => db.RoomQuarters.CountAsync()));
        await OwnAsync(own => own.CancelAsync(won, default));
        Assert.Equal(0, await QueryAsync(db => db.RoomQuarters.CountAsync()));
        Assert.Equal(VideoState.CalledOff, (await VisitAsync(won)).State);
        Assert.Equal(2, (await ToldAsync(VideoNotices.Off)).Count);
    }

    /// <summary>Steps 3 to 5: both ends, the answer on the recording, the visit with its outcome; taking the agreement back ends the recording.</summary>
    [Fact]
    public async Task Day_BothEndsThere_AsksAboutTheRecording_AndEndsWithTheVisit()
    {
        var id = await ForwardedAsync(Phone(1));
        await FixAsync(id, Fix(), CityClerk);
        var early = await RefusedAsync(() => SessionAsync(session => session.ReadyAsync(id, VideoEnd.Hearing, CityClerk, default)));
        Clock.Advance(Starts.AddMinutes(-5) - Now);
        var nobody = await RefusedAsync(() => SessionAsync(session => session.ReadyAsync(id, VideoEnd.Joining, Clerk, default)));
        var place = new DeskPlace(Station.OfficeId, Station.Id, Station.Code, "", "", 1, 1);
        var ticket = await RunAsync<ArrivalService, KioskTicket>(arrivals => arrivals.ArriveAsync(place, id, Clerk, default));
        await QueueAsync(queue => queue.CallNextAsync(place, Clerk, default));
        await QueueAsync(queue => queue.StartAsync(ticket.Id, Clerk, default));
        var unasked = await RefusedAsync(() => EndAsync(ticket.Id));
        await SessionAsync(session => session.AnswerRecordingAsync(id, true, Clerk, default));
        var alone = await RefusedAsync(() => EndAsync(ticket.Id));
        await SessionAsync(session => session.ReadyAsync(id, VideoEnd.Joining, Clerk, default));
        await SessionAsync(session => session.ReadyAsync(id, VideoEnd.Hearing, CityClerk, default));
        await SessionAsync(session => session.StartRecordingAsync(id, CityClerk, default));
        Clock.Advance(TimeSpan.FromMinutes(4));
        await OwnAsync(own => own.AnswerRecordingAsync(id, false, default));
        var over = await RefusedAsync(() => SessionAsync(session => session.StartRecordingAsync(id, CityClerk, default)));
        await EndAsync(ticket.Id);
        var badDigest = await RefusedAsync(() => SessionAsync(session => session.RegisterRecordingAsync(id, "视频库/2026/0305-1.mp4", 240, "abc", CityClerk, default)));
        await SessionAsync(session => session.RegisterRecordingAsync(id, "视频库/2026/0305-1.mp4", 240, Digest.ToUpperInvariant(), CityClerk, default));

        var visit = await VisitAsync(id);
        Assert.Equal(("video.other-day", "video.nobody-came", "video.consent-missing", "video.not-begun", "recording.no-consent", "recording.digest"), (early, nobody, unasked, alone, over, badDigest));
        Assert.StartsWith("V", ticket.Ticket, StringComparison.Ordinal);
        Assert.Equal((VideoState.Held, RecordingConsent.Withdrawn, TimeSpan.FromMinutes(4)), (visit.State, visit.Recording.Consent, visit.Recording.StoppedAt - visit.Recording.StartedAt));
        Assert.Equal((AppointmentState.Attended, (Guid?)ticket.Id), ((await ReloadAsync(id)).State, (await ReloadAsync(id)).ReceptionId));
        Assert.Equal("Video", await QueryAsync(db => db.Receptions.Where(r => r.Id == ticket.Id).Select(r => r.Form).SingleAsync()));
        Assert.Equal((true, false), (await MatchesAsync(id, Digest), await MatchesAsync(id, new string('b', 64))));
        Assert.Equal(4, (await FactsAsync(id)).Count(kind => kind == "VideoReceptionFixed"));
        Assert.Equal(5, (await FactsAsync(id)).Count(kind => kind == "RecordingRegistered"));
    }

    /// <summary>Tester (e): an application that is not for the office gets a reply naming the right one. Refusing to be recorded changes nothing.</summary>
    [Fact]
    public async Task Refuse_NamesTheRightOffice_ToWhoAsked()
    {
        var id = await AskAsync();
        await OwnAsync(own => own.AnswerRecordingAsync(id, false, default));
        var asked = (await OwnOfAsync(id)).Video!;
        var silent = await RefusedAsync(() => RequestsAsync(service => service.RefuseAsync(id, " ", null, Clerk, default)));
        await RequestsAsync(service => service.RefuseAsync(id, "不属于市院管辖", Given.OfficeId("D990102"), Clerk, default));

        var own = await OwnOfAsync(id);
        Assert.Equal((VideoState.Requested, RecordingConsent.Refused, true), (asked.State, asked.Consent, asked.AsksConsent));
        Assert.Equal("appointment.cancel-reason", silent);
        Assert.Equal((AppointmentState.Cancelled, "不属于市院管辖", VideoState.Refused, Given.OfficeId("D990102")), (own.State, own.EndReason, own.Video!.State, own.Video.RightOfficeId));
        Assert.False(own.Video.AsksConsent);
        Assert.Empty(await QueryAsync(db => db.RoomQuarters.ToListAsync()));
    }

    /// <summary>Who is complained of in the matter neither sees it, nor is told, nor can be named to hear it.</summary>
    [Fact]
    public async Task Wall_HoldsAtBothEnds()
    {
        var petition = await Given.Petition(p => p with { Respondents = [new RespondentDetails { Kind = RespondentKind.Person, Name = "贺岚" }] });
        var id = await AskAsync(petition: petition.Id);
        await RequestsAsync(service => service.ForwardAsync(id, null, Clerk, default));
        var other = await ActorAsync((await Given.Staff("温远", "C9901-05", "ReceptionOfficer")).Id);

        var named = await RefusedAsync(() => FixAsync(id, Fix(), other));

        Assert.Equal("appointment.officer", named);
        Assert.Empty(await ToldAsync(VideoNotices.Forwarded));
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<VideoQueries, VideoSheet>(queries => queries.SheetAsync(id, CityClerk, default)));
        Assert.Empty((await RunAsync<VideoQueries, VideoList>(queries => queries.ListAsync(false, null, CityClerk, default))).Lines);
        Assert.Equal(id, Assert.Single((await RunAsync<VideoQueries, VideoList>(queries => queries.ListAsync(false, null, other, default))).Lines).Id);
    }
}
