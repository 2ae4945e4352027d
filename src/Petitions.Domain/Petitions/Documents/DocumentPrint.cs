namespace Petitions.Domain.Petitions.Documents;

/// <summary>The PDF of an issued document: made once, kept sealed, never remade. Append-only.</summary>
public sealed class DocumentPrint
{
    public const int Sha256Length = 64;

    private DocumentPrint()
    {
    }

    public Guid DocumentId { get; private set; }

    public Guid FileId { get; private set; }

    /// <summary>SHA-256 of the PDF, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    public DateTime MadeAt { get; private set; }

    public static DocumentPrint Of(Guid documentId, Guid fileId, string sha256, DateTime now) =>
        new() { DocumentId = documentId, FileId = fileId, Sha256 = sha256, MadeAt = now };
}
