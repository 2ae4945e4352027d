using Petitions.Data.Petitions;
using Petitions.Domain.Notices;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Data.Notices;

/// <summary>
/// The one place that decides which letters and calls a person sees to: all of a matter he may know of; and of every
/// other matter of the office whose post he carries the letters alone, whose envelope is all he is shown. Never one of a
/// matter behind his respondent wall (security.md B1, B2).
/// </summary>
public static class NoticeVisibility
{
    /// <param name="notices">Notices of every kind.</param>
    /// <param name="petitions">All matters of the same context.</param>
    /// <param name="actor">Who asks.</param>
    public static IQueryable<Notice> ServedBy(this IQueryable<Notice> notices, IQueryable<Petition> petitions, Actor actor)
    {
        var reached = petitions.VisibleTo(actor);
        var served = notices.Where(n => Notice.ByPerson.Contains(n.Channel));
        var offices = actor.PostOffices();
        if (offices.Count == 0)
        {
            return served.Where(n => reached.Any(p => p.Id == n.PetitionId));
        }

        var open = petitions.NotWalledFrom(actor);
        return served.Where(n => reached.Any(p => p.Id == n.PetitionId)
            || (Notice.LetterChannels.Contains(n.Channel) && open.Any(p => p.Id == n.PetitionId && offices.Contains(p.OfficeId))));
    }

    /// <summary>Offices whose letters the person carries to the post: who opens what comes in also sends what goes out.</summary>
    public static IReadOnlyList<Guid> PostOffices(this Actor actor) => actor.Kind == ActorKind.Staff ? actor.OfficesFor(Abilities.OpenLetters) : [];
}
