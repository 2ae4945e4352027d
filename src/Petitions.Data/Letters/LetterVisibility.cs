using Petitions.Domain.Letters;
using Petitions.Domain.Offices;

namespace Petitions.Data.Letters;

/// <summary>
/// The one place that decides which bags of letters a person may know of: whoever opened them, alone or with the other
/// one, or received them from those, reads the scans; whoever watches the office's work knows of the bag and of what became registered, never of an
/// unregistered scan, which may complain of anybody (security.md B2).
/// </summary>
public static class LetterVisibility
{
    public static IQueryable<LetterBatch> OpenedFor(this IQueryable<LetterBatch> batches, Actor actor)
    {
        if (actor.Kind == ActorKind.System)
        {
            return batches;
        }

        var (staff, offices) = (actor.StaffId, actor.OfficesFor(Abilities.OpenLetters));
        return actor.Kind == ActorKind.Staff && staff is not null
            ? batches.Where(batch => offices.Contains(batch.OfficeId) && (batch.OpenedBy == staff || batch.OpenedWith == staff || batch.HandOvers.Any(step => step.ToId == staff)))
            : batches.Where(batch => false);
    }

    public static IQueryable<LetterBatch> SupervisedBy(this IQueryable<LetterBatch> batches, Actor actor)
    {
        IReadOnlyList<Guid> offices = [.. actor.Grants.Where(grant => grant is { Ability: Abilities.ViewBoard, Scope: AbilityScopes.Office }).Select(grant => grant.OfficeId).Distinct()];
        return actor.Kind == ActorKind.Staff ? batches.Where(batch => offices.Contains(batch.OfficeId)) : batches.Where(batch => false);
    }
}
