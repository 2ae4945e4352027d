using System.Security.Cryptography;
using Petitions.Data.Keys;
using Petitions.Domain;
using Petitions.Domain.Files;
using Petitions.Domain.Letters;
using Petitions.Domain.Offices;
using Petitions.Services.Files;
using Petitions.Services.Files.Attachments;
using Petitions.Services.Files.Checks;
using Petitions.Services.Files.Pages;
using Petitions.Services.Petitions;

namespace Petitions.Services.Letters;

/// <summary>The scans of a letter for whoever opened its bag.</summary>
public sealed class LetterFileQueries(LetterAccess access, SealedFiles files, FileKinds kinds, PdfPages pages, ReadLog reads, ColumnProtector protector)
{
    /// <summary>The copy of a scan without particulars; once it belongs to a matter the reading is recorded first (security.md B4, C4).</summary>
    /// <exception cref="NotFoundException">Missing, or opened by others, or its matter is behind the person's wall; or no such file of this letter.</exception>
    /// <exception cref="RuleBrokenException">file.not-scanned or file.infected.</exception>
    /// <exception cref="FileStoreAwayException">When the store is away.</exception>
    public async Task<OpenedFile> FileAsync(Guid letterId, Guid fileId, string? address, Actor actor, CancellationToken ct)
    {
        var (letter, _) = await access.ReadAsync(letterId, actor, ct);
        var file = letter.Files.SingleOrDefault(each => each.Id == fileId) ?? throw new NotFoundException();
        Rule.Require(file.Scan != ScanState.Infected, "file.infected");
        Rule.Require(file.IsOpenable, "file.not-scanned");
        if (letter.PetitionId is { } matter)
        {
            await reads.RecordAsync(matter, actor, AttachmentQueries.ReadCopy, file.Id.ToString("N"), ct, address);
        }

        try
        {
            return new OpenedFile(await files.OpenAsync(file.CopyId, ct), protector.Unprotect(file.SealedName), kinds.TypeOf(file.Type));
        }
        catch (IOException away)
        {
            throw new FileStoreAwayException(away);
        }
    }

    /// <summary>How many pages of each PDF scan can be shown beside the form. No content leaves: each picture is asked for, and recorded, by itself.</summary>
    internal async Task<IReadOnlyDictionary<Guid, int>> PagesAsync(OpenedLetter letter, CancellationToken ct)
    {
        var counts = new Dictionary<Guid, int>();
        foreach (var scan in letter.Files.Where(file => pages.IsAvailable && file.IsOpenable && file.Type == FileKind.Pdf))
        {
            try
            {
                await using var content = await files.OpenAsync(scan.CopyId, ct);
                counts[scan.Id] = await pages.CountAsync(content, ct);
            }
            catch (Exception unread) when (unread is IOException or CryptographicException)
            {
                // The store is away, or the file was changed: the form stays, the link says so when it is followed.
            }
        }

        return counts;
    }
}
