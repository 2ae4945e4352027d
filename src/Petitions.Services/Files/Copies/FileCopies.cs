using Petitions.Domain.Files;
using Petitions.Services.Files.Checks;

namespace Petitions.Services.Files.Copies;

/// <summary>Makes the copy that everybody but the handler sees.</summary>
public static class FileCopies
{
    public static Task<FileCopy> MakeAsync(FileKind kind, byte[] content, CancellationToken ct) => kind.Code switch
    {
        FileKind.Jpg or FileKind.Png => ImageCopies.MakeAsync(kind.Code, content, shrink: false, ct),
        FileKind.Docx => DocxCopies.MakeAsync(content, ct),
        FileKind.Pdf => Task.FromResult(PdfCopies.Make(content)),
        _ => Task.FromResult(new FileCopy(content, CopyState.AsIs)),
    };
}
