using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.VideoVisits;
using Petitions.Services.Appointments;
using Petitions.Services.VideoVisits;

namespace Petitions.Services.Tests.VideoVisits;

/// <summary>Another time where no wished one can be given: proposed by the end whose turn it is, answered by who asked.</summary>
public sealed class VideoProposalTests : VideoTest
{
    private static readonly ProposeVideo Other = new(null, new AgreedTime(Starts.AddDays(1), Starts.AddDays(1).AddHours(1)));

    /// <summary>The proposal is the answer: the limit of two working days is met by it, once, and nobody is warned any more.</summary>
    [Fact]
    public async Task Propose_MeetsTheLimit_AndWhatIsTakenIsSettled()
    {
        var id = await AskAsync();
        await Assert.ThrowsAsync<NotFoundException>(() => ProposeAsync(id, Other, CityClerk));
        var nothing = await RefusedAsync(() => ProposeAsync(id, new ProposeVideo(null, null), Clerk));
        var lunch = await RefusedAsync(() => ProposeAsync(id, new ProposeVideo(null, new AgreedTime(Starts.AddHours(2), Starts.AddHours(3))), Clerk));
        await ProposeAsync(id, Other, Clerk);
        var (offered, seen) = (await ReloadAsync(id), await SheetAsync(id, Clerk));
        Clock.Advance(TimeSpan.FromDays(1));
        var watched = await WatchAsync();
        await OwnAsync(own => own.AnswerAsync(id, accept: true, default));
        var (taken, own) = (await SheetAsync(id, Clerk), (await OwnOfAsync(id)).Video!);
        var again = await RefusedAsync(() => ProposeAsync(id, Other, Clerk));
        Clock.Advance(TimeSpan.FromDays(2));
        var late = await WatchAsync();
        await RequestsAsync(service => service.ForwardAsync(id, null, Clerk, default));
        Clock.Advance(Starts.AddHours(-1) - Now);
        await FixAsync(id, Fix() with { Time = Other.Time }, CityClerk);

        var (visit, appointment, facts) = (await VisitAsync(id), await ReloadAsync(id), await FactsAsync(id));
        Assert.Equal(("appointment.time", "session.outside-hours", "appointment.wrong-state"), (nothing, lunch, again));
        Assert.Equal((AppointmentState.Offered, Other.Time!.StartsAt, VideoState.Checked), (offered.State, offered.StartsAt, seen.Line.State));
        Assert.Equal((true, null, true), (seen.Offer!.Waits, seen.Line.DueOn, seen.MayPropose));
        Assert.Equal((0, 0), (watched, late));
        Assert.Equal((true, false, true), (taken.Offer!.IsTaken, taken.MayPropose, own.RoomFollows));
        Assert.Equal((VideoState.Fixed, 0), (visit.State, visit.DaysLate));
        Assert.Equal((AppointmentState.Confirmed, Other.Time.StartsAt), (appointment.State, appointment.StartsAt));
        Assert.Equal((1, 2, 2), (facts.Count(kind => kind == "ClockMet"), facts.Count(kind => kind == "AppointmentRequested"), facts.Count(kind => kind == "AppointmentConfirmed")));
        Assert.Equal([Clerk.StaffId], await ToldAsync(VideoNotices.Answered));
        Assert.Contains("booking.proposed Sms", await NoticesAsync());
        Assert.Contains("booking.video Sms", await NoticesAsync());
    }

    /// <summary>Not taken, or not answered: the request stands again with its wishes, at the end that has it.</summary>
    [Fact]
    public async Task Propose_Declined_OrLapsed_LeavesTheRequest()
    {
        var id = await ForwardedAsync(Phone(1));
        var joining = await RefusedAsync(() => ProposeAsync(id, Other, Clerk));
        await ProposeAsync(id, Other, CityClerk);
        await OwnAsync(own => own.AnswerAsync(id, accept: false, default));
        var declined = await ReloadAsync(id);
        await ProposeAsync(id, Other, CityClerk);
        Clock.Advance(TimeSpan.FromHours(48.5));
        await Services.GetRequiredService<WaitingList>().RunAsync(Now, default);
        var (lapsed, sheet) = (await ReloadAsync(id), await SheetAsync(id, CityClerk));
        var gone = await RefusedAsync(() => OwnAsync(own => own.AnswerAsync(id, accept: true, default)));
        await FixAsync(id, Fix(), CityClerk);
        var settled = await RefusedAsync(() => ProposeAsync(id, Other, CityClerk));

        Assert.Equal(("video.other-end", "appointment.offer-gone", "video.wrong-state"), (joining, gone, settled));
        Assert.Equal((AppointmentState.Requested, null, 1), (declined.State, declined.StartsAt, declined.Wishes.Count));
        Assert.Equal((AppointmentState.Requested, AppointmentState.Requested, true), (lapsed.State, sheet.Offer!.State, sheet.MayPropose));
        Assert.Equal([CityClerk.StaffId], await ToldAsync(VideoNotices.Answered));
        Assert.Equal(VideoState.Fixed, (await VisitAsync(id)).State);
    }

    private Task ProposeAsync(Guid id, ProposeVideo asked, Actor actor) => RunAsync<VideoProposalService>(service => service.ProposeAsync(id, asked, actor, default));

    private Task<VideoSheet> SheetAsync(Guid id, Actor actor) => RunAsync<VideoQueries, VideoSheet>(queries => queries.SheetAsync(id, actor, default));
}
