using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain;
using Petitions.Domain.Files;
using Petitions.Services.Files.Checks;
using Petitions.Services.Files.Stores;

namespace Petitions.Services.Files.Attachments;

/// <summary>Files of a form under way, found by the same random token as the form.</summary>
public sealed class DraftFileService(PetitionsDbContext db, FileIntake intake, ColumnProtector protector, IFileStore store, UnsavedWork unsaved, TimeProvider clock)
{
    public async Task<IReadOnlyList<DraftFileLine>> ListAsync(string? token, CancellationToken ct) =>
        [.. (await Of(token).AsNoTracking().OrderBy(file => file.At).ThenBy(file => file.Id).ToListAsync(ct))
            .Select(file => new DraftFileLine(file.Id, protector.Unprotect(file.SealedName), file.Type, file.Length, file.Copy, file.Scan, file.OriginalId is not null))];

    /// <summary>What goes into the petition when the form is filed.</summary>
    public async Task<IReadOnlyList<AttachmentDetails>> ForFilingAsync(string? token, CancellationToken ct) =>
        [.. (await Of(token).AsNoTracking().OrderBy(file => file.At).ThenBy(file => file.Id).ToListAsync(ct))
            .Select(file => file.Details(protector.Unprotect(file.SealedName)))];

    /// <summary>Adds one file. The same bytes sent again, by a double tap or a retry, are kept once.</summary>
    /// <exception cref="NotFoundException">When there is no such draft.</exception>
    /// <exception cref="RuleBrokenException">file.… when the file is not taken.</exception>
    /// <exception cref="FileStoreAwayException">When the store is full or away.</exception>
    public async Task AddAsync(string? token, IncomingFile sent, FileWish wish, CancellationToken ct)
    {
        var hash = HashOf(token);
        var now = clock.GetUtcNow().UtcDateTime;
        var draft = await db.Drafts.AsNoTracking().Where(d => d.TokenHash == hash && d.ExpiresAt > now).SingleOrNotFoundAsync(ct);
        var there = await db.DraftFiles.AsNoTracking().Where(file => file.DraftId == draft.Id).Select(file => file.Sha256).ToListAsync(ct);
        if (there.Contains(Convert.ToHexStringLower(SHA256.HashData(sent.Content))))
        {
            return;
        }

        Rule.Require(there.Count < FileLimits.FilesMost, "file.too-many");
        var details = await intake.TakeAsync(sent, wish, ct);
        db.DraftFiles.Add(DraftFile.Of(draft.Id, details, protector.Protect(details.Name), now));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            await TakeBackAsync(ct);
            if (!await db.DraftFiles.AnyAsync(file => file.DraftId == draft.Id && file.Sha256 == details.Sha256, ct))
            {
                throw;
            }
        }
    }

    /// <summary>Takes a file out again; its bytes go too.</summary>
    public async Task RemoveAsync(string? token, Guid id, CancellationToken ct)
    {
        if (await Of(token).AnyAsync(file => file.Id == id, ct))
        {
            await ForgetAsync(db.DraftFiles.Where(file => file.Id == id), ct);
        }
    }

    /// <summary>Forgets the files of drafts that go; what was filed stays.</summary>
    public Task ForgetOfAsync(IQueryable<Domain.Petitions.PetitionDraft> drafts, CancellationToken ct) =>
        ForgetAsync(db.DraftFiles.Where(file => drafts.Any(draft => draft.Id == file.DraftId)), ct);

    private IQueryable<DraftFile> Of(string? token)
    {
        var hash = HashOf(token);
        var now = clock.GetUtcNow().UtcDateTime;
        return db.DraftFiles.Where(file => db.Drafts.Any(draft => draft.Id == file.DraftId && draft.TokenHash == hash && draft.ExpiresAt > now));
    }

    // Rows first, bytes after: what a kill leaves between the two is found by the nightly check.
    private async Task ForgetAsync(IQueryable<DraftFile> going, CancellationToken ct)
    {
        var rows = await going.AsNoTracking().Select(file => new { file.Id, file.OriginalId, file.CopyId }).ToListAsync(ct);
        var (ids, stored) = (rows.Select(row => row.Id).ToList(), rows.SelectMany(row => new[] { row.OriginalId, row.CopyId }).OfType<Guid>().Distinct().ToList());
        await db.DraftFiles.Where(file => ids.Contains(file.Id)).ExecuteDeleteAsync(ct);
        var unused = db.StoredFiles.Where(file => stored.Contains(file.Id) && !db.Attachments.Any(a => a.OriginalId == file.Id || a.CopyId == file.Id));
        var names = await unused.Select(file => file.StoreName).ToListAsync(ct);
        await unused.ExecuteDeleteAsync(ct);
        foreach (var name in names)
        {
            await store.DeleteAsync(name, ct);
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

    private static byte[] HashOf(string? token) => SHA256.HashData(Encoding.UTF8.GetBytes(token ?? ""));
}
