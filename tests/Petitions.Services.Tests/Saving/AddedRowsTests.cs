using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions;
using Petitions.Services.Tests.Engines;
using Petitions.Services.Tests.Fixtures;
using Petitions.Services.Tests.Petitions;

namespace Petitions.Services.Tests.Saving;

/// <summary>Rows written past EF Core's own save are the rows it would have written, and are saved whole or not at all.</summary>
public sealed class AddedRowsTests : PetitionsTest
{
    private readonly Watch watch = new();

    [Fact]
    public async Task Save_OfAddedRows_WritesWhatEfCoreWouldWrite()
    {
        await FileAsync();
        var entities = watch.Added;
        Assert.Contains(entities, entity => entity is Petition);
        Assert.Contains(entities, entity => entity is FactRecord);

        await using var other = await TestServices.NewDatabaseAsync();
        await using var plain = new PetitionsDbContext(PlainOptions(other.ConnectionString));
        plain.AddRange(entities);
        foreach (var fact in plain.ChangeTracker.Entries<FactRecord>())
        {
            // Nobody may send the database its own time.
            fact.Property(line => line.RecordedAt).CurrentValue = default;
        }

        await plain.SaveChangesAsync();

        await using var ours = new PetitionsDbContext(PlainOptions(ConnectionString));
        foreach (var entity in entities.Select(entity => plain.Model.FindEntityType(entity.GetType())!).Distinct())
        {
            var expected = await RowsAsync(plain, entity.GetTableName()!);
            Assert.NotEmpty(expected);
            Assert.Equal(expected, await RowsAsync(ours, entity.GetTableName()!));
        }
    }

    [Fact]
    public async Task Save_OfAddedRows_GoesPastEfCoreAndBringsBackWhatTheDatabaseSet()
    {
        await FileAsync();

        Assert.DoesNotContain(watch.Commands, command => command.Contains("INSERT", StringComparison.OrdinalIgnoreCase));
        Assert.All(watch.Added.OfType<FactRecord>(), fact => Assert.NotEqual(default, fact.RecordedAt));
        var stored = await QueryAsync(db => db.Facts.AsNoTracking().ToDictionaryAsync(fact => fact.Id, fact => fact.RecordedAt));
        Assert.All(watch.Added.OfType<FactRecord>(), fact => Assert.Equal(stored[fact.Id], fact.RecordedAt));
    }

    [Fact]
    public async Task Save_WhenOneRowIsRefused_LeavesNoneAndSaysWhich()
    {
        await FileAsync();
        var taken = watch.Added.OfType<Submission>().Single();
        var rows = await CountAsync();

        var refused = await Assert.ThrowsAsync<DuplicateRowException>(() => QueryAsync(async db =>
        {
            db.AddRange(Attempt(), Submission.Of(taken.Key, watch.Added.OfType<Petition>().Single()));
            return await db.SaveChangesAsync();
        }));

        Assert.NotNull(refused.InnerException);
        Assert.Equal(rows, await CountAsync());
    }

    /// <summary>On SQLite these share commits; each is acknowledged or refused for itself.</summary>
    [Fact]
    public async Task Saves_ManyAtOnce_EachWholeForItself()
    {
        await FileAsync();
        var (taken, petition) = (watch.Added.OfType<Submission>().Single().Key, watch.Added.OfType<Petition>().Single());
        var before = await CountAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Task.Run(async () =>
        {
            var refused = number % 5 == 0;
            try
            {
                await QueryAsync(async db =>
                {
                    db.AddRange(Attempt(), Attempt());
                    if (refused)
                    {
                        db.Add(Submission.Of(taken, petition));
                    }

                    return await db.SaveChangesAsync();
                });
                return (refused, Saved: true);
            }
            catch (DuplicateRowException)
            {
                return (refused, Saved: false);
            }
        })));

        Assert.All(outcomes, outcome => Assert.Equal(!outcome.refused, outcome.Saved));
        Assert.Equal(before + (48 * 2), await CountAsync());
    }

    /// <summary>Nobody waits for the lock in turn: whoever waits hears of it together with the first (security.md A6).</summary>
    [Fact]
    public async Task Saves_WhileAnotherHoldsTheLock_AreAllRefused_AndGoOnAfter()
    {
        var before = await CountAsync();
        var engine = Services.GetRequiredService<IEngineInfo>();
        await using (var holder = new PetitionsDbContext(PlainOptions(ConnectionString)))
        {
            await using var held = await holder.Database.BeginTransactionAsync();
            if (TestDatabaseServer.Engine == TestEngine.Postgres)
            {
                await holder.Database.ExecuteSqlAsync($"LOCK TABLE access_attempts");
            }

            var refusals = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => Record.ExceptionAsync(SaveOneAsync))));

            Assert.All(refusals, refusal => Assert.True(refusal is not null && DatabaseAway.Is(refusal, engine), $"{refusal}"));
        }

        await SaveOneAsync();
        Assert.Equal(before + 1, await CountAsync());
    }

    [Fact]
    public async Task Save_InTheCallersTransaction_IsTakenBackWithIt()
    {
        var before = await CountAsync();

        await QueryAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(Attempt());
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
            return true;
        });

        Assert.Equal(before, await CountAsync());
    }

    protected override void More(IServiceCollection collection) =>
        collection.ConfigureDbContext<PetitionsDbContext>(options => options.AddInterceptors(watch, new Gathering(watch)));

    private AccessAttempt Attempt() => AccessAttempt.Failed(RandomNumberGenerator.GetBytes(32), null, Clock.GetUtcNow().UtcDateTime);

    private static DbContextOptions<PetitionsDbContext> PlainOptions(string connection)
    {
        var options = new DbContextOptionsBuilder<PetitionsDbContext>();
        TestServices.Configure(options, connection);
        // The later one wins: EF Core's own way to save.
        options.ReplaceService<IDatabase, RelationalDatabase>();
        return options.Options;
    }

    private Task SaveOneAsync() => QueryAsync(async db =>
    {
        db.Add(Attempt());
        return await db.SaveChangesAsync();
    });

    private Task<int> CountAsync() => QueryAsync(db => db.AccessAttempts.CountAsync());

    private Task<Receipt> FileAsync() => RunAsync<PetitionIntakeService, Receipt>(service => service.FileAsync(
        Filings.J1() with { Respondents = [new FiledRespondent { Kind = RespondentKind.Person, Name = "王磊" }] }, Actor.Citizen(), default));

    /// <summary>Every row of a table as text, but for the moment the database stamps.</summary>
    private static async Task<List<string>> RowsAsync(PetitionsDbContext db, string table)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // A name of the model.
        command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Where(at => reader.GetName(at) != "recorded_at").Select(at => $"{reader.GetName(at)}={Text(reader.GetValue(at))}")));
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    private static string Text(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        DBNull => "null",
        IFormattable plain => $"{value.GetType().Name} {plain.ToString(null, CultureInfo.InvariantCulture)}",
        _ => $"{value.GetType().Name} {value}",
    };

    /// <summary>What a save adds, seen after everything is ready, and what EF Core sends itself.</summary>
    private sealed class Watch : DbCommandInterceptor
    {
        public List<object> Added { get; } = [];

        public List<string> Commands { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Commands.Add(command.CommandText);
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Commands.Add(command.CommandText);
            return ValueTask.FromResult(result);
        }
    }

    private sealed class Gathering(Watch watch) : SaveChangesInterceptor
    {
        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (watch.Added.Count == 0)
            {
                watch.Added.AddRange(eventData.Context!.ChangeTracker.Entries().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity));
            }

            return ValueTask.FromResult(result);
        }
    }
}
