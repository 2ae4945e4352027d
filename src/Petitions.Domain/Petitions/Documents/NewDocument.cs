namespace Petitions.Domain.Petitions.Documents;

/// <summary>A document ready to be issued, its fields already encrypted. A form without a number has neither word nor serial.</summary>
public sealed record NewDocument
{
    public required Guid PetitionId { get; init; }

    public required Guid OfficeId { get; init; }

    public required string Type { get; init; }

    public string? Word { get; init; }

    public int? Year { get; init; }

    public int? Serial { get; init; }

    public string? NumberText { get; init; }

    public required string Title { get; init; }

    public bool ToPetitioner { get; init; }

    /// <summary>The template version it is made with; null when there is none.</summary>
    public Guid? TemplateId { get; init; }

    public required string EncryptedFields { get; init; }

    public Guid? IssuedBy { get; init; }
}
