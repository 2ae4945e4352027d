namespace Petitions.Domain.Notices;

/// <summary>A message to queue, its private parts already encrypted.</summary>
public sealed record NewNotice
{
    public required string Key { get; init; }

    public Guid? PetitionId { get; init; }

    /// <summary>The office of the matter: it sends what goes out on paper.</summary>
    public Guid? OfficeId { get; init; }

    public Guid? StaffId { get; init; }

    /// <summary>The issued document it tells of; what goes into the envelope.</summary>
    public Guid? DocumentId { get; init; }

    public required string Channel { get; init; }

    public required string Template { get; init; }

    public required string Language { get; init; }

    public required string Subject { get; init; }

    public required string EncryptedBody { get; init; }

    public string? EncryptedAddress { get; init; }
}
