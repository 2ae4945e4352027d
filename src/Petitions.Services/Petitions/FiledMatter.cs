namespace Petitions.Services.Petitions;

/// <summary>What the petitioner filed himself, shown only after the code was entered once more.</summary>
public sealed record FiledMatter
{
    public required string Number { get; init; }

    public required string Category { get; init; }

    public string? SubCategory { get; init; }

    public required string IdentityMode { get; init; }

    public required string Title { get; init; }

    public required string Request { get; init; }

    public required string Text { get; init; }

    public required IReadOnlyList<FiledPerson> People { get; init; }

    public required IReadOnlyList<string> Respondents { get; init; }

    public required IReadOnlyList<(DateTime At, string Text)> Additions { get; init; }

    public required Guid PetitionId { get; init; }

    public required IReadOnlyList<Files.Attachments.AttachmentLine> Files { get; init; }
}
