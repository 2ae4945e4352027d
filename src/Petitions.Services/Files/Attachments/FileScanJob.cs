using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Files;
using Petitions.Services.Files.Scanning;

namespace Petitions.Services.Files.Attachments;

/// <summary>Looks again at files the scanner has not seen (security.md C5). Safe to run twice.</summary>
public sealed class FileScanJob(PetitionsDbContext db, SealedFiles files, ClamdScanner scanner)
{
    private const int AtOnce = 50;

    public async Task RunAsync(CancellationToken ct)
    {
        if (!scanner.IsSet)
        {
            return;
        }

        foreach (var waiting in await db.Attachments.Where(a => a.Scan == ScanState.Waiting || a.Scan == ScanState.Off).OrderBy(a => a.At).Take(AtOnce).ToListAsync(ct))
        {
            await using var plain = await files.OpenAsync(waiting.OriginalId ?? waiting.CopyId, ct);
            var found = await scanner.ScanAsync(plain, ct);
            if (found == ScanState.Waiting)
            {
                return;
            }

            waiting.Scanned(found);
            await db.SaveChangesAsync(ct);
        }

        foreach (var waiting in await db.LetterFiles.Where(file => file.Scan == ScanState.Waiting || file.Scan == ScanState.Off).OrderBy(file => file.At).Take(AtOnce).ToListAsync(ct))
        {
            await using var plain = await files.OpenAsync(waiting.OriginalId ?? waiting.CopyId, ct);
            var found = await scanner.ScanAsync(plain, ct);
            if (found == ScanState.Waiting)
            {
                return;
            }

            waiting.Scanned(found);
            await db.SaveChangesAsync(ct);
        }

        foreach (var waiting in await db.JointPapers.Where(paper => paper.Scan == ScanState.Waiting || paper.Scan == ScanState.Off).OrderBy(paper => paper.At).Take(AtOnce).ToListAsync(ct))
        {
            await using var plain = await files.OpenAsync(waiting.OriginalId ?? waiting.CopyId, ct);
            var found = await scanner.ScanAsync(plain, ct);
            if (found == ScanState.Waiting)
            {
                return;
            }

            waiting.Scanned(found);
            await db.SaveChangesAsync(ct);
        }
    }
}
