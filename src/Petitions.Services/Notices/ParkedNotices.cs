using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Notices;
using Petitions.Domain.Offices;
using Petitions.Services.Offices;

namespace Petitions.Services.Notices;

/// <summary>
/// Notices that no channel took to the end (暂停发送的通知, security.md A10): sent again once the channel works, or given up
/// with a reason. The one who does it reads no matter; each act is a line of the notice that nobody can change.
/// </summary>
public sealed class ParkedNotices(PetitionsDbContext db, OfficeCatalog offices, TimeProvider clock)
{
    public const int PageSize = 50;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Oldest first, within the offices the administrator answers for; <paramref name="after"/> is the id of the last line seen.</summary>
    public async Task<(IReadOnlyList<ParkedNotice> Lines, Guid? Next)> ListAsync(Guid? after, Actor actor, CancellationToken ct)
    {
        var parked = InReach(actor).AsNoTracking().Where(n => n.State == NoticeState.Parked);
        if (after is { } id)
        {
            var from = await InReach(actor).Where(n => n.Id == id).Select(n => new { n.CreatedAt }).SingleOrNotFoundAsync(ct);
            parked = parked.Where(n => n.CreatedAt > from.CreatedAt || (n.CreatedAt == from.CreatedAt && n.Id.CompareTo(id) > 0));
        }

        var lines = await parked.OrderBy(n => n.CreatedAt).ThenBy(n => n.Id).Take(PageSize + 1)
            .Select(n => new ParkedNotice(n.Id, n.Version, n.Channel, n.Template, n.StaffId != null, n.Attempts, n.LastError, n.CreatedAt)).ToListAsync(ct);
        return lines.Count > PageSize ? (lines[..PageSize], lines[PageSize - 1].Id) : (lines, null);
    }

    /// <summary>Tried again from the beginning. Asked twice it is one retry: whoever saw an older version finds nothing left to do.</summary>
    /// <exception cref="NotFoundException">Missing, or of an office out of reach.</exception>
    public Task RetryAsync(Guid id, int version, Actor actor, CancellationToken ct) => ChangeAsync(id, version, actor, notice =>
    {
        notice.SendAgain(Now);
        return notice.Step(null, actor.StaffId, Now);
    }, ct);

    /// <summary>The channel will not be tried again. A petitioner who was not told stays on the board until somebody tells him.</summary>
    /// <exception cref="NotFoundException">Missing, or of an office out of reach.</exception>
    /// <exception cref="Domain.RuleBrokenException">notice.give-up-reason.</exception>
    public Task GiveUpAsync(Guid id, int version, string? reason, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, version, actor, notice => notice.GiveUp(reason, actor.StaffId, Now), ct);

    private async Task ChangeAsync(Guid id, int version, Actor actor, Func<Notice, LetterStep> act, CancellationToken ct)
    {
        var notice = await InReach(actor).Where(n => n.Id == id).SingleOrNotFoundAsync(ct);
        if (notice.State != NoticeState.Parked || notice.Version != version)
        {
            return;
        }

        db.LetterSteps.Add(act(notice));
        await db.SaveChangesAsync(ct);
    }

    private IQueryable<Notice> InReach(Actor actor)
    {
        var reach = offices.ReachOf(actor, Abilities.ManageSystem);
        return db.Notices.Where(n => n.StaffId != null
            ? db.Staff.Any(staff => staff.Id == n.StaffId && reach.Contains(staff.OfficeId))
            : db.Petitions.VisibleTo(Actor.System).Any(petition => petition.Id == n.PetitionId && reach.Contains(petition.OfficeId)));
    }
}
