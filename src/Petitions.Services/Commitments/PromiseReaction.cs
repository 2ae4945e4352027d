using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Clocks;
using Petitions.Domain.Commitments;
using Petitions.Domain.Facts;
using Petitions.Domain.Petitions;

namespace Petitions.Services.Commitments;

/// <summary>
/// Lets the office's promises react to the facts of a matter, in the save that records them: what is done keeps a promise, and
/// the end of the matter ends the commitment. A save that can do neither asks the database nothing.
/// </summary>
public sealed class PromiseReaction(PetitionsDbContext db, TimeProvider clock)
{
    public async Task<IReadOnlyList<Fact>> ReactAsync(Petition petition, IReadOnlyList<Fact> facts, CancellationToken ct)
    {
        var kinds = facts.Select(fact => fact.Kind).Where(PromiseKinds.Concerns).ToList();
        if (kinds.Count == 0 || db.Entry(petition).State == EntityState.Added)
        {
            return [];
        }

        var commitment = await db.Commitments
            .SingleOrDefaultAsync(c => c.PetitionId == petition.Id && (c.State == CommitmentState.Offered || c.State == CommitmentState.Signed), ct);
        if (commitment is null)
        {
            return [];
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var today = ChinaTime.DateOf(now);
        List<Fact> own = [.. kinds.SelectMany(kind => commitment.React(kind, today, now))];

        // What is past its day is judged first, by the watch: the end of a matter never saves a broken promise.
        if (kinds.Exists(PromiseKinds.Ends) && !commitment.AwaitsJudgment(today))
        {
            own.AddRange(commitment.Lapse(CommitmentEnd.MatterEnded, today, now));
        }

        return own;
    }
}
