using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Letters;
using Petitions.Data.Petitions;
using Petitions.Domain.Letters;
using Petitions.Domain.Offices;

namespace Petitions.Services.Letters;

/// <summary>The supervisor's side of the letters (S1, journey J3 step 3): bags with what waits for a word, and letters written to the chief. Under the wall.</summary>
public sealed class LetterBoardQueries(PetitionsDbContext db, BatchSheets sheets)
{
    public const int PageSize = 20;

    public Task<BatchList> ListAsync(string? after, Actor actor, CancellationToken ct) => sheets.ListAsync(db.LetterBatches.SupervisedBy(actor), after, actor, ct);

    /// <exception cref="NotFoundException">Missing, or of an office the person does not watch.</exception>
    public Task<BatchSheet> SheetAsync(Guid id, Actor actor, CancellationToken ct) => sheets.SheetAsync(db.LetterBatches.SupervisedBy(actor), id, mine: false, actor, ct);

    /// <summary>Letters addressed to the chief (检察长收信), the newest first.</summary>
    public async Task<ChiefLetterList> ChiefLettersAsync(string? after, Actor actor, CancellationToken ct)
    {
        var chiefs = db.Petitions.VisibleTo(actor).AsNoTracking().Where(p => db.OpenedLetters.Any(row => row.PetitionId == p.Id && row.Disposition == LetterDispositions.ChiefLetter));
        var count = await chiefs.CountAsync(ct);
        if (after is not null)
        {
            var from = await chiefs.Where(p => p.Number == after).Select(p => new { p.ReceivedAt, p.Id }).SingleOrNotFoundAsync(ct);
            chiefs = chiefs.Where(p => p.ReceivedAt < from.ReceivedAt || (p.ReceivedAt == from.ReceivedAt && p.Id.CompareTo(from.Id) < 0));
        }

        var lines = await chiefs.OrderByDescending(p => p.ReceivedAt).ThenByDescending(p => p.Id).Take(PageSize + 1)
            .Select(p => new ChiefLetterLine(p.Number, p.Title, p.ReceivedOn, p.State, p.NextDueOn)).ToListAsync(ct);
        return new ChiefLetterList([.. lines.Take(PageSize)], count, lines.Count > PageSize ? lines[PageSize - 1].Number : null);
    }
}
