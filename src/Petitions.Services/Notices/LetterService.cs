using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain.Facts;
using Petitions.Domain.Notices;
using Petitions.Domain.Offices;
using Petitions.Services.Petitions;

namespace Petitions.Services.Notices;

/// <summary>Letters to print and to post, and calls to make (待寄信件、待打电话), of matters the clerk may know of.</summary>
public sealed class LetterService(PetitionsDbContext db, FactLog facts, ColumnProtector protector, ReadLog reads, TimeProvider clock)
{
    public const int ListMax = 200;

    private static readonly NoticeState[] Open = [NoticeState.Queued, NoticeState.Failed, NoticeState.Sent];

    /// <summary>Waiting letters first come first, then those on their way.</summary>
    public async Task<IReadOnlyList<LetterLine>> ListAsync(Actor actor, CancellationToken ct)
    {
        var rows = await (
            from notice in Visible(actor).AsNoTracking()
            join petition in db.Petitions.VisibleTo(actor) on notice.PetitionId equals petition.Id
            where Open.Contains(notice.State) && (notice.Channel != Notice.Telephone || notice.State != NoticeState.Sent)
            orderby notice.SentAt != null, notice.CreatedAt, notice.Id
            select new { notice.Id, petition.Number, notice.Subject, notice.Channel, notice.State, notice.CreatedAt, notice.PostalNumber, notice.Attempts })
            .Take(ListMax).ToListAsync(ct);
        return [.. rows.Select(r => new LetterLine(r.Id, r.Number, r.Subject, r.Channel, r.State.ToString(), r.CreatedAt, r.PostalNumber, r.Attempts))];
    }

    /// <summary>The sheet to print; who read the address is recorded first.</summary>
    public async Task<LetterSheet> SheetAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var notice = await Visible(actor).AsNoTracking().Where(n => n.Id == id).SingleOrNotFoundAsync(ct);
        var number = await db.Petitions.VisibleTo(actor).Where(p => p.Id == notice.PetitionId).Select(p => p.Number).SingleAsync(ct);
        await reads.RecordAsync(notice.PetitionId!.Value, actor, "letter", null, ct);
        return new LetterSheet(id, number, protector.Unprotect(notice.Address!), notice.Subject, protector.Unprotect(notice.Body), notice.Channel);
    }

    public Task PostedAsync(Guid id, string? postalNumber, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, n => n.Posted(postalNumber?.Trim() ?? "", clock.GetUtcNow().UtcDateTime), actor, ct);

    /// <summary>The call was made: reached, or to be tried again.</summary>
    public Task CalledAsync(Guid id, bool reached, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, n => n.Called(reached, clock.GetUtcNow().UtcDateTime), actor, ct);

    public Task DeliveredAsync(Guid id, Actor actor, CancellationToken ct) => ChangeAsync(id, n =>
    {
        n.Deliver();
        return null;
    }, actor, ct);

    public Task ReturnedAsync(Guid id, Actor actor, CancellationToken ct) => ChangeAsync(id, n => n.ComeBack(), actor, ct);

    /// <summary>The newest notices of a member of staff, without those of matters he may not know of (any more).</summary>
    public async Task<IReadOnlyList<StaffNotice>> InboxAsync(Actor actor, int count, CancellationToken ct)
    {
        var staff = actor.StaffId;
        return await db.Notices.AsNoTracking()
            .Where(notice => staff != null && notice.StaffId == staff
                && (notice.PetitionId == null || db.Petitions.VisibleTo(actor).Any(petition => petition.Id == notice.PetitionId)))
            .OrderByDescending(notice => notice.CreatedAt).ThenByDescending(notice => notice.Id)
            .Select(notice => new StaffNotice(notice.Subject, notice.CreatedAt)).Take(count).ToListAsync(ct);
    }

    private async Task ChangeAsync(Guid id, Func<Notice, Fact?> act, Actor actor, CancellationToken ct)
    {
        var notice = await Visible(actor).Where(n => n.Id == id).SingleOrNotFoundAsync(ct);
        if (act(notice) is { } fact)
        {
            facts.Record(actor, fact);
        }

        await db.SaveChangesAsync(ct);
    }

    private IQueryable<Notice> Visible(Actor actor) => db.Notices.Where(n =>
        Notice.ByPerson.Contains(n.Channel) && db.Petitions.VisibleTo(actor).Any(p => p.Id == n.PetitionId));
}
