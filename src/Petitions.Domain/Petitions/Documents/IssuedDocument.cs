namespace Petitions.Domain.Petitions.Documents;

/// <summary>
/// A document (文书) as it was issued: number without gaps in office, word and year, and a snapshot of every field that
/// stood in it. Never changed; a wrong one is replaced by a further one.
/// </summary>
public sealed class IssuedDocument
{
    public const int WordMax = 20;
    public const int NumberMax = 60;
    public const int TitleMax = 120;
    public const int FieldsMax = 120_000;

    private IssuedDocument()
    {
    }

    public Guid Id { get; private set; }

    public Guid PetitionId { get; private set; }

    public Guid OfficeId { get; private set; }

    /// <summary>List DocumentType.</summary>
    public string Type { get; private set; } = "";

    public string? Word { get; private set; }

    public int? Year { get; private set; }

    public int? Serial { get; private set; }

    /// <summary>As printed: 清检控申受〔2026〕12号.</summary>
    public string? NumberText { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Whether the petitioner may read it.</summary>
    public bool ToPetitioner { get; private set; }

    /// <summary>The template version it was made with; a later wording never touches it.</summary>
    public Guid? TemplateId { get; private set; }

    /// <summary>Encrypted JSON of the rendered fields: they contain names.</summary>
    public string Fields { get; private set; } = "";

    public Guid? IssuedBy { get; private set; }

    public DateTime IssuedAt { get; private set; }

    public static (IssuedDocument Document, DocumentIssued Fact) Issue(NewDocument draft, DateTime now)
    {
        var document = new IssuedDocument
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            PetitionId = draft.PetitionId,
            OfficeId = draft.OfficeId,
            Type = draft.Type,
            Word = draft.Word,
            Year = draft.Year,
            Serial = draft.Serial,
            NumberText = draft.NumberText,
            Title = Rule.RequireText(draft.Title, TitleMax, "document.title"),
            ToPetitioner = draft.ToPetitioner,
            TemplateId = draft.TemplateId,
            Fields = draft.EncryptedFields,
            IssuedBy = draft.IssuedBy,
            IssuedAt = now,
        };
        return (document, new DocumentIssued(draft.PetitionId, document.Id, draft.Type, draft.NumberText, draft.ToPetitioner));
    }
}
