using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Services.Petitions.Joining;

/// <summary>
/// What was joined to a matter is part of its case: whoever may open the one reads the other there, but for the wall of
/// the other's own respondents. The caller has loaded the one under <c>VisibleTo</c>.
/// </summary>
public sealed class JoinedMatters(PetitionsDbContext db)
{
    /// <summary>The joined matters as rows for further queries.</summary>
    public IQueryable<Petition> Of(Guid targetId, Actor actor) => db.Petitions.VisibleTo(Actor.System).NotWalledFrom(actor)
        .Where(p => db.PetitionLinks.Any(link => link.PetitionId == p.Id && link.TargetId == targetId && link.Kind == PetitionLinkKind.Merged && link.EndedAt == null));

    /// <summary>The joined matters with their texts, to be read together with other things; <see cref="Shown"/> takes out what the person may not read.</summary>
    public IQueryable<JoinedWhole> Whole(Guid targetId, Actor actor) => Of(targetId, actor).AsNoTracking().OrderBy(p => p.ReceivedAt).ThenBy(p => p.Id)
        .Select(p => new JoinedWhole(p.Id, p.Number, p.Channel, p.ReceivedAt, p.Title, p.Request, p.Text, p.Additions.OrderBy(a => a.At).Select(a => new JoinedAddition(a.At, a.Text)).ToList()));

    public static IReadOnlyList<JoinedMatter> Shown(IEnumerable<JoinedWhole> rows, bool mayRead) =>
        [.. rows.Select(row => new JoinedMatter(row.Id, row.Number, row.Channel, row.ReceivedAt, row.Title, mayRead ? row.Request : null, mayRead ? row.Text : null,
            mayRead ? [.. row.Additions.Select(a => (a.At, a.Text))] : []))];
}
