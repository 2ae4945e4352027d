using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Clocks;
using Petitions.Services.Facts;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Setup.Load;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Setup;

/// <summary>What <c>seed load</c> brings in cannot be told from what the services write: chains verify, clocks stand as counted, every page's query answers.</summary>
public sealed partial class PetitionLoaderTests : PetitionsTest
{
    private const int Count = 200;

    [Fact]
    public async Task Load_IntoAnEmptyDatabase_IsWhatTheServicesWouldHaveWritten()
    {
        await LoadAsync();

        await TheLogIsWhole();
        await TheClocksStandAsCounted();
        await EveryRowIsReadable();
        await EveryMatterOpens();
        await NumbersOfDocumentsHaveNoGap();
        await PeopleAreInvented();
    }

    [Fact]
    public async Task Load_IntoAFilledDatabase_IsRefusedUnlessAllowed()
    {
        await Given.Petition();

        await Assert.ThrowsAsync<InvalidOperationException>(() => LoadAsync(3));
        await LoadAsync(3, intoFilled: true);

        Assert.Equal(4, await QueryAsync(db => db.Petitions.CountAsync()));
    }

    [Fact]
    public async Task Load_TheSameSeed_TellsTheSameStories()
    {
        await LoadAsync(20);
        await LoadAsync(20, intoFilled: true);

        var told = await QueryAsync(db => db.Petitions.GroupBy(p => new { p.Title, p.Text, p.ReceivedOn, p.State, p.Category }).Select(group => group.Count()).ToListAsync());
        Assert.All(told, count => Assert.Equal(2, count));
        Assert.Equal(20, told.Count);
    }

    [Fact]
    public async Task Load_Afterwards_LeavesEveryIndexAndKeyInPlace()
    {
        await using var pristine = await TestServices.NewDatabaseAsync();
        await using var other = TestServices.Build(pristine.ConnectionString, Clock);
        await using var scope = other.CreateAsyncScope();

        await LoadAsync(10);

        var expected = await SchemaAsync(scope.ServiceProvider.GetRequiredService<PetitionsDbContext>());
        Assert.NotEmpty(expected);
        Assert.Equal(expected, await QueryAsync(SchemaAsync));
    }

    private Task LoadAsync(int petitions = Count, bool intoFilled = false) => RunAsync<PetitionLoader>(loader =>
        loader.LoadAsync(new LoadRequest { Petitions = petitions, People = 60, Seed = 7 }, intoFilled, _ => { }, default));

    private static async Task<List<string>> SchemaAsync(PetitionsDbContext db)
    {
        var sql = db.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal)
            ? "SELECT coalesce(sql, name) AS \"Value\" FROM sqlite_master WHERE name <> 'sqlite_stat1'"
            : "SELECT indexdef AS \"Value\" FROM pg_indexes WHERE schemaname = 'public' UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace";
        // PostgreSQL spells the casts of a condition anew when it reads its own definition: they say the same.
        return [.. (await db.Database.SqlQueryRaw<string>(sql).ToListAsync()).Select(row => Casts().Replace(row, "")).Order(StringComparer.Ordinal)];
    }

    private async Task TheLogIsWhole()
    {
        var result = await RunAsync<VerifyLogService, VerificationResult>(service => service.LiveAsync(Actor.System, null, [], default));

        Assert.Empty(result.Findings);
        Assert.True(result.Chains > Count);
    }

    private async Task TheClocksStandAsCounted()
    {
        Assert.Equal(0, await RunAsync<ClockRecount, int>(recount => recount.RunAsync(default)));
        Assert.Equal(0, await RunAsync<ClockWatch, int>(watch => watch.RunAsync(Clock.GetUtcNow().UtcDateTime, default)));
        var due = await QueryAsync(db => db.Petitions.AsNoTracking().Select(p => new
        {
            p.NextDueOn,
            Running = db.PetitionClocks.Where(c => c.PetitionId == p.Id && c.State == ClockState.Running).ToList(),
        }).ToListAsync());
        var keeper = Services.CreateScope().ServiceProvider.GetRequiredService<ClockKeeper>();
        Assert.All(due, p => Assert.Equal(p.Running.Where(keeper.IsOffices).Select(c => (DateOnly?)c.DueOn).Min(), p.NextDueOn));
        Assert.Contains(due, p => p.NextDueOn is not null);
    }

    private async Task EveryRowIsReadable() => await QueryAsync(async db =>
    {
        Assert.Equal(Count, (await db.Petitions.Include(p => p.Parties).Include(p => p.Respondents).Include(p => p.Assignments).AsSplitQuery().AsNoTracking().ToListAsync()).Count(p => p.Parties.Count > 0));
        Assert.NotEmpty(await db.PetitionClocks.AsNoTracking().ToListAsync());
        Assert.NotEmpty(await db.Replies.AsNoTracking().ToListAsync());
        Assert.NotEmpty(await db.Notices.AsNoTracking().ToListAsync());
        Assert.NotEmpty(await db.Ratings.AsNoTracking().ToListAsync());
        Assert.NotEmpty(await db.CaseNotes.AsNoTracking().ToListAsync());
        Assert.NotEmpty(await db.DecisionProposals.AsNoTracking().ToListAsync());
        // Made by somebody else than the handler, or still owed by him (journey J9).
        var calls = await db.CallbackTasks.AsNoTracking().Select(task => new { task.OfficerId, task.DoneAt, Handler = db.Petitions.Where(p => p.Id == task.PetitionId).Select(p => p.FirstHandlerId).First() }).ToListAsync();
        Assert.Contains(calls, call => call.DoneAt != null);
        Assert.DoesNotContain(calls, call => call.OfficerId != null && call.OfficerId == call.Handler);
        Assert.NotEmpty(await db.Commitments.AsNoTracking().ToListAsync());
        Assert.Equal(Count, await db.Submissions.AsNoTracking().CountAsync());
        var states = await db.Petitions.Select(p => p.State).Distinct().ToListAsync();
        Assert.Superset(new HashSet<PetitionState> { PetitionState.Archived, PetitionState.InHandling }, states.ToHashSet());
        return true;
    });

    private async Task EveryMatterOpens()
    {
        var director = await Given.Staff("\u674e\u654f\u4e4b", roles: ["PetitionDirector", "ScreeningOfficer"]);
        var actor = await ActorAsync(director.Id);
        var numbers = await QueryAsync(db => db.Petitions.Where(p => p.OfficeId == Given.OfficeId(Given.County)).Select(p => p.Number).ToListAsync());
        Assert.NotEmpty(numbers);
        foreach (var number in numbers)
        {
            var sheet = await RunAsync<CaseQueries, CaseSheet>(queries => queries.SheetAsync(number, actor, default));
            Assert.NotEmpty(sheet.Timeline);
        }

        var list = await RunAsync<ScreeningQueries, ScreeningList>(queries => queries.ListAsync(new ScreeningFilter(), actor, default));
        Assert.NotEmpty(list.Lines);
    }

    private async Task NumbersOfDocumentsHaveNoGap()
    {
        var series = await QueryAsync(db => db.IssuedDocuments.Where(d => d.Serial != null).GroupBy(d => new { d.OfficeId, d.Word, d.Year })
            .Select(group => new { group.Key, Count = group.Count(), Last = group.Max(d => d.Serial) }).ToListAsync());
        Assert.NotEmpty(series);
        Assert.All(series, row => Assert.Equal(row.Count, row.Last));
        var counters = await QueryAsync(db => db.DocumentCounters.AsNoTracking().ToListAsync());
        Assert.All(counters, counter => Assert.Equal(series.Single(row => row.Key.OfficeId == counter.OfficeId && row.Key.Word == counter.Word && row.Key.Year == counter.Year).Last, counter.Last));
    }

    private async Task PeopleAreInvented()
    {
        var today = ChinaTime.DateOf(Clock.GetUtcNow().UtcDateTime);
        var protector = Services.GetRequiredService<ColumnProtector>();
        var blocks = (await QueryAsync(db => db.Parties.AsNoTracking().Where(party => party.IdNumberIndex != null).ToListAsync()))
            .Select(party => (Party: party, Block: protector.UnprotectBlock(party.Identity!))).ToList();
        Assert.NotEmpty(blocks);
        Assert.All(blocks, pair =>
        {
            var (number, problem) = IdCardNumber.Read(pair.Block.IdNumber, today);
            Assert.Null(problem);
            Assert.StartsWith("990101", number!.Value, StringComparison.Ordinal);
            Assert.Equal(protector.BlindIndex("id", number.Value), pair.Party.IdNumberIndex);
        });
        // The same person comes again, and is found again.
        Assert.Contains(blocks.GroupBy(pair => pair.Block.IdNumber), person => person.Count() > 1);
    }

    [GeneratedRegex(@"::(character varying|text)(\[\])?|[()\s]")]
    private static partial Regex Casts();
}
