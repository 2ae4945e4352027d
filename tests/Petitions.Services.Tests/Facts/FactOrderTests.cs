using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Facts;

/// <summary>Facts stand in the order in which they were recorded, also when one unit of work saves several times.</summary>
public sealed class FactOrderTests : PetitionsTest
{
    [Fact]
    public async Task Save_SeveralTimesInOneUnitOfWork_KeepsTheOrderOfFacts()
    {
        var petition = await Given.Petition();
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>();
        var recorder = scope.ServiceProvider.GetRequiredService<PetitionRecorder>();
        var matter = await db.Petitions.VisibleTo(Actor.System).SingleAsync(p => p.Id == petition.Id);
        for (var round = 0; round < 3; round++)
        {
            var facts = Enumerable.Range(0, 4).Select(i => new PetitionRouted(matter.Id, $"{round}-{i}", Guid.Empty, Guid.Empty)).ToList();
            matter.Touch();
            await recorder.SaveAsync(matter, Actor.System, facts, default);
        }

        var data = await QueryAsync(q => q.Facts.Where(f => f.SubjectId == petition.Id && f.Kind == nameof(PetitionRouted)).OrderBy(f => f.Seq).Select(f => f.Data).ToListAsync());

        Assert.Equal(12, data.Count);
        Assert.Equal(data.OrderBy(text => text, StringComparer.Ordinal), data);
    }
}
