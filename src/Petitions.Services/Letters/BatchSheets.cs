using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Letters;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.Letters;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Services.Letters;

/// <summary>What the opener's pages and the board show of bags, from the same expressions. Rows of matters behind the person's wall are neither shown nor counted.</summary>
public sealed class BatchSheets(PetitionsDbContext db, ColumnProtector protector, TimeProvider clock)
{
    public const int PageSize = 20;

    /// <summary>Bags a person opened, and those of offices he watches.</summary>
    public IQueryable<LetterBatch> Known(Actor actor)
    {
        var opened = db.LetterBatches.OpenedFor(actor);
        var watched = db.LetterBatches.SupervisedBy(actor);
        return db.LetterBatches.Where(batch => opened.Any(own => own.Id == batch.Id) || watched.Any(other => other.Id == batch.Id));
    }

    internal async Task<BatchList> ListAsync(IQueryable<LetterBatch> batches, string? after, Actor actor, CancellationToken ct)
    {
        if (BatchLine.KeyOf(after) is var (at, id))
        {
            batches = batches.Where(batch => batch.EnteredAt < at || (batch.EnteredAt == at && batch.Id.CompareTo(id) < 0));
        }

        var visible = db.Petitions.VisibleTo(actor);
        var lines = await batches.AsNoTracking().OrderByDescending(batch => batch.EnteredAt).ThenByDescending(batch => batch.Id).Take(PageSize + 1)
            .Select(batch => new BatchLine(batch.Id, batch.ReceivedOn, batch.EnteredAt, batch.DueOn, batch.ClosedAt,
                db.Staff.Where(staff => staff.Id == batch.OpenedBy).Select(staff => staff.Name).First(),
                batch.Letters.Count(row => row.PetitionId == null || visible.Any(p => p.Id == row.PetitionId)),
                batch.Letters.Count(row => row.Disposition == null && row.SetAsideReason == null),
                batch.Letters.Count(row => visible.Any(p => p.Id == row.PetitionId)
                    && db.DecisionProposals.Any(d => d.PetitionId == row.PetitionId && d.State == DecisionState.Waiting && (d.Kind == DecisionKind.Transfer || d.Kind == DecisionKind.NoContact)))))
            .ToListAsync(ct);
        return new BatchList([.. lines.Take(PageSize)], lines.Count > PageSize ? lines[PageSize - 1].Key : null);
    }

    /// <param name="mine">Whether the person opened the bag: he alone is shown the sender of an unregistered letter.</param>
    internal async Task<BatchSheet> SheetAsync(IQueryable<LetterBatch> batches, Guid id, bool mine, Actor actor, CancellationToken ct)
    {
        var batch = await batches.AsNoTracking().Where(each => each.Id == id)
            .Select(each => new
            {
                each.Id,
                each.ReceivedOn,
                each.EnteredAt,
                each.Place,
                each.LateReason,
                each.DueOn,
                each.ClosedAt,
                By = db.Staff.Where(staff => staff.Id == each.OpenedBy).Select(staff => staff.Name).First(),
                HandOvers = each.HandOvers.OrderBy(step => step.At).ThenBy(step => step.Id).Select(step => new BatchHandOver(
                    db.Staff.Where(staff => staff.Id == step.ById).Select(staff => staff.Name).First(),
                    db.Staff.Where(staff => staff.Id == step.ToId).Select(staff => staff.Name).First(), step.Reason, step.At)).ToList(),
                With = db.Staff.Where(staff => staff.Id == each.OpenedWith).Select(staff => staff.Name).FirstOrDefault(),
            }).SingleOrNotFoundAsync(ct);
        return new BatchSheet
        {
            Id = batch.Id,
            ReceivedOn = batch.ReceivedOn,
            EnteredAt = batch.EnteredAt,
            OpenedBy = batch.By,
            OpenedWith = batch.With,
            HandOvers = batch.HandOvers,
            Place = batch.Place,
            LateReason = batch.LateReason,
            DueOn = batch.DueOn,
            ClosedAt = batch.ClosedAt,
            Late = ChinaTime.DateOf(batch.ClosedAt ?? clock.GetUtcNow().UtcDateTime) > batch.DueOn,
            Rows = await RowsAsync(id, mine, actor, ct),
        };
    }

    private async Task<IReadOnlyList<BatchRow>> RowsAsync(Guid id, bool mine, Actor actor, CancellationToken ct)
    {
        var visible = db.Petitions.VisibleTo(actor);
        var rows = await db.OpenedLetters.AsNoTracking().Where(row => row.BatchId == id && (row.PetitionId == null || visible.Any(p => p.Id == row.PetitionId)))
            .OrderBy(row => row.Position)
            .Select(row => new
            {
                Row = row,
                Matter = visible.Where(p => p.Id == row.PetitionId).Select(p => new { p.Number, p.Title, p.State }).FirstOrDefault(),
                Draft = db.DecisionProposals.Where(d => d.PetitionId == row.PetitionId && (d.Kind == DecisionKind.Transfer || d.Kind == DecisionKind.NoContact))
                    .OrderByDescending(d => d.ProposedAt).Select(d => new { d.Id, d.Kind, d.State }).FirstOrDefault(),
            }).ToListAsync(ct);
        // Places in the bag are numbered anew, so that a left-out row leaves no gap.
        return [.. rows.Select((each, index) => new BatchRow
        {
            Id = each.Row.Id,
            Position = mine ? each.Row.Position : index + 1,
            PostmarkOn = each.Row.PostmarkOn,
            Sender = mine && each.Row.SealedSender is { } sender ? protector.Unprotect(sender) : null,
            Disposition = each.Row.Disposition,
            SetAsideReason = each.Row.SetAsideReason,
            Number = each.Matter?.Number,
            Title = each.Matter?.Title,
            State = each.Matter?.State,
            Proposal = each.Draft?.Kind,
            Decision = each.Draft?.State,
            ProposalId = each.Draft?.Id,
        })];
    }
}
