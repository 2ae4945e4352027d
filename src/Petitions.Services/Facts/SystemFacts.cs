using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;

namespace Petitions.Services.Facts;

/// <summary>
/// Facts the system writes by itself, with no change beside them. Where a person's save meets another he is asked
/// again; the system tries again by itself, each time in a unit of work of its own.
/// </summary>
public sealed class SystemFacts(IServiceScopeFactory scopes)
{
    private const int Tries = 8;

    public async Task RecordAsync(IReadOnlyCollection<Fact> facts, CancellationToken ct)
    {
        for (var left = Tries - 1; ; left--)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<FactLog>().Record(Actor.System, facts);
            try
            {
                await scope.ServiceProvider.GetRequiredService<PetitionsDbContext>().SaveChangesAsync(ct);
                return;
            }
            catch (DbUpdateException) when (left > 0)
            {
                // Somebody else wrote on the chain first: read its new head and append after it.
            }
        }
    }
}
