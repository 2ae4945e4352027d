using Microsoft.EntityFrameworkCore;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Replies;
using Petitions.Domain.Ratings;
using Petitions.Services.Clocks;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Ratings;
using Petitions.Services.Tests.Screening;

namespace Petitions.Services.Tests.Clocks;

/// <summary>The daily watch: every warning, overdue record and chaser once, also when it runs twice or on two nodes.</summary>
public sealed class ClockWatchTests : ScreeningTest
{
    private const string Screening = "SCREEN_7D";

    [Fact]
    public async Task Run_DayByDay_WarnsOnEachWarningDay_AndRecordsOverdueOnce()
    {
        var petition = await Given.Petition();
        var due = await QueryAsync(db => db.PetitionClocks.Where(c => c.PetitionId == petition.Id && c.RuleId == Screening).Select(c => c.DueOn).SingleAsync());

        var byDay = new List<(int Days, string Kinds)>();
        for (var day = -4; day <= 2; day++)
        {
            var before = await CountAsync(petition);
            await RunWatchAsync(At(due.AddDays(day)));
            await RunWatchAsync(At(due.AddDays(day)));
            byDay.Add((day, string.Join(' ', (await KindsAsync(petition)).Skip(before))));
        }

        Assert.Equal([(-4, ""), (-3, "ClockWarned"), (-2, ""), (-1, "ClockWarned"), (0, ""), (1, "ClockOverdue"), (2, "")], byDay);
    }

    [Fact]
    public async Task Run_LateAndTwiceAtOnce_WritesEveryStepOnce()
    {
        var petitions = new List<Petition>();
        for (var i = 0; i < 4; i++)
        {
            petitions.Add(await Given.Petition());
        }

        var late = At(ChinaTime.DateOf(Clock.GetUtcNow().UtcDateTime).AddDays(30));
        await Task.WhenAll(RunWatchAsync(late), RunWatchAsync(late), RunWatchAsync(late));

        foreach (var petition in petitions)
        {
            Assert.Equal(["ClockWarned", "ClockWarned", "ClockOverdue"], await KindsAsync(petition));
            var notices = await QueryAsync(db => db.Notices.Where(n => n.PetitionId == petition.Id && n.StaffId != null).Select(n => n.Key).ToListAsync());
            Assert.NotEmpty(notices);
            Assert.Equal(notices.Count, notices.Distinct().Count());
        }
    }

    [Fact]
    public async Task Run_ForAMatterThatNamesTheOneResponsible_TellsHimNothing()
    {
        var petition = await Given.Petition(filed => filed with { Respondents = [new() { Kind = RespondentKind.Person, Name = Officer.Name }] });

        await RunWatchAsync(At(ChinaTime.DateOf(Clock.GetUtcNow().UtcDateTime).AddDays(30)));

        var told = await QueryAsync(db => db.Notices.Where(n => n.PetitionId == petition.Id && n.StaffId != null).Select(n => n.StaffId!.Value).Distinct().ToListAsync());
        Assert.DoesNotContain(Officer.Id, told);
        Assert.Contains(Director.Id, told);
    }

    [Fact]
    public async Task RatingWindow_Over_LapsesAndRefusesARating()
    {
        var petition = await ServedAsync();
        var citizen = Actor.Citizen(petition.Id);
        var window = await QueryAsync(db => db.PetitionClocks.AsNoTracking().SingleAsync(c => c.PetitionId == petition.Id && c.RuleId == RatingService.Window));
        var offered = await RunAsync<CitizenReplyQueries, IReadOnlyList<CitizenReply>>(queries => queries.ListAsync(citizen, default));
        Assert.Equal((true, window.DueOn), (offered[0].MayRate, offered[0].RateUntil));

        Clock.SetUtcNow(At(window.DueOn.AddDays(1)));
        await RunWatchAsync(At(window.DueOn.AddDays(1)));

        var refused = await Assert.ThrowsAsync<Domain.RuleBrokenException>(() =>
            RunAsync<RatingService>(service => service.RateAsync(new RatingGiven("Satisfied", "Satisfied", "Satisfied", "Satisfied", null), citizen, default)));
        Assert.Equal("rating.window-closed", refused.Code);
        Assert.False((await RunAsync<CitizenReplyQueries, IReadOnlyList<CitizenReply>>(queries => queries.ListAsync(citizen, default)))[0].MayRate);
        Assert.Equal(1, await QueryAsync(db => db.Facts.CountAsync(f => f.SubjectId == petition.Id && f.Kind == nameof(RatingLapsed))));
        Assert.Equal(ClockState.Cancelled, await QueryAsync(db => db.PetitionClocks.Where(c => c.Id == window.Id).Select(c => c.State).SingleAsync()));
    }

    private async Task<Petition> ServedAsync()
    {
        var petition = await Accepted();
        var texts = new ReplyTexts { ClaimAnswers = "支持。", Facts = "经查属实。", Law = "应当立案。", Articles = "《人民检察院刑事诉讼规则》第五百五十八条", Reason = "理由充分。", Assessment = "Supported" };
        await ActAs<HandlingService>(Handler, (service, actor) => service.StartAsync(petition.Number, actor, default));
        await ActAs<ReplyService>(Handler, (service, actor) => service.SubmitAsync(petition.Number, texts, actor, default));
        await ActAs<ReplyService>(Director, (service, actor) => service.ApproveAsync(petition.Number, actor, default));
        await ActAs<ReplyService>(Handler, (service, actor) => service.SendAsync(petition.Number, actor, default));
        await ActAs<ReplyService>(Handler, (service, actor) => service.MarkServedAsync(petition.Number, "Counter", actor, default));
        return petition;
    }

    private Task RunWatchAsync(DateTimeOffset now) => RunAsync<ClockWatch>(watch => watch.RunAsync(now.UtcDateTime, default));

    // Noon in Asia/Shanghai of a legal day.
    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new TimeOnly(4, 0)), TimeSpan.Zero);

    private async Task<int> CountAsync(Petition petition) => (await KindsAsync(petition)).Count;

    /// <summary>What the watch wrote about the screening clock.</summary>
    private async Task<IReadOnlyList<string>> KindsAsync(Petition petition)
    {
        var facts = await QueryAsync(db => db.Facts.Where(f => f.SubjectId == petition.Id && (f.Kind == nameof(ClockWarned) || f.Kind == nameof(ClockOverdue)))
            .OrderBy(f => f.Seq).Select(f => new { f.Kind, f.Data }).ToListAsync());
        return [.. facts.Where(f => f.Data.Contains($"\"{Screening}\"", StringComparison.Ordinal)).Select(f => f.Kind)];
    }
}
