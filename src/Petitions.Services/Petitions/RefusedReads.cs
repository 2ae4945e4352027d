using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Services.Petitions;

/// <summary>
/// Keeps one line of each try to open a matter that is closed to the person (security.md B2): for those who see the read
/// log, never for him. Called after the answer has left, so that "not yours" and "does not exist" take the same time.
/// </summary>
public sealed class RefusedReads(IServiceScopeFactory scopes, TimeProvider clock)
{
    public const string What = "Refused";

    public async Task RecordAsync(string number, Guid staffId, string? address, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>();
        if (await db.Petitions.VisibleTo(Actor.System).Where(p => p.Number == number).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(ct) is { } petition)
        {
            db.ReadRecords.Add(ReadRecord.Create(petition, staffId, What, address, null, clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync(ct);
        }
    }
}
