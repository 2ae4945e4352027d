using Petitions.Domain;
using Petitions.Domain.Files;
using Petitions.Services.Files.Checks;
using Petitions.Services.Files.Copies;
using Petitions.Services.Files.Scanning;

namespace Petitions.Services.Files.Attachments;

/// <summary>Takes one file in: checked, copied without particulars, looked at by the scanner, both sealed. Saves nothing itself.</summary>
public sealed class FileIntake(FileInspector inspector, ClamdScanner scanner, SealedFiles files)
{
    /// <summary>The stored rows join the caller's unit of work.</summary>
    /// <exception cref="RuleBrokenException">file.… when the file is not taken.</exception>
    /// <exception cref="FileStoreAwayException">When the store is full or away.</exception>
    public async Task<AttachmentDetails> TakeAsync(IncomingFile sent, FileWish wish, CancellationToken ct)
    {
        var name = FileName.Clean(sent.Name);
        var kind = inspector.Require(name, sent.DeclaredType, sent.Content);
        var evidence = wish.Shrink && kind.IsImage ? (await ImageCopies.MakeAsync(kind.Code, sent.Content, shrink: true, ct)).Content : sent.Content;
        var copy = await FileCopies.MakeAsync(kind, evidence, ct);
        await using var whole = new MemoryStream(evidence, writable: false);
        var scan = await scanner.ScanAsync(whole, ct);
        Rule.Require(scan != ScanState.Infected, "file.infected");
        var original = wish.KeepOriginal ? await SaveAsync(evidence, ct) : null;
        // The copy of a text is the same bytes; they are kept once.
        var served = original is not null && copy.State == CopyState.AsIs ? original : await SaveAsync(copy.Content, ct);
        return new AttachmentDetails
        {
            Name = name,
            Type = kind.Code,
            Length = (original ?? served).Length,
            Sha256 = (original ?? served).Sha256,
            CopySha256 = served.Sha256,
            OriginalId = original?.Id,
            CopyId = served.Id,
            Copy = copy.State,
            Scan = scan,
        };
    }

    private async Task<StoredFile> SaveAsync(byte[] content, CancellationToken ct)
    {
        try
        {
            return await files.SaveAsync(content, ct);
        }
        catch (IOException away)
        {
            throw new FileStoreAwayException(away);
        }
    }
}
