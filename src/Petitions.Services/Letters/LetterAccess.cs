using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Letters;
using Petitions.Data.Petitions;
using Petitions.Domain.Letters;
using Petitions.Domain.Offices;

namespace Petitions.Services.Letters;

/// <summary>The bags and letters a person opened; every verb on them starts here.</summary>
public sealed class LetterAccess(PetitionsDbContext db)
{
    public IQueryable<LetterBatch> Opened(Actor actor) => db.LetterBatches.OpenedFor(actor);

    /// <exception cref="NotFoundException">Missing, or opened by others.</exception>
    public Task<LetterBatch> BatchAsync(Guid id, Actor actor, CancellationToken ct) =>
        Opened(actor).Include(batch => batch.Letters).Where(batch => batch.Id == id).SingleOrNotFoundAsync(ct);

    /// <summary>One letter with its files, and the bag it came in.</summary>
    /// <exception cref="NotFoundException">As above.</exception>
    public async Task<(OpenedLetter Letter, LetterBatch Batch)> LetterAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var letter = await db.OpenedLetters.Include(row => row.Files).Where(row => row.Id == id).SingleOrNotFoundAsync(ct);
        return (letter, await Opened(actor).Where(batch => batch.Id == letter.BatchId).SingleOrNotFoundAsync(ct));
    }

    /// <summary>The same to be read only.</summary>
    /// <exception cref="NotFoundException">As above, or its matter is behind the person's wall.</exception>
    public async Task<(OpenedLetter Letter, LetterBatch Batch)> ReadAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var letter = await db.OpenedLetters.AsNoTracking().Include(row => row.Files).Where(row => row.Id == id).SingleOrNotFoundAsync(ct);
        var batch = await Opened(actor).AsNoTracking().Where(each => each.Id == letter.BatchId).SingleOrNotFoundAsync(ct);
        return letter.PetitionId is not { } matter || await db.Petitions.VisibleTo(actor).AnyAsync(p => p.Id == matter, ct) ? (letter, batch) : throw new NotFoundException();
    }
}
