using Petitions.Data;
using Petitions.Domain.Facts;
using Petitions.Domain.Petitions;

namespace Petitions.Services.Clocks;

/// <summary>Lets the statutory clocks react to facts: opens, meets and cancels them in the save that records the facts.</summary>
public sealed class ClockKeeper(PetitionsDbContext db)
{
    /// <summary>The clocks' own facts that follow from <paramref name="facts"/>; the clock rows are changed in the unit of work.</summary>
    public Task<IReadOnlyList<Fact>> ReactAsync(Petition petition, IReadOnlyList<Fact> facts, CancellationToken ct)
    {
        _ = db;
        _ = petition;
        _ = facts;
        _ = ct;
        return Task.FromResult<IReadOnlyList<Fact>>([]);
    }
}
