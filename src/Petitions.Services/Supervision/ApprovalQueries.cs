using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Replies;
using Petitions.Services.Petitions.Decisions;
using Petitions.Services.Petitions.Handling;

namespace Petitions.Services.Supervision;

/// <summary>The box "waiting for my approval": replies and proposals together, what waits longest first.</summary>
public sealed class ApprovalQueries(PetitionsDbContext db, BoardScope scope, DecisionQueries decisions)
{
    public const int PageSize = 20;

    public async Task<ApprovalList> ListAsync(string? after, Actor actor, CancellationToken ct)
    {
        var replies = scope.In(CaseBox.Approval, actor);
        var proposals = decisions.Waiting(actor);
        var count = await db.Offices.Where(office => office.Id == actor.OfficeId)
            .Select(office => new { Sum = replies.Count() + proposals.Count() }).SingleOrNotFoundAsync(ct);
        if (KeyOf(after) is var (since, id))
        {
            replies = replies.Where(p => p.StateSince > since || (p.StateSince == since && p.Id.CompareTo(id) > 0));
            proposals = proposals.Where(d => d.ProposedAt > since || (d.ProposedAt == since && d.Id.CompareTo(id) > 0));
        }

        // Two keyset reads of one page each, merged: a union of the two tables would use neither index.
        var lines = (await RepliesAsync(replies, ct)).Concat(await ProposalsAsync(proposals, actor, ct))
            .OrderBy(line => line.Since).ThenBy(line => line.Id).ToList();
        return new ApprovalList([.. lines.Take(PageSize)], count.Sum, lines.Count > PageSize ? lines[PageSize - 1].Key : null);
    }

    private Task<List<ApprovalLine>> RepliesAsync(IQueryable<Petition> replies, CancellationToken ct) => replies
        .OrderBy(p => p.StateSince).ThenBy(p => p.Id).Take(PageSize + 1)
        .Select(p => new ApprovalLine(p.Id, null, p.Number, p.Title, p.StateSince,
            db.Replies.Where(r => r.PetitionId == p.Id && r.State == ReplyState.Submitted).Select(r => db.Staff.Where(s => s.Id == r.DraftedBy).Select(s => s.Name).FirstOrDefault()).FirstOrDefault(),
            db.Replies.Where(r => r.PetitionId == p.Id && r.State == ReplyState.Submitted).SelectMany(r => r.Rounds).Max(round => (int?)round.Number), p.NextDueOn))
        .AsNoTracking().ToListAsync(ct);

    private Task<List<ApprovalLine>> ProposalsAsync(IQueryable<DecisionProposal> proposals, Actor actor, CancellationToken ct) => proposals
        .OrderBy(d => d.ProposedAt).ThenBy(d => d.Id).Take(PageSize + 1)
        .Join(db.Petitions.VisibleTo(actor), d => d.PetitionId, p => p.Id, (d, p) => new { d, p })
        .Select(row => new ApprovalLine(row.d.Id, row.d.Kind, row.p.Number, row.p.Title, row.d.ProposedAt,
            db.Staff.Where(s => s.Id == row.d.ProposedBy).Select(s => s.Name).FirstOrDefault(), null, row.p.NextDueOn))
        .ToListAsync(ct);

    private static (DateTime Since, Guid Id)? KeyOf(string? key)
    {
        var parts = key?.Split('.') ?? [];
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks && Guid.TryParse(parts[1], out var id)
            ? (new DateTime(ticks, DateTimeKind.Utc), id)
            : null;
    }
}
