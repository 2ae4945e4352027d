using Petitions.Data;
using Petitions.Domain.Offices;
using Petitions.Services.Files.Attachments;

namespace Petitions.Services.JointVisits;

/// <summary>What the host lays on the table, and what of it outside guests may read.</summary>
public sealed class JointPaperService(PetitionsDbContext db, JointVisitAccess access, JointPaperStore papers, TimeProvider clock)
{
    /// <exception cref="Domain.RuleBrokenException">joint.papers-most; file.… when it is not taken.</exception>
    public async Task AddAsync(Guid id, IncomingFile file, Actor actor, CancellationToken ct)
    {
        var visit = await access.ToCallAsync(id, actor, ct);
        await papers.AddAsync(visit.Id, null, null, file, _ => { }, ct);
    }

    public async Task ShareAsync(Guid id, Guid paperId, bool shared, Actor actor, CancellationToken ct)
    {
        var visit = await access.ToCallAsync(id, actor, ct);
        (await db.JointPapers.Where(paper => paper.Id == paperId && paper.JointVisitId == visit.Id).SingleOrNotFoundAsync(ct)).Share(shared, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(ct);
    }
}
