using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Notices;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Facts;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Notices;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Handling;

namespace Petitions.Services.Notices;

/// <summary>
/// What becomes of a letter or a call: printed, posted, delivered or come back (J2 step 6). Each step says who and when; a
/// delivered document is served like one that was read on the portal, and one that came back asks for another way.
/// </summary>
public sealed class LetterService(PetitionsDbContext db, PetitionRecorder recorder, ReplyService replies, NoticeOutbox outbox, TimeProvider clock)
{
    // Ways that a person may choose for what came back.
    private static readonly string[] OtherWays = [Notice.Post, Notice.PlainEnvelope, Notice.Telephone, Notice.Counter];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task PrintedAsync(Guid id, Actor actor, CancellationToken ct) => ChangeAsync(id, actor, (_, notice) =>
    {
        notice.Print(Now);
        db.LetterSteps.Add(notice.Step(null, actor.StaffId, Now));
        return Task.FromResult<IReadOnlyList<Fact>>([]);
    }, ct);

    public Task PostedAsync(Guid id, string? postalNumber, Actor actor, CancellationToken ct) => CarryAsync(id, actor, (_, notice) =>
    {
        var fact = notice.Posted(postalNumber?.Trim() ?? "", Now);
        db.LetterSteps.Add(notice.Step(notice.PostalNumber, actor.StaffId, Now));
        return Task.FromResult<IReadOnlyList<Fact>>(fact is null ? [] : [fact]);
    }, ct);

    /// <summary>The call was made: reached, or to be tried again.</summary>
    public Task CalledAsync(Guid id, bool reached, Actor actor, CancellationToken ct) => ChangeAsync(id, actor, (_, notice) =>
    {
        var fact = notice.Called(reached, Now);
        db.LetterSteps.Add(notice.Step(null, actor.StaffId, Now));
        return Task.FromResult<IReadOnlyList<Fact>>(fact is null ? [] : [fact]);
    }, ct);

    /// <summary>The post delivered it: its document is served, a result reply opens its remedy and the clocks react.</summary>
    public Task DeliveredAsync(Guid id, Actor actor, CancellationToken ct) => CarryAsync(id, actor, (petition, notice) =>
    {
        notice.Deliver();
        db.LetterSteps.Add(notice.Step(notice.PostalNumber, actor.StaffId, Now));
        return ServedAsync(petition, notice, ct);
    }, ct);

    /// <summary>The post brought it back: the handler is told, and the letter stays in the list until another way is chosen.</summary>
    public Task ReturnedAsync(Guid id, string? reason, Actor actor, CancellationToken ct) => CarryAsync(id, actor, async (petition, notice) =>
    {
        var fact = notice.ComeBack(reason);
        db.LetterSteps.Add(notice.Step(notice.ReturnReason, actor.StaffId, Now));
        if ((petition.ActiveAssignment(AssignmentKind.CurrentHandler)?.StaffId ?? petition.FirstHandlerId) is { } handler)
        {
            await outbox.TellStaffAsync(petition, handler, "staff.letter-returned", $"returned/{notice.Id:N}", new Dictionary<string, string>(), ct);
        }

        return fact is null ? [] : [fact];
    }, ct);

    /// <summary>Another way for what came back: a new letter or call, or handed over in person, which delivers it at once.</summary>
    /// <exception cref="RuleBrokenException">letter.way, notice.wrong-state, notice.followed.</exception>
    public Task AnotherWayAsync(Guid id, string? way, Actor actor, CancellationToken ct) => ChangeAsync(id, actor, async (petition, notice) =>
    {
        Rule.Require(OtherWays.Contains(way), "letter.way");
        Rule.Require(way != Notice.Post || (notice.Channel != Notice.PlainEnvelope && petition.Confidentiality != "ReportMaterial"), "letter.plain-only");
        var next = await outbox.AgainAsync(petition, notice, way!, ct);
        notice.FollowedBy(next);
        if (way != Notice.Counter)
        {
            return [];
        }

        var sent = next.HandedOver(Now);
        db.LetterSteps.Add(next.Step(null, actor.StaffId, Now));
        return [.. sent is null ? Array.Empty<Fact>() : [sent], .. await ServedAsync(petition, next, ct)];
    }, ct);

    /// <summary>The newest notices of a member of staff, without those of matters he may not know of (any more).</summary>
    public async Task<IReadOnlyList<StaffNotice>> InboxAsync(Actor actor, int count, CancellationToken ct)
    {
        var staff = actor.StaffId;
        // A join, notice by notice: asked as a condition, the database would first collect every matter he may know of.
        return await (
            from notice in db.Notices.AsNoTracking()
            where staff != null && notice.StaffId == staff
            join petition in db.Petitions.VisibleTo(actor) on notice.PetitionId equals (Guid?)petition.Id into known
            from petition in known.DefaultIfEmpty()
            where notice.PetitionId == null || petition != null
            orderby notice.CreatedAt descending, notice.Id descending
            select new StaffNotice(notice.Subject, notice.CreatedAt)).Take(count).ToListAsync(ct);
    }

    private async Task<IReadOnlyList<Fact>> ServedAsync(Petition petition, Notice notice, CancellationToken ct)
    {
        if (notice.DocumentId is not { } document)
        {
            return [];
        }

        var reply = await db.Replies.SingleOrDefaultAsync(r => r.PetitionId == petition.Id && r.DocumentId == document && r.Kind == "Result", ct);
        return [new DocumentServed(petition.Id, document, notice.Channel), .. reply is null ? [] : replies.Serve(petition, reply, notice.Channel)];
    }

    /// <summary>A step of whoever may know of the matter.</summary>
    private Task ChangeAsync(Guid id, Actor actor, Func<Petition, Notice, Task<IReadOnlyList<Fact>>> act, CancellationToken ct) =>
        SaveAsync(db.Notices.Where(n => Notice.ByPerson.Contains(n.Channel)), db.Petitions.VisibleTo(actor), id, actor, act, ct);

    /// <summary>A step on the way, which whoever carries the post of the office takes as well: he knows the envelope alone.</summary>
    private Task CarryAsync(Guid id, Actor actor, Func<Petition, Notice, Task<IReadOnlyList<Fact>>> act, CancellationToken ct)
    {
        var all = db.Petitions.VisibleTo(Actor.System);
        return SaveAsync(db.Notices.ServedBy(all, actor), all, id, actor, act, ct);
    }

    private async Task SaveAsync(
        IQueryable<Notice> notices, IQueryable<Petition> petitions, Guid id, Actor actor, Func<Petition, Notice, Task<IReadOnlyList<Fact>>> act, CancellationToken ct)
    {
        var notice = await notices.Where(n => n.Id == id).SingleOrNotFoundAsync(ct);
        var petition = await petitions.Include(p => p.Parties).Include(p => p.Respondents).Include(p => p.Assignments).AsSplitQuery()
            .Where(p => p.Id == notice.PetitionId).SingleOrNotFoundAsync(ct);
        await recorder.SaveAsync(petition, actor, await act(petition, notice), ct);
    }
}
