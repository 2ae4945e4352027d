using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Petitions.Documents;
using Petitions.Services.Files;

namespace Petitions.Services.Petitions.Documents.Pdf;

/// <summary>
/// The PDF of an issued document: made when it is first asked for, sealed into the file store with its SHA-256, and the
/// same bytes ever after (architecture.md section 8 "PDF"). Who may read the document is decided before.
/// </summary>
public sealed class DocumentPdfs(PetitionsDbContext db, SealedFiles files, ChromiumPrinter printer, TimeProvider clock)
{
    public bool IsAvailable => printer.IsAvailable;

    /// <summary>Whether a PDF of the document can be given: stored already, or to be made.</summary>
    public async Task<bool> CanGiveAsync(Guid documentId, CancellationToken ct) =>
        printer.IsAvailable || await db.DocumentPrints.AnyAsync(print => print.DocumentId == documentId, ct);

    /// <param name="document">As read under the wall.</param>
    /// <param name="page">Renders the page to print; asked only the first time.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="PdfFailedException">Not stored, and Chromium is missing, broken or too slow.</exception>
    public async Task<Stream> OpenAsync(DocumentView document, Func<Task<PrintPage>> page, CancellationToken ct)
    {
        if (await FileOfAsync(document.Id, ct) is { } stored)
        {
            return await files.OpenAsync(stored, ct);
        }

        var file = await files.SaveAsync(await printer.PrintAsync(await page(), ct), ct);
        db.DocumentPrints.Add(DocumentPrint.Of(document.Id, file.Id, file.Sha256, clock.GetUtcNow().UtcDateTime));
        try
        {
            await db.SaveChangesAsync(ct);
            return await files.OpenAsync(file.Id, ct);
        }
        catch (DbUpdateException)
        {
            // Somebody asked at the same moment and was first: his is the document's PDF.
            db.ChangeTracker.Clear();
            return await files.OpenAsync(await FileOfAsync(document.Id, ct) ?? throw new PdfFailedException("Not stored."), ct);
        }
    }

    private Task<Guid?> FileOfAsync(Guid documentId, CancellationToken ct) =>
        db.DocumentPrints.AsNoTracking().Where(print => print.DocumentId == documentId).Select(print => (Guid?)print.FileId).SingleOrDefaultAsync(ct);
}
