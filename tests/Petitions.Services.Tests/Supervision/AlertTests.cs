using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.FollowUps;
using Petitions.Domain.Notices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Ratings;
using Petitions.Services.FollowUps;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Ratings;
using Petitions.Services.Supervision;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Supervision;

/// <summary>Alerts of the board, each closed only as its rule says; seed feature 38.</summary>
public sealed class AlertTests : BoardTest
{
    [Fact]
    public async Task LowRating_OpensACallBack_ThatOnlyAStrangerToTheMatterMayMake_AndASecondRatingIsRefused()
    {
        var petition = await Drafted();
        await ActAs<ReplyService>(Head, (s, a) => s.ApproveAsync(petition.Number, a, default));
        await ActAs<ReplyService>(Handler, (s, a) => s.SendAsync(petition.Number, a, default));
        var reply = await QueryAsync(db => db.Replies.SingleAsync(r => r.PetitionId == petition.Id));
        var citizen = Domain.Offices.Actor.Citizen(petition.Id);
        await RunAsync<ReplyService>(s => s.ReadByPetitionerAsync(reply.Id, citizen, default));
        await RunAsync<RatingService>(s => s.RateAsync(new RatingGiven("Dissatisfied", "Satisfied", "Satisfied", "Satisfied", "没有人给我打过电话。"), citizen, default));
        await Assert.ThrowsAsync<Domain.RuleBrokenException>(() => RunAsync<RatingService>(s => s.RateAsync(new RatingGiven("Satisfied", "Satisfied", "Satisfied", "Satisfied", null), citizen, default)));

        var task = await QueryAsync(db => db.CallbackTasks.SingleAsync(t => t.PetitionId == petition.Id));
        Assert.Equal(1, await QueryAsync(db => db.Facts.CountAsync(f => f.SubjectId == petition.Id && f.Kind == "CallbackOpened")));
        Assert.Equal(1, await QueryAsync(db => db.PetitionClocks.CountAsync(c => c.PetitionId == petition.Id && c.RuleId == "CALLBACK_3WD")));
        Assert.Equal(AlertKind.LowRating, Assert.Single(await LinesAsync(Director)).Kind);

        await ActAs<HandlingService>(Director, (s, a) => s.ProposeOutcomeAsync(petition.Number, "Supported", null, a, default));
        var called = new CallbackReport { Outcome = CallbackOutcome.Settled, Note = "已回电，当事人反映属实。" };
        Assert.Equal("callback.has-acted", await RefusedAs<CallbackService>(Director, (s, a) => s.DoneAsync(task.Id, called, a, default)));
        var stranger = await Given.Staff("郝静", Given.PetitionDepartment, "PetitionDirector");
        Assert.Equal("alert.note", await RefusedAs<CallbackService>(stranger, (s, a) => s.DoneAsync(task.Id, called with { Note = " " }, a, default)));
        await ActAs<CallbackService>(stranger, (s, a) => s.DoneAsync(task.Id, called, a, default));
        Assert.Empty(await LinesAsync(Director));
        Assert.Equal(Domain.Clocks.ClockState.Met, await QueryAsync(db => db.PetitionClocks.Where(c => c.PetitionId == petition.Id && c.RuleId == "CALLBACK_3WD").Select(c => c.State).SingleAsync()));

        // A matter closes whether the call was made or not.
        await ActAs<ClosingService>(Handler, (s, a) => s.CloseAsync(petition.Number, a, default));
    }

    [Fact]
    public async Task Emergency_ClosesOnlyByNamingWhatWasDone()
    {
        var petition = await Given.Petition(filed => filed with { Urgency = "Emergency" });

        Assert.Equal(AlertKind.UrgentRisk, Assert.Single(await LinesAsync(Chief)).Kind);
        var done = new RiskClosing("沈清", Clock.GetUtcNow().UtcDateTime, "值班副检察长和属地派出所已到场。");
        Assert.Equal("alert.called", await RefusedAs<AlertService>(Director, (s, a) => s.CloseRiskAsync(petition.Id, done with { Called = " " }, a, default)));
        Assert.Equal("alert.called-at", await RefusedAs<AlertService>(Director, (s, a) => s.CloseRiskAsync(petition.Id, done with { CalledAt = null }, a, default)));
        Assert.Equal("alert.called-at", await RefusedAs<AlertService>(Director, (s, a) => s.CloseRiskAsync(petition.Id, done with { CalledAt = done.CalledAt!.Value.AddMinutes(1) }, a, default)));
        Assert.Equal("alert.note", await RefusedAs<AlertService>(Director, (s, a) => s.CloseRiskAsync(petition.Id, done with { Note = null }, a, default)));
        await ActAs<AlertService>(Director, (s, a) => s.CloseRiskAsync(petition.Id, done, a, default));

        Assert.Empty(await LinesAsync(Chief));
        Assert.Equal("alert.closed", await RefusedAs<AlertService>(Director, (s, a) => s.CloseRiskAsync(petition.Id, done, a, default)));
        Assert.Equal(["FirstActionTaken", "UrgentRiskClosed"], await QueryAsync(db => db.Facts.Where(f => f.SubjectId == petition.Id && (f.Kind == "FirstActionTaken" || f.Kind == "UrgentRiskClosed")).OrderBy(f => f.Seq).Select(f => f.Kind).ToListAsync()));
    }

    [Fact]
    public async Task ParkedNotice_IsSentAgain_OrToldOtherwise_WithANote()
    {
        var petition = await Given.Petition();
        var notice = await ParkedAsync(petition);
        Assert.Equal(AlertKind.ParkedNotice, Assert.Single(await LinesAsync(Director)).Kind);

        await ActAs<AlertService>(Director, (s, a) => s.SendAgainAsync(notice, a, default));
        Assert.Empty(await LinesAsync(Director));
        Assert.Equal("notice.wrong-state", await RefusedAs<AlertService>(Director, (s, a) => s.SendAgainAsync(notice, a, default)));

        var second = await ParkedAsync(petition);
        Assert.Equal("alert.note", await RefusedAs<AlertService>(Director, (s, a) => s.ToldOtherwiseAsync(second, "", a, default)));
        await ActAs<AlertService>(Director, (s, a) => s.ToldOtherwiseAsync(second, "已当面告知。", a, default));
        Assert.Empty(await LinesAsync(Director));
        Assert.Equal(1, await QueryAsync(db => db.Facts.CountAsync(f => f.SubjectId == petition.Id && f.Kind == nameof(PetitionerContacted))));
    }

    [Fact]
    public async Task SecondLevel_AppearsWithTheSecondChaser_AndClosesByTheActAlone()
    {
        var petition = await Given.Petition();
        var due = (await Given.Reload(petition)).NextDueOn!.Value;
        Clock.SetUtcNow(new DateTimeOffset(Domain.Clocks.ChinaTime.StartOfDayUtc(due)).AddDays(1).AddHours(9));
        Assert.Empty(await LinesAsync(Director));

        Clock.Advance(TimeSpan.FromDays(5));

        Assert.Equal(AlertKind.SecondLevel, Assert.Single(await LinesAsync(Director)).Kind);
    }

    private async Task<IReadOnlyList<AlertLine>> LinesAsync(Domain.Offices.Staff staff)
    {
        var actor = await As(staff);
        return (await RunAsync<AlertQueries, AlertList>(q => q.ListAsync(null, actor, default))).Lines;
    }

    private Task<Guid> ParkedAsync(Petition petition) => RunAsync<PetitionsDbContext, Guid>(async db =>
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        var notice = Notice.Queue(new NewNotice
        {
            Key = Guid.NewGuid().ToString("N"),
            PetitionId = petition.Id,
            Channel = Notice.Sms,
            Template = "channel.sms",
            Language = "zh-Hans",
            Subject = "",
            EncryptedBody = "x",
        }, now);
        db.Notices.Add(notice);
        await db.SaveChangesAsync();
        await db.Notices.Where(n => n.Id == notice.Id).ExecuteUpdateAsync(set => set.SetProperty(n => n.State, NoticeState.Parked).SetProperty(n => n.NextAttemptAt, (DateTime?)null));
        return notice.Id;
    });
}
