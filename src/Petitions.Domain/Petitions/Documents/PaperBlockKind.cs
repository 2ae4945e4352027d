namespace Petitions.Domain.Petitions.Documents;

/// <summary>Parts a document is made of, after GB/T 9704.</summary>
public enum PaperBlockKind
{
    Paragraph,
    Title,
    Heading,
    Addressee,
    Right,
    Table,

    /// <summary>Office in red, number, red rule.</summary>
    Head,

    /// <summary>Signer and date, with the place of the seal.</summary>
    Signature,
    PageBreak,

    /// <summary>A signature drawn on the screen.</summary>
    Drawing,
}
