using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;

namespace Petitions.Services.Petitions;

/// <summary>
/// The timeline of a matter, read from its facts and from nothing else. The petitioner's is the staff's without what is
/// internal: one query, one difference.
/// </summary>
public sealed class PetitionTimelineQueries(PetitionsDbContext db)
{
    /// <summary>Every event, for staff. Empty when the actor may not know of the matter.</summary>
    public Task<IReadOnlyList<TimelineEvent>> StaffAsync(Guid petitionId, Actor actor, CancellationToken ct) => ReadAsync(petitionId, actor, ct);

    /// <summary>What the petitioner may see: kinds open to him, and those that carry a text written for him.</summary>
    public async Task<IReadOnlyList<TimelineEvent>> CitizenAsync(Guid petitionId, Actor actor, CancellationToken ct) =>
        [.. (await ReadAsync(petitionId, actor, ct)).Where(line => !line.Internal)];

    private async Task<IReadOnlyList<TimelineEvent>> ReadAsync(Guid petitionId, Actor actor, CancellationToken ct)
    {
        var rows = await db.Facts.AsNoTracking()
            .Where(fact => fact.Subject == FactSubject.Petition && fact.SubjectId == petitionId
                && db.Petitions.VisibleTo(actor).Any(p => p.Id == petitionId))
            .OrderBy(fact => fact.Seq)
            .Select(fact => new { fact.Seq, fact.At, fact.Kind, fact.PublicText, fact.Visibility, fact.ActorId })
            .ToListAsync(ct);
        return [.. rows.Select(row =>
        {
            var kind = FactKinds.Of(row.Kind);
            var hidden = row.Visibility == FactVisibility.No || (row.Visibility == FactVisibility.Text && row.PublicText is null);
            return new TimelineEvent(row.Seq, row.At, row.Kind, kind.Zh, kind.En, row.PublicText, hidden, row.ActorId);
        })];
    }
}
