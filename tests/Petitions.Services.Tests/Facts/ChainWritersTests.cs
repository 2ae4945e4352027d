using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain.Facts;
using Fact = Petitions.Domain.Facts.Fact;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Facts;

namespace Petitions.Services.Tests.Facts;

/// <summary>Two writers on one chain: one wins, the chain never forks; the system tries again by itself.</summary>
public sealed class ChainWritersTests : SpineTest
{
    [Xunit.Fact]
    public async Task Save_TwoWritersOnOneChain_OneWins()
    {
        var petition = await Given.Petition();
        await using var first = Services.CreateAsyncScope();
        await using var second = Services.CreateAsyncScope();
        var one = await ReadAsync(first, petition.Id);
        var two = await ReadAsync(second, petition.Id);
        await one.SaveChangesAsync();

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => two.SaveChangesAsync());

        Assert.Empty((await LiveAsync()).Findings);
        Assert.Equal(1, await QueryAsync(db => db.Facts.CountAsync(fact => fact.Kind == FactsOfTest.Marked)));
    }

    [Xunit.Fact]
    public async Task SystemFacts_ManyAtOnce_AllStandInOneChain()
    {
        var petition = await Given.Petition();
        var before = await LengthAsync(petition.Id);
        var system = Services.GetRequiredService<SystemFacts>();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => system.RecordAsync([FactsOfTest.Of(petition.Id)], default))));

        Assert.Equal(before + 4, await LengthAsync(petition.Id));
        Assert.Empty((await LiveAsync()).Findings);
    }

    private static async Task<PetitionsDbContext> ReadAsync(AsyncServiceScope scope, Guid id)
    {
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>();
        await db.ChainHeads.SingleAsync(head => head.SubjectId == id);
        scope.ServiceProvider.GetRequiredService<FactLog>().Record(Actor.System, FactsOfTest.Of(id));
        return db;
    }

    private static class FactsOfTest
    {
        public const string Marked = nameof(PetitionRouted);

        public static Fact Of(Guid id) => new PetitionRouted(id, "RT01", id, id);
    }
}
