using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Facts;
using Petitions.Domain.Indicators;

namespace Petitions.Services.Indicators;

/// <summary>Reads matters from their facts, all of them or those up to a moment.</summary>
public sealed class HistoryReader(PetitionsDbContext db)
{
    /// <param name="petitions">A batch, not more than a few hundred.</param>
    /// <param name="before">Facts from this moment on are not read.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<IReadOnlyList<MatterHistory>> ReadAsync(IReadOnlyCollection<Guid> petitions, DateTime? before, CancellationToken ct)
    {
        var facts = await db.Facts.AsNoTracking()
            .Where(f => f.Subject == FactSubject.Petition && petitions.Contains(f.SubjectId) && (before == null || f.At < before))
            .OrderBy(f => f.SubjectId).ThenBy(f => f.Seq)
            .Select(f => new IndicatorFact(f.SubjectId, f.Kind, f.At, f.CountsFrom, f.Data)).ToListAsync(ct);
        return [.. facts.GroupBy(fact => fact.PetitionId).Select(matter => MatterHistory.Of(matter.Key, matter))];
    }
}
