using Petitions.Data;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions.Documents;
using Petitions.Services.Petitions;

namespace Petitions.Services.JointVisits;

/// <summary>The minutes as a paper, before they have a number: to be read back and signed on paper. Each reading is written down (security.md B4).</summary>
public sealed class JointMinutesQueries(PetitionsDbContext db, JointVisitAccess access, JointPapers papers, ReadLog reads, TimeProvider clock)
{
    /// <exception cref="NotFoundException">Missing, walled, or he does not sit there.</exception>
    public async Task<Paper> PaperAsync(Guid id, Actor actor, CancellationToken ct, string? address = null)
    {
        var visit = await access.AtTableAsync(id, actor, ct);
        var matters = await access.MattersAsync(visit, ct);
        var paper = await papers.DraftAsync(visit, await access.TextAsync(id, ct), await access.SignaturesAsync(id, ct), matters, ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime), ct);
        db.ChangeTracker.Clear();
        foreach (var petition in matters)
        {
            await reads.RecordAsync(petition.Id, actor, JointVisitQueries.Read, null, ct, address);
        }

        return paper;
    }
}
