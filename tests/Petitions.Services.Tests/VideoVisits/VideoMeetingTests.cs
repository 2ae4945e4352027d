using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data.Keys;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Receptions;
using Petitions.Domain.VideoVisits;
using Petitions.Services.Appointments;
using Petitions.Services.Receptions;
using Petitions.Services.Receptions.Statistics;
using Petitions.Services.VideoVisits;

namespace Petitions.Services.Tests.VideoVisits;

/// <summary>The meeting itself: its address in time, its record at the hearing end, and its end when nobody comes.</summary>
public sealed class VideoMeetingTests : VideoTest
{
    private static readonly TranscriptText Text = new()
    {
        Place = "检察室视频间",
        Rows = [new(TranscriptSpeaker.Question, "您想反映什么？"), new(TranscriptSpeaker.Line, "法院的判决没有执行。")],
        RightsTold = true,
        ReadBack = true,
    };

    /// <summary>Https only; before its time only the end that wrote it down has it, after the end nobody. The reminder says where it will stand.</summary>
    [Fact]
    public async Task Link_IsHttps_AndIsShownInTimeOnly()
    {
        var id = await ForwardedAsync(Phone(1));
        var number = await RefusedAsync(() => FixAsync(id, Fix() with { Link = "会议号 881 204" }, CityClerk));
        var plain = await RefusedAsync(() => FixAsync(id, Fix() with { Link = "http://meeting.example.test/room/1" }, CityClerk));
        await FixAsync(id, Fix(), CityClerk);
        var (early, from) = (await LinksAsync(id), (await OwnOfAsync(id)).Video!.LinkFrom);
        Clock.Advance(Starts.AddDays(-1) - Now);
        await Services.GetRequiredService<BookingDay>().RemindAsync(Now, default);
        Clock.Advance(Starts.AddMinutes(-31) - Now);
        var before = await LinksAsync(id);
        Clock.Advance(TimeSpan.FromMinutes(1));
        var (shown, soon) = (await LinksAsync(id), (await OwnOfAsync(id)).Video!.LinkFrom);
        Clock.Advance(Starts.AddHours(1) - Now);
        var over = await LinksAsync(id);

        Assert.Equal(("video.link-https", "video.link-https"), (number, plain));
        Assert.Equal(((string?)null, (string?)null, (string?)Link), early);
        Assert.Equal((Starts.AddMinutes(-30), (DateTime?)null), (from, soon));
        Assert.Equal(early, before);
        Assert.Equal(((string?)Link, (string?)Link, (string?)Link), shown);
        Assert.Equal(early, over);
        var reminder = await QueryAsync(db => db.Notices.Where(notice => notice.Template == BookingNotices.VideoReminder).Select(notice => notice.Body).FirstAsync());
        var words = Services.GetRequiredService<ColumnProtector>().Unprotect(reminder);
        Assert.Contains("30分钟", words, StringComparison.Ordinal);
        Assert.DoesNotContain("https", words, StringComparison.Ordinal);
        Assert.DoesNotContain("booking.reminder Sms", await NoticesAsync());
    }

    /// <summary>The hearing end reads while it is written and once it is signed, each reading logged; nobody else over there reads what is not for him.</summary>
    [Fact]
    public async Task Transcript_IsReadByTheHearingEnd_AndLogged()
    {
        var (colleague, walled) = (await OfTheCityAsync("温远"), await OfTheCityAsync("孟岩"));
        var petition = await Given.Petition();
        var id = await ForwardedAsync(Phone(1));
        await Assert.ThrowsAsync<NotFoundException>(() => ReadAsync(id, CityClerk));
        await FixAsync(id, Fix(), CityClerk);
        var nobody = await ReadAsync(id, CityClerk);
        var visit = await HeardAsync(id);
        var unwritten = await ReadAsync(id, CityClerk);
        await LinkAsync(visit, petition.Id);
        await RunAsync<TranscriptService>(transcripts => transcripts.WriteAsync(visit, new WriteTranscript { Text = Text }, Clerk, default));
        var draft = (await ReadAsync(id, CityClerk))!;
        await RunAsync<TranscriptSigning>(signing => signing.SignAsync(visit, new SignTranscript
        {
            Signer = draft.Signers.First(line => line.Signer.Role == SignerRole.Visitor).Signer.Key,
            Way = SignatureWay.ThumbPrint,
            Digest = draft.Digest,
        }, Clerk, default));
        var signed = (await ReadAsync(id, colleague))!;

        Assert.Null(nobody);
        Assert.Null(unwritten);
        Assert.Equal((1, null, Text.Rows[1].Text), (draft.Number, draft.SignedAt, draft.Text.Rows[1].Text));
        Assert.NotNull(signed.SignedAt);
        Assert.Equal(new[] { CityClerk.StaffId!.Value, colleague.StaffId!.Value }.Order(), await ReadersAsync(petition.Id));
        await Assert.ThrowsAsync<NotFoundException>(() => ReadAsync(id, Clerk));
        await Assert.ThrowsAsync<NotFoundException>(() => ReadAsync(Guid.NewGuid(), CityClerk));
        Assert.Null(await ReadAsync(id, CityClerk, 7));

        // A matter that complains of one of them, and a protected one, come up in the conversation.
        await LinkAsync(visit, (await Given.Petition(filed => filed with { Respondents = [new RespondentDetails { Kind = RespondentKind.Person, Name = "孟岩" }] })).Id);
        Assert.Equal((true, false), (await MayReadAsync(id, colleague), await MayReadAsync(id, walled)));
        await Assert.ThrowsAsync<NotFoundException>(() => ReadAsync(id, walled));
        await LinkAsync(visit, (await Given.Petition(filed => filed with { Confidentiality = "ReportMaterial" })).Id);
        await Assert.ThrowsAsync<NotFoundException>(() => ReadAsync(id, colleague));
        Assert.Equal((false, true), (await MayReadAsync(id, colleague), await MayReadAsync(id, CityClerk)));
    }

    /// <summary>Nobody came: both ends are over, the rooms free, the figure counts it. What was agreed and never settled is the office's.</summary>
    [Fact]
    public async Task NoShow_EndsBothEnds_AndIsCounted()
    {
        var (missed, unsettled) = (await ForwardedAsync(Phone(1)), await AskAsync(Phone(2)));
        await FixAsync(missed, Fix(), CityClerk);
        await RunAsync<VideoProposalService>(service => service.ProposeAsync(unsettled, new ProposeVideo(null, new AgreedTime(Starts.AddHours(4), Starts.AddHours(5))), Clerk, default));
        await OwnAsync(own => own.AnswerAsync(unsettled, accept: true, default));
        var jobs = Services.GetRequiredService<BookingDay>();
        Clock.Advance(Starts.AddDays(-1) - Now);
        var reminded = await jobs.RemindAsync(Now, default);
        var agreed = (await RunAsync<VideoQueries, VideoList>(queries => queries.ListAsync(false, null, Clerk, default))).Lines.Single(line => line.Id == unsettled);
        Clock.Advance(Starts.AddDays(1) - Now);

        var (closed, again) = (await jobs.CloseAsync(Now, default), await jobs.CloseAsync(Now, default));

        Assert.Equal((2, 2, 0), (reminded, closed, again));
        Assert.Equal((Starts.AddHours(4), null), (agreed.AgreedAt, agreed.OfferedAt));
        Assert.Equal([Clerk.StaffId], await ToldAsync(VideoNotices.Unsettled));
        Assert.Equal((VideoState.NoShow, AppointmentState.NoShow), ((await VisitAsync(missed)).State, (await ReloadAsync(missed)).State));
        Assert.Equal((VideoState.CalledOff, AppointmentState.Cancelled), ((await VisitAsync(unsettled)).State, (await ReloadAsync(unsettled)).State));
        Assert.Equal((0, 0), (await QueryAsync(db => db.RoomQuarters.CountAsync()), await QueryAsync(db => db.RoomBookings.CountAsync(booking => booking.ReleasedAt == null))));
        var facts = await FactsAsync(missed);
        Assert.Equal((1, 2), (facts.Count(kind => kind == "AppointmentMissed"), facts.Count(kind => kind == "VideoReceptionFixed")));
        Assert.Empty((await RunAsync<VideoQueries, VideoList>(queries => queries.ListAsync(false, null, Clerk, default))).Lines);
        Assert.Equal(2, (await RunAsync<VideoQueries, VideoList>(queries => queries.ListAsync(true, null, Clerk, default))).Lines.Count);
        Assert.Equal("video.wrong-state", await RefusedAsync(() => FixAsync(missed, Fix() with { Time = new AgreedTime(Starts.AddDays(4), Starts.AddDays(4).AddHours(1)) }, CityClerk)));
        var day = new DateOnly(2026, 3, 5);
        var sheet = await RunAsync<VisitStatisticsQueries, VisitStatistics>(queries => queries.OfAsync(new VisitScope { From = day, To = day }, Director, default));
        Assert.Equal([new BookingCount(AppointmentForm.Video, 0, 1, 1)], sheet.Bookings);
    }

    /// <summary>Who asked, the end near home, the end that hears.</summary>
    private async Task<(string? Own, string? Joining, string? Hearing)> LinksAsync(Guid id) =>
        ((await OwnOfAsync(id)).Video!.Link, (await SheetAsync(id, Clerk)).Day.Link, (await SheetAsync(id, CityClerk)).Day.Link);

    private Task<VideoSheet> SheetAsync(Guid id, Actor actor) => RunAsync<VideoQueries, VideoSheet>(queries => queries.SheetAsync(id, actor, default));

    private async Task<bool> MayReadAsync(Guid id, Actor actor) => (await SheetAsync(id, actor)).HasTranscript;

    private Task<TranscriptSheet?> ReadAsync(Guid id, Actor actor, int? number = null) =>
        RunAsync<VideoTranscripts, TranscriptSheet?>(transcripts => transcripts.ReadAsync(id, number, actor, null, default));

    private async Task<IEnumerable<Guid>> ReadersAsync(Guid petition) => (await QueryAsync(db => db.ReadRecords
        .Where(read => read.PetitionId == petition && read.What == VideoTranscripts.Read).Select(read => read.StaffId).ToListAsync())).Order();

    private async Task<Actor> OfTheCityAsync(string name) => await ActorAsync((await Given.Staff(name, "C9901-05", "ReceptionOfficer")).Id);

    /// <summary>Who asked comes near home and is heard; the id of the visit.</summary>
    private async Task<Guid> HeardAsync(Guid id)
    {
        Clock.Advance(Starts.AddMinutes(-5) - Now);
        var place = new DeskPlace(Station.OfficeId, Station.Id, Station.Code, "", "", 1, 1);
        var ticket = await RunAsync<ArrivalService, KioskTicket>(arrivals => arrivals.ArriveAsync(place, id, Clerk, default));
        await QueueAsync(queue => queue.CallNextAsync(place, Clerk, default));
        await QueueAsync(queue => queue.StartAsync(ticket.Id, Clerk, default));
        return ticket.Id;
    }

    private Task<int> LinkAsync(Guid visit, Guid petition) => QueryAsync(async db =>
    {
        var reception = await db.Receptions.Include(r => r.Matters).Include(r => r.Visitors).SingleAsync(r => r.Id == visit);
        reception.Link(petition, ReceptionMatterKind.Concerned, 1, Now);
        return await db.SaveChangesAsync();
    });
}
