using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.Letters;
using Petitions.Domain.Offices;
using Petitions.Services.Receptions;

namespace Petitions.Services.Letters;

/// <summary>Reads for whoever opened the bags. A matter that fell behind his wall is left out of its row.</summary>
public sealed class LetterBatchQueries(
    PetitionsDbContext db, LetterAccess access, BatchSheets sheets, LetterFileQueries files, DeskRules rules, ColumnProtector protector, TimeProvider clock)
{
    public const int PageSize = 20;

    private DateOnly Today => ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);

    /// <summary>The newest first.</summary>
    public Task<BatchList> ListAsync(string? after, Actor actor, CancellationToken ct) => sheets.ListAsync(access.Opened(actor), after, actor, ct);

    /// <exception cref="NotFoundException">Missing, or opened by others.</exception>
    public Task<BatchSheet> SheetAsync(Guid id, Actor actor, CancellationToken ct) => sheets.SheetAsync(access.Opened(actor), id, mine: true, actor, ct);

    /// <exception cref="NotFoundException">Missing, or opened by others, or its matter is behind the person's wall.</exception>
    public async Task<OpenedLetterSheet> LetterAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var (letter, batch) = await access.ReadAsync(id, actor, ct);
        var pages = await files.PagesAsync(letter, ct);
        var count = await db.OpenedLetters.CountAsync(row => row.BatchId == batch.Id, ct);
        return new OpenedLetterSheet
        {
            Id = letter.Id,
            BatchId = batch.Id,
            Position = letter.Position,
            Of = count,
            ReceivedOn = batch.ReceivedOn,
            PostmarkOn = letter.PostmarkOn,
            Sender = letter.SealedSender is { } sender ? protector.Unprotect(sender) : null,
            Disposition = letter.Disposition,
            SetAsideReason = letter.SetAsideReason,
            Note = letter.SealedNote is { } note ? protector.Unprotect(note) : null,
            Number = letter.PetitionId is { } matter ? await db.Petitions.VisibleTo(actor).Where(p => p.Id == matter).Select(p => p.Number).SingleAsync(ct) : null,
            BatchClosed = batch.ClosedAt is not null,
            LateNeedsReason = batch.LateReason is null && Today.DayNumber - batch.ReceivedOn.DayNumber > rules.LateDays,
            Files = [.. letter.Files.OrderBy(file => file.Kind).ThenBy(file => file.At).ThenBy(file => file.Id)
                .Select(file => new OpenedLetterFile(file.Id, file.Kind, protector.Unprotect(file.SealedName), file.Type, file.Length, file.IsOpenable, pages.GetValueOrDefault(file.Id)))],
        };
    }

    /// <summary>The next letter of the bag nobody has decided, after this one and then from the start; null when there is none.</summary>
    public async Task<Guid?> NextOpenAsync(Guid batchId, int after, CancellationToken ct)
    {
        var open = await db.OpenedLetters.AsNoTracking().Where(row => row.BatchId == batchId && row.Disposition == null && row.SetAsideReason == null)
            .OrderBy(row => row.Position).Select(row => new { row.Id, row.Position }).ToListAsync(ct);
        return (open.FirstOrDefault(row => row.Position > after) ?? open.FirstOrDefault())?.Id;
    }

    /// <summary>The register of thanks (表扬登记), the newest first: of the bags a person opened, or of the office he watches.</summary>
    public async Task<PraiseList> PraiseAsync(Guid? after, Actor actor, CancellationToken ct)
    {
        var batches = sheets.Known(actor);
        var all = db.OpenedLetters.AsNoTracking().Where(row => row.Disposition == LetterDispositions.Praise && batches.Any(batch => batch.Id == row.BatchId));
        if (after is not null)
        {
            var from = await all.Where(row => row.Id == after).Select(row => new { At = row.DecidedAt!.Value, row.Id }).SingleOrNotFoundAsync(ct);
            all = all.Where(row => row.DecidedAt < from.At || (row.DecidedAt == from.At && row.Id.CompareTo(from.Id) < 0));
        }

        var rows = await all.OrderByDescending(row => row.DecidedAt).ThenByDescending(row => row.Id).Take(PageSize + 1)
            .Select(row => new { row.Id, ReceivedOn = db.LetterBatches.Where(batch => batch.Id == row.BatchId).Select(batch => batch.ReceivedOn).First(), row.DecidedAt, row.SealedSender, row.SealedNote })
            .ToListAsync(ct);
        return new PraiseList(
            [.. rows.Take(PageSize).Select(row => new PraiseLine(row.Id, row.ReceivedOn, row.DecidedAt!.Value, row.SealedSender is { } sender ? protector.Unprotect(sender) : null, protector.Unprotect(row.SealedNote!)))],
            rows.Count > PageSize ? rows[PageSize - 1].Id : null);
    }
}
