using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain;
using Petitions.Domain.Files;
using Petitions.Domain.JointVisits;
using Petitions.Services.Files;
using Petitions.Services.Files.Attachments;
using Petitions.Services.Files.Checks;
using Petitions.Services.Files.Stores;

namespace Petitions.Services.JointVisits;

/// <summary>Files of joint visits: checked, sealed and served like every other; the same bytes of one sender are kept once.</summary>
public sealed class JointPaperStore(PetitionsDbContext db, FileIntake intake, SealedFiles files, FileKinds kinds, IFileStore store, ColumnProtector protector, TimeProvider clock)
{
    private static readonly FileWish Whole = new(KeepOriginal: true, Shrink: false);

    /// <summary>Adds and saves one file with what belongs to it.</summary>
    /// <param name="visitId">The joint visit.</param>
    /// <param name="seatId">Whose guest sends it; null for the host.</param>
    /// <param name="measureId">The measure it proves.</param>
    /// <param name="file">As it was sent.</param>
    /// <param name="together">Changes of the same save, by the paper's id.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="RuleBrokenException">joint.papers-most; file.… when it is not taken.</exception>
    /// <exception cref="FileStoreAwayException">When the store is full or away.</exception>
    public async Task AddAsync(Guid visitId, Guid? seatId, Guid? measureId, IncomingFile file, Action<Guid> together, CancellationToken ct)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(file.Content));
        var there = await db.JointPapers.Where(paper => paper.JointVisitId == visitId && paper.SeatId == seatId && paper.MeasureId == measureId && paper.Sha256 == digest)
            .Select(paper => (Guid?)paper.Id).FirstOrDefaultAsync(ct);
        if (there is { } known)
        {
            together(known);
            await db.SaveChangesAsync(ct);
            return;
        }

        Rule.Require(await db.JointPapers.CountAsync(paper => paper.JointVisitId == visitId, ct) < JointPaper.Most, "joint.papers-most");
        var details = await intake.TakeAsync(file, Whole, ct);
        var paper = JointPaper.Of(visitId, seatId, measureId, details, protector.Protect(details.Name), clock.GetUtcNow().UtcDateTime);
        db.JointPapers.Add(paper);
        try
        {
            together(paper.Id);
            await db.SaveChangesAsync(ct);
        }
        catch (Exception refused) when (refused is DbUpdateException or RuleBrokenException)
        {
            // The record was not kept: neither is the file.
            foreach (var name in db.ChangeTracker.Entries<StoredFile>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity.StoreName).ToList())
            {
                await store.DeleteAsync(name, ct);
            }

            throw;
        }
    }

    /// <summary>The copy without particulars, of those that are asked for.</summary>
    /// <exception cref="NotFoundException">None of them.</exception>
    /// <exception cref="RuleBrokenException">file.not-scanned, file.infected.</exception>
    public async Task<OpenedFile> OpenAsync(IQueryable<JointPaper> among, Guid id, CancellationToken ct)
    {
        var paper = await among.AsNoTracking().Where(each => each.Id == id).SingleOrNotFoundAsync(ct);
        Rule.Require(paper.Scan != ScanState.Infected, "file.infected");
        Rule.Require(paper.IsOpenable, "file.not-scanned");
        try
        {
            return new OpenedFile(await files.OpenAsync(paper.CopyId, ct), protector.Unprotect(paper.SealedName), kinds.TypeOf(paper.Type));
        }
        catch (IOException away)
        {
            throw new FileStoreAwayException(away);
        }
    }
}
