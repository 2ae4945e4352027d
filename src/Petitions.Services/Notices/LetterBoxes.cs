using Petitions.Data;
using Petitions.Data.Notices;
using Petitions.Data.Petitions;
using Petitions.Domain.Notices;
using Petitions.Domain.Offices;

namespace Petitions.Services.Notices;

/// <summary>What lies in each box of the letters. It guards nothing: whoever reads it asks <see cref="NoticeVisibility"/> besides.</summary>
public sealed class LetterBoxes(PetitionsDbContext db)
{
    /// <summary>
    /// Whoever has the letters of a whole office reads them in their order; whoever has few of many begins at his own
    /// matters. Asked in one condition, the database would walk all letters for either (P3, ListIndexTests).
    /// </summary>
    public IReadOnlyList<IQueryable<Notice>> Parts(LetterBox box, Actor actor)
    {
        var notices = In(box);
        IReadOnlyList<Guid> offices = [.. actor.WholeOffices.Union(actor.PostOffices())];
        var all = db.Petitions.VisibleTo(Actor.System);
        if (offices.Count == 0)
        {
            return [OfMatters(notices, all.ReachedSinglyBy(actor))];
        }

        // Of the office's own calls he sees those the guard lets him see: few wait at a time.
        return
        [
            notices.Where(n => n.OfficeId != null && offices.Contains(n.OfficeId.Value)),
            OfMatters(notices, all.Where(p => !offices.Contains(p.OfficeId)).ReachedSinglyBy(actor)),
        ];
    }

    private static IQueryable<Notice> OfMatters(IQueryable<Notice> notices, IQueryable<Guid> matters) => notices.Where(n => n.PetitionId != null && matters.Contains(n.PetitionId.Value));

    private IQueryable<Notice> In(LetterBox box)
    {
        var served = db.Notices.Where(n => Notice.ByPerson.Contains(n.Channel));
        return box switch
        {
            LetterBox.Print => served.Where(n => n.Channel != Notice.Telephone && n.State == NoticeState.Queued),
            LetterBox.Printed => served.Where(n => n.State == NoticeState.Printed),
            LetterBox.Sent => served.Where(n => n.Channel != Notice.Telephone && n.State == NoticeState.Sent),
            LetterBox.Returned => served.Where(n => n.State == NoticeState.Returned && n.FollowedById == null),
            LetterBox.Calls => served.Where(n => n.Channel == Notice.Telephone && (n.State == NoticeState.Queued || n.State == NoticeState.Failed)),
            _ => served.Where(n => Notice.InHand.Contains(n.State) && (n.State != NoticeState.Sent || n.Channel != Notice.Telephone)
                && (n.State != NoticeState.Returned || n.FollowedById == null)),
        };
    }
}
