using Microsoft.EntityFrameworkCore;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Data;

/// <summary>The migrations of the engine under test hold the whole model.</summary>
public sealed class ModelTests : PetitionsTest
{
    [Fact]
    public async Task Model_OfThisEngine_HasNoPendingChange()
    {
        var pending = await QueryAsync(db => Task.FromResult(db.Database.HasPendingModelChanges()));

        Assert.False(pending, "Run scripts/add-migration.sh: the model has changed.");
    }

    [Fact]
    public async Task Migrations_OnAFreshDatabase_AreAllApplied()
    {
        var missing = await QueryAsync(async db => (await db.Database.GetPendingMigrationsAsync()).ToList());

        Assert.Empty(missing);
    }
}
