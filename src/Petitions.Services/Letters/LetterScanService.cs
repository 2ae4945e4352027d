using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain;
using Petitions.Domain.Files;
using Petitions.Domain.Letters;
using Petitions.Domain.Offices;
using Petitions.Services.Files.Attachments;
using Petitions.Services.Files.Stores;

namespace Petitions.Services.Letters;

/// <summary>Takes the scans of a bag: each becomes a row, the picture of an envelope lies beside its letter. The same bytes twice are kept once.</summary>
public sealed class LetterScanService(PetitionsDbContext db, LetterAccess access, FileIntake intake, ColumnProtector protector, IFileStore store, UnsavedWork unsaved, TimeProvider clock)
{
    private const int Attempts = 5;
    private static readonly FileWish Whole = new(KeepOriginal: true, Shrink: false);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>One scan, one row.</summary>
    /// <exception cref="RuleBrokenException">batch.closed, batch.full; file.… when it is not taken.</exception>
    /// <exception cref="FileStoreAwayException">When the store is full or away.</exception>
    public Task AddLetterAsync(Guid batchId, IncomingFile scan, Actor actor, CancellationToken ct) => OnceAsync(batchId, scan, async () =>
    {
        var batch = await access.BatchAsync(batchId, actor, ct);
        // Asked before the bytes are stored; the entity asks again.
        Rule.Require(batch.ClosedAt is null, "batch.closed");
        Rule.Require(batch.Letters.Count < LetterBatch.LettersMax, "batch.full");
        var details = await intake.TakeAsync(scan, Whole, ct);
        db.OpenedLetters.Add(batch.Add(details, protector.Protect(details.Name), Now));
    }, ct);

    /// <summary>A further page of a letter, or its envelope.</summary>
    /// <exception cref="RuleBrokenException">letter-row.decided, file.too-many; file.… when it is not taken.</exception>
    /// <exception cref="FileStoreAwayException">When the store is full or away.</exception>
    public async Task AddFileAsync(Guid letterId, LetterFileKind kind, IncomingFile file, Actor actor, CancellationToken ct)
    {
        var (known, batch) = await access.LetterAsync(letterId, actor, ct);
        Rule.Require(known.IsOpen, "letter-row.decided");
        await OnceAsync(batch.Id, file, async () =>
        {
            var (letter, _) = await access.LetterAsync(letterId, actor, ct);
            Rule.Require(letter.Files.Count < OpenedLetter.FilesMax, "file.too-many");
            var details = await intake.TakeAsync(file, Whole, ct);
            db.LetterFiles.Add(letter.Add(kind, details, protector.Protect(details.Name), Now));
        }, ct);
    }

    private async Task OnceAsync(Guid batchId, IncomingFile file, Func<Task> add, CancellationToken ct)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(file.Content));
        for (var attempt = 1; !await db.LetterFiles.AnyAsync(there => there.BatchId == batchId && there.Sha256 == digest, ct); attempt++)
        {
            try
            {
                await add();
                await db.SaveChangesAsync(ct);
                return;
            }
            catch (DbUpdateException) when (attempt < Attempts && !ct.IsCancellationRequested)
            {
                // Another scan of the bag was taken at the same moment: read anew and added once more.
                await TakeBackAsync(ct);
            }
        }
    }

    private async Task TakeBackAsync(CancellationToken ct)
    {
        var names = db.ChangeTracker.Entries<StoredFile>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity.StoreName).ToList();
        unsaved.Drop();
        foreach (var name in names)
        {
            await store.DeleteAsync(name, ct);
        }
    }
}
