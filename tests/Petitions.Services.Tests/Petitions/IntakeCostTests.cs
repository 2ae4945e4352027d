using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Services.Petitions;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Petitions;

/// <summary>What one submission asks of the database. The first one also fills the catalogues in memory.</summary>
public sealed class IntakeCostTests : PetitionsTest
{
    private readonly Counter counter = new();

    [Fact]
    public async Task File_OnceWarm_ReadsLittleAndSavesOnce()
    {
        await FileAsync();
        counter.Commands.Clear();

        await FileAsync();

        var reads = counter.Commands.Where(command => command.TrimStart().StartsWith("SELECT", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(counter.Commands);
        Assert.True(reads.Count <= 3, string.Join("\n---\n", reads));

        // The rows go out in one batch past EF Core (AddedRowsTests).
        Assert.Equal(reads.Count, counter.Commands.Count);
    }

    protected override void More(IServiceCollection collection) =>
        collection.ConfigureDbContext<PetitionsDbContext>(options => options.AddInterceptors(counter));

    private Task<Receipt> FileAsync() => RunAsync<PetitionIntakeService, Receipt>(service => service.FileAsync(
        Filings.J1() with { Respondents = [new FiledRespondent { Kind = RespondentKind.Person, Name = "王磊" }] }, Actor.Citizen(), default));

    private sealed class Counter : DbCommandInterceptor
    {
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
}
