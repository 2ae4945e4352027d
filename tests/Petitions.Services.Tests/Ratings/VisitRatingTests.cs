using Microsoft.EntityFrameworkCore;
using Petitions.Domain;
using Petitions.Domain.FollowUps;
using Petitions.Domain.Offices;
using Petitions.Domain.Ratings;
using Petitions.Domain.Receptions;
using Petitions.Services.FollowUps;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Ratings;
using Petitions.Services.Receptions;
using Petitions.Services.Receptions.Statistics;
using Petitions.Services.Supervision;
using Petitions.Services.Tests.Receptions;

namespace Petitions.Services.Tests.Ratings;

/// <summary>Seed feature 38 for receptions: the visitor alone rates, once, in the window; a low rating is called back by a stranger; few are not shown.</summary>
public sealed class VisitRatingTests : DeskTest
{
    private static readonly RatingGiven Low = RatingGiven.OfVisit("Dissatisfied", "Satisfied", "Satisfied", "窗口的人一句话也没有解释。");
    private static readonly RatingGiven Good = RatingGiven.OfVisit("Satisfied", "BasicallySatisfied", "Satisfied", null);

    private Actor director = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        director = await ActorAsync((await Given.Staff("李敏", roles: "PetitionDirector")).Id);
    }

    [Fact]
    public async Task LowRating_IsRefusedToStaffAndTwice_AndIsCalledBackByAStranger()
    {
        // Who heard the visitor could make calls, and comes first by name.
        var heard = await ActorAsync((await Given.Staff("艾军", roles: ["ReceptionOfficer", "CaseOfficer"])).Id);
        var stranger = await ActorAsync((await Given.Staff("何莉", Fixtures.Given.SecondDepartment, "CaseOfficer")).Id);
        var visit = await RecordAsync(Visit() with { Place = Place("SP-QX-HALL", 2, heard), ReceiveNow = true }, heard);
        var link = (await ReloadAsync(visit.Id)).PlaceToken;

        Assert.Equal("rating.not-ended", await RefusedAsync(link, Low));
        await QueueAsync(queue => queue.EndAsync(visit.Id, ReceptionOutcome.Explained, null, heard, default));
        await Assert.ThrowsAsync<NotFoundException>(() => RateAsync(link, Low, heard));
        await Assert.ThrowsAsync<NotFoundException>(() => RateAsync(new byte[Reception.TokenLength], Low));
        Assert.Equal("rating.step", await RefusedAsync(link, Low with { Result = "NotEvaluated" }));
        Assert.Equal("rating.comment", await RefusedAsync(link, Low with { Comment = new string('字', Rating.CommentMax + 1) }));

        // Pressed twice at once: one counts.
        var answers = await Task.WhenAll(AnswerAsync(link, Low), AnswerAsync(link, Low));
        Assert.Equal([null, "rating.visit-already-given"], answers.Order(StringComparer.Ordinal));
        Assert.Equal("rating.visit-already-given", await RefusedAsync(link, Good));
        Assert.Equal(["ReplyRated", "CallbackOpened"], (await FactsAsync(visit.Id)).TakeLast(2));
        var task = await QueryAsync(db => db.CallbackTasks.AsNoTracking().SingleAsync());
        Assert.Equal((stranger.StaffId, visit.Id, new DateOnly(2026, 3, 5)), (task.OfficerId, task.ReceptionId, task.DueOn));
        Assert.Equal([(director.StaffId, "staff.low-visit-rating"), (stranger.StaffId, "staff.visit-call-back")],
            (await QueryAsync(db => db.Notices.AsNoTracking().Where(n => n.StaffId != null).Select(n => new { n.StaffId, n.Template }).ToListAsync()))
                .OrderBy(n => n.Template, StringComparer.Ordinal).Select(n => (n.StaffId, n.Template)));

        // Listed for him and the board, and for nobody else.
        var line = Assert.Single(await LinesAsync(stranger));
        Assert.Equal((visit.Ticket, (string?)null, new DateOnly(2026, 3, 5), true), (line.Visit!.Ticket.ToString(), line.Number, line.DueOn, line.Mine));
        Assert.Empty(await LinesAsync(heard));
        Assert.Single(await LinesAsync(director));
        var alert = Assert.Single((await AlertsAsync(director)).Lines);
        Assert.Equal((AlertKind.LowRating, task.Id, $"2026-03-02 {visit.Ticket}"), (alert.Kind, alert.Id, alert.Text));
        var sheet = await RunAsync<CallbackQueries, CallbackSheet>(queries => queries.SheetAsync(task.Id, stranger, default));
        Assert.Equal(("Dissatisfied", Rating.NotEvaluated, Low.Comment, false), (sheet.Rating.Attitude, sheet.Rating.FirstHandler, sheet.Rating.Comment, sheet.HasActed));
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<CallbackQueries, CallbackSheet>(queries => queries.SheetAsync(task.Id, heard, default)));

        // The telephone is looked up, the call written down; neither by who heard the visitor.
        var report = new CallbackReport { Outcome = CallbackOutcome.Settled, Note = "已当面致歉。" };
        await Assert.ThrowsAsync<NotFoundException>(() => DoneAsync(task.Id, report, heard));
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<VisitCallbackService>(calls => calls.ContactAsync(task.Id, "低评价回电", null, heard, default)));
        var contact = await RunAsync<VisitCallbackService, RevealedIdentity>(calls => calls.ContactAsync(task.Id, "低评价回电", null, stranger, default));
        Assert.Equal((visit.Ticket, "马德福"), (contact.Number, contact.Name));
        Assert.Equal("callback.visit", (await Assert.ThrowsAsync<RuleBrokenException>(() => DoneAsync(task.Id, report with { Reopen = true }, stranger))).Code);
        await DoneAsync(task.Id, report, stranger);
        Assert.Equal(["IdentityRevealed", "CallbackDone"], (await FactsAsync(visit.Id)).TakeLast(2));
        Assert.Empty((await AlertsAsync(director)).Lines);
    }

    /// <summary>A visit has no clock: whoever is to call and those above are told once when the day by which to call is over.</summary>
    [Fact]
    public async Task CallAboutAVisit_NotMadeInTime_IsToldToWhoOwesItAndToThoseAbove_Once()
    {
        var deputy = await ActorAsync((await Given.Staff("周副", roles: "DeputyChief")).Id);
        var stranger = await ActorAsync((await Given.Staff("何莉", Fixtures.Given.SecondDepartment, "CaseOfficer")).Id);
        var visit = await RecordAsync(Visit());
        await QueueAsync(queue => queue.EndAsync(visit.Id, ReceptionOutcome.LeftUnheard, null, Clerk, default));
        await RateAsync((await ReloadAsync(visit.Id)).PlaceToken, Low);
        Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(0, await WatchAsync());
        Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal((1, 1), (await WatchAsync(), await WatchAsync()));

        Assert.Equal(new[] { director.StaffId!.Value, deputy.StaffId!.Value, stranger.StaffId!.Value }.Order(),
            (await QueryAsync(db => db.Notices.AsNoTracking().Where(n => n.Template == "staff.visit-call-back-late").Select(n => n.StaffId!.Value).ToListAsync())).Order());
        var task = await QueryAsync(db => db.CallbackTasks.AsNoTracking().SingleAsync());
        await DoneAsync(task.Id, new CallbackReport { Outcome = CallbackOutcome.Settled, Note = "已致歉。" }, stranger);
        Assert.Equal(0, await WatchAsync());
    }

    [Fact]
    public async Task Ratings_AreAskedInTheWindow_AndShownOnlyWhereTheyAreEnough()
    {
        var scope = new VisitScope { From = new DateOnly(2026, 3, 2), To = new DateOnly(2026, 3, 2) };
        var filed = await RecordAsync(Visit(VisitPurpose.Petition));
        var matter = (await ReloadAsync(filed.Id)).Matters.Single().PetitionId;
        var links = new List<byte[]> { (await ReloadAsync(filed.Id)).PlaceToken };
        for (var more = 0; more < 5; more++)
        {
            links.Add((await ReloadAsync((await RecordAsync(Visit())).Id)).PlaceToken);
        }

        Assert.Null(await RunAsync<VisitRatingQueries, VisitToRate?>(queries => queries.OfLinkAsync(links[0], default)));
        foreach (var id in await QueryAsync(db => db.Receptions.Select(r => r.Id).ToListAsync()))
        {
            await QueueAsync(queue => queue.EndAsync(id, ReceptionOutcome.LeftUnheard, null, Clerk, default));
        }

        var own = Assert.Single(await RunAsync<VisitRatingQueries, IReadOnlyList<VisitToRate>>(queries => queries.OfMatterAsync(Actor.Citizen(matter), default)));
        Assert.Equal((true, false, new DateOnly(2026, 4, 1)), (own.MayRate, own.Rated, own.Until));
        foreach (var link in links.Take(4))
        {
            await RateAsync(link, Good);
        }

        // Four: that there are four, and nothing else.
        var few = (await SheetAsync(scope)).Ratings;
        Assert.Equal((4, 0), (few.N, few.Aspects.Count));
        await Assert.ThrowsAsync<NotFoundException>(() => RowsAsync(scope));
        await RateAsync(links[4], Low);
        var enough = (await SheetAsync(scope)).Ratings;
        Assert.Equal((5, new RatedAspect("Attitude", 4, 0, 1), new RatedAspect("Timeliness", 1, 4, 0)), (enough.N, enough.Aspects[0], enough.Aspects[1]));
        var rows = await RowsAsync(scope);
        Assert.Equal((5, Low.Comment), (rows.Count, rows.Single(row => row.Attitude == "Dissatisfied").Comment));
        await Assert.ThrowsAsync<NotFoundException>(() => RowsAsync(scope with { From = scope.From.AddDays(1), To = scope.To.AddDays(1) }));
        Assert.DoesNotContain(await RunAsync<VisitRatingQueries, IReadOnlyList<VisitToRate>>(queries => queries.OfMatterAsync(Actor.Citizen(matter), default)), visit => visit.MayRate);

        // The thirtieth day is the last.
        Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal("rating.window-closed", await RefusedAsync(links[5], Good));
        Assert.False((await RunAsync<VisitRatingQueries, VisitToRate?>(queries => queries.OfLinkAsync(links[5], default)))!.MayRate);
    }

    private Task RateAsync(byte[] link, RatingGiven given, Actor? actor = null) =>
        RunAsync<VisitRatingService>(ratings => ratings.RateAsync(link, given, actor ?? Actor.Citizen(), default));

    private async Task<string> RefusedAsync(byte[] link, RatingGiven given) => (await Assert.ThrowsAsync<RuleBrokenException>(() => RateAsync(link, given))).Code;

    private Task<int> WatchAsync() => RunAsync<VisitCallbacks, int>(callbacks => callbacks.WatchAsync(Clock.GetUtcNow().UtcDateTime, default));

    private async Task<string?> AnswerAsync(byte[] link, RatingGiven given)
    {
        try
        {
            await RateAsync(link, given);
            return null;
        }
        catch (RuleBrokenException refused)
        {
            return refused.Code;
        }
    }

    private Task DoneAsync(Guid task, CallbackReport report, Actor actor) => RunAsync<VisitCallbackService>(calls => calls.DoneAsync(task, report, actor, default));

    private async Task<IReadOnlyList<CallbackLine>> LinesAsync(Actor actor) => (await RunAsync<CallbackQueries, CallbackList>(queries => queries.ListAsync(null, actor, default))).Lines;

    private Task<AlertList> AlertsAsync(Actor actor) => RunAsync<AlertQueries, AlertList>(queries => queries.ListAsync(null, actor, default));

    private Task<VisitStatistics> SheetAsync(VisitScope scope) => RunAsync<VisitStatisticsQueries, VisitStatistics>(queries => queries.OfAsync(scope, director, default));

    private async Task<IReadOnlyList<VisitRatingRow>> RowsAsync(VisitScope scope) =>
        (await RunAsync<VisitStatisticsQueries, (IReadOnlyList<VisitRatingRow> Rows, string? Next)>(queries => queries.RatingRowsAsync(scope, null, director, default))).Rows;
}
