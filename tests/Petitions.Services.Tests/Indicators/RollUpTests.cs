using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Indicators;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Domain.Ratings;
using Petitions.Services.Clocks;
using Petitions.Services.FirstHandlers;
using Petitions.Services.Indicators;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Ratings;
using Petitions.Services.Tests.Fixtures;
using Petitions.Services.Tests.Supervision;

namespace Petitions.Services.Tests.Indicators;

/// <summary>Indicators are recomputable from the facts; the weekly letter is the same bytes whenever it is made (J6 b, e).</summary>
public sealed class RollUpTests : BoardTest
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Fact]
    public async Task RollUps_MadeInSteps_EqualTheFactsReadAtOnce()
    {
        await StoriesAsync();
        await RunAsync<RollUpService>(s => s.RunAsync(default));
        await WatchAsync(30);
        await Drafted();
        await RunAsync<RollUpService>(s => s.RunAsync(default));
        await RunAsync<RollUpService>(s => s.RunAsync(default));

        var rows = await QueryAsync(db => db.IndicatorDays.AsNoTracking().ToListAsync());
        var ids = await QueryAsync(db => db.IndicatorItems.Select(i => i.PetitionId).Distinct().ToListAsync());
        var fresh = (await RunAsync<HistoryReader, IReadOnlyList<MatterHistory>>(r => r.ReadAsync(ids, null, default))).SelectMany(h => h.Items())
            .GroupBy(i => (i.OfficeId, i.DepartmentId, i.Measure, i.Day, i.Apart))
            .Select(g => (g.Key, N: g.Count(), Hits: g.Count(i => i.Hit), Extended: g.Count(i => i.Extended), Amount: g.Sum(i => i.Amount)))
            .OrderBy(row => row.Key.ToString(), StringComparer.Ordinal).ToList();

        Assert.Equal(fresh, rows.Select(d => ((d.OfficeId, d.DepartmentId, d.Measure, d.Day, d.Apart), d.N, d.Hits, d.Extended, d.Amount)).OrderBy(row => row.Item1.ToString(), StringComparer.Ordinal));
        Assert.True(rows.Count > 10);
    }

    [Fact]
    public async Task RecordedAt_OfEveryFact_EqualsItselfInAQuestion()
    {
        await StoriesAsync();
        var facts = await QueryAsync(db => db.Facts.AsNoTracking().Select(f => new { f.Id, f.RecordedAt }).ToListAsync());

        var found = await QueryAsync(async db =>
        {
            var count = 0;
            foreach (var fact in facts)
            {
                count += await db.Facts.CountAsync(f => f.Id == fact.Id && f.RecordedAt >= fact.RecordedAt && f.RecordedAt <= fact.RecordedAt);
            }

            return count;
        });

        Assert.True(facts.Count > 30, "Too few to meet a moment that ends in zero.");
        Assert.Equal(facts.Count, found);
    }

    [Fact]
    public async Task Rates_CountByDueDate_ShowTheAnonymousApart_AndLeaveOutWhatConcernsTheOffice()
    {
        await StoriesAsync();
        await WatchAsync(12);
        await RunAsync<RollUpService>(s => s.RunAsync(default));
        var actor = await As(Chief);

        var sheet = await RunAsync<IndicatorQueries, IndicatorSheet>(q => q.SheetAsync(new IndicatorScope(Monday, Monday.AddDays(20), null), actor, default));

        var received = sheet.Lines.Single(l => l.Measure == Measure.Received);
        var seven = sheet.Lines.Single(l => l.Measure == Measure.Procedural7);
        Assert.Equal(8, received.N);
        Assert.Equal((7, 2), (seven.N, seven.Hits));
        Assert.Equal(1, seven.Apart["Anonymous"]);
        Assert.Equal(2m / 7, seven.Value(sheet.Least));
        Assert.Null(sheet.Lines.Single(l => l.Measure == Measure.Satisfaction).Value(sheet.Least));
        var (rows, next) = await RunAsync<IndicatorQueries, (IReadOnlyList<IndicatorRow>, string?)>(q => q.RowsAsync(sheet.Scope, Measure.Procedural7, false, null, actor, default));
        Assert.Equal(5, rows.Count);
        Assert.Null(next);

        var head = await As(Head);
        var own = await RunAsync<IndicatorQueries, IndicatorSheet>(q => q.SheetAsync(new IndicatorScope(Monday, Monday.AddDays(20), null), head, default));
        Assert.Equal(Given.DepartmentId(Given.PetitionDepartment), own.Scope.Department);
        Assert.Equal(2, own.Lines.Single(l => l.Measure == Measure.Procedural7).N);
    }

    [Fact]
    public async Task WeeklyLetter_OfAPastWeek_IsTheSameBytes_WhateverHappensLater()
    {
        await StoriesAsync();
        await WatchAsync(14);
        var office = Given.OfficeId();
        var second = Monday.AddDays(7);
        var before = await RunAsync<WeeklyLetterService, string>(s => s.ComputeAsync(office, second, default));
        await ActAs<WeeklyLetterService>(Chief, (s, a) => s.MakeAsync(second, a, default));

        await Drafted();
        await WatchAsync(40);
        var petition = await QueryAsync(db => db.PetitionClocks.Where(c => c.RuleId == "PROC_REPLY_7D").Select(c => c.PetitionId).FirstAsync());
        await RunAsync<Services.Petitions.PetitionFollowUpService>(s => s.SupplyAsync("补充材料", Domain.Offices.Actor.Citizen(petition), default));

        var after = await RunAsync<WeeklyLetterService, string>(s => s.ComputeAsync(office, second, default));
        await ActAs<WeeklyLetterService>(Chief, (s, a) => s.MakeAsync(second, a, default));
        var kept = await QueryAsync(db => db.WeeklyLetters.SingleAsync());
        Assert.Equal(before, after);
        Assert.Equal(before, kept.Content);
        var figures = WeeklyLetterService.Read(kept.Content);
        Assert.Equal((7, 2), (figures.Procedural7.Due, figures.Procedural7.InTime));
        Assert.Equal(1, figures.Procedural7.Apart["Anonymous"]);
        Assert.Equal(6, figures.OverdueByUnit.Sum(unit => unit.Overdue));
        Assert.Equal("letter.week-not-over", await RefusedAs<WeeklyLetterService>(Chief, (s, a) => s.MakeAsync(WeeklyLetter.MondayOf(Domain.Clocks.ChinaTime.DateOf(Clock.GetUtcNow().UtcDateTime)), a, default)));
        Assert.Equal("letter.monday", await RefusedAs<WeeklyLetterService>(Chief, (s, a) => s.MakeAsync(second.AddDays(1), a, default)));
    }

    [Fact]
    public async Task WeeklyJob_MakesEachOfficesLetterOnce()
    {
        await StoriesAsync();
        await WatchAsync(7);

        var made = await RunAsync<WeeklyLetterService, int>(s => s.MakeDueAsync(default));

        Assert.True(made > 0);
        Assert.Equal(0, await RunAsync<WeeklyLetterService, int>(s => s.MakeDueAsync(default)));
        Assert.Equal(8, WeeklyLetterService.Read(await QueryAsync(db => db.WeeklyLetters.Where(l => l.OfficeId == Given.OfficeId()).Select(l => l.Content).SingleAsync())).Received);
    }

    [Fact]
    public async Task LeadCase_WithPlanAndDate_StandsInTheLeadersList_UntilItEnds()
    {
        var petition = await Accepted();
        Assert.Equal("leader.not-a-leader", await RefusedAs<LeaderCaseService>(Director, (s, a) => s.NameAsync(petition.Number, Handler.Id, new DateOnly(2026, 4, 1), "约谈、听证。", a, default)));
        Assert.Equal("leader.due", await RefusedAs<LeaderCaseService>(Director, (s, a) => s.NameAsync(petition.Number, Deputy.Id, new DateOnly(2026, 3, 1), "约谈、听证。", a, default)));
        Assert.Equal("leader.plan", await RefusedAs<LeaderCaseService>(Director, (s, a) => s.NameAsync(petition.Number, Deputy.Id, new DateOnly(2026, 4, 1), " ", a, default)));
        await ActAs<LeaderCaseService>(Director, (s, a) => s.NameAsync(petition.Number, Deputy.Id, new DateOnly(2026, 4, 1), "约谈、听证。", a, default));
        Assert.Equal("leader.exists", await RefusedAs<LeaderCaseService>(Director, (s, a) => s.NameAsync(petition.Number, Chief.Id, new DateOnly(2026, 4, 1), "约谈、听证。", a, default)));

        var sheet = await SheetAsync();
        Assert.Equal([("周岚", 0), ("沈清", 1)], sheet.Leaders.OrderBy(l => l.Open).Select(l => (l.Name, l.Open)));
        var line = Assert.Single(sheet.Cases);
        Assert.Equal(("沈清", "约谈、听证。", new DateOnly(2026, 4, 1)), (line.Leader, line.Plan, line.DueOn));
        Assert.Equal(1, await QueryAsync(db => db.Facts.CountAsync(f => f.SubjectId == petition.Id && f.Kind == nameof(LeaderInChargeNamed))));

        Assert.Equal("leader.result", await RefusedAs<LeaderCaseService>(Deputy, (s, a) => s.ResolveAsync(petition.Number, true, "", a, default)));
        await ActAs<LeaderCaseService>(Deputy, (s, a) => s.ResolveAsync(petition.Number, true, "当事人已签收答复并表示认可。", a, default));
        Assert.Empty((await SheetAsync()).Cases);
        Assert.Equal(Domain.Clocks.ClockState.Met, await QueryAsync(db => db.PetitionClocks.Where(c => c.RuleId == "LEADER_CASE_3M").Select(c => c.State).SingleAsync()));
    }

    private async Task<LeaderSheet> SheetAsync()
    {
        var actor = await As(Director);
        return await RunAsync<LeaderQueries, LeaderSheet>(q => q.SheetAsync(null, actor, default));
    }

    /// <summary>Nine matters of the first Monday: two accepted at once, five left lying, one anonymous, one about a colleague.</summary>
    private async Task StoriesAsync()
    {
        await Accepted();
        await Accepted();
        for (var i = 0; i < 5; i++)
        {
            await Given.Petition();
        }

        await Given.Petition(filed => filed with { IdentityMode = "Anonymous", Parties = [new PartyDetails { Relation = "Petitioner", NoticeWay = "Portal" }] });
        await Given.Petition(filed => filed with { Respondents = [new RespondentDetails { Kind = RespondentKind.Person, Name = Head.Name, StaffId = Head.Id }] });
    }

    private async Task WatchAsync(int days)
    {
        for (var i = 0; i < days; i += 2)
        {
            Clock.Advance(TimeSpan.FromDays(2));
            await RunAsync<ClockWatch>(w => w.RunAsync(Clock.GetUtcNow().UtcDateTime, default));
        }
    }
}
