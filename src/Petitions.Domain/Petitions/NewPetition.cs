using Petitions.Domain.Files;
using Petitions.Domain.People;

namespace Petitions.Domain.Petitions;

/// <summary>Everything the register needs of a new matter (domain.md 2.2).</summary>
public sealed record NewPetition
{
    public required PetitionNumber Number { get; init; }

    public required Guid OfficeId { get; init; }

    public Guid? ServicePointId { get; init; }

    /// <summary>List IntakeChannel.</summary>
    public required string Channel { get; init; }

    public required string Language { get; init; }

    /// <summary>Legal day of receipt; null means today in Asia/Shanghai.</summary>
    public DateOnly? ReceivedOn { get; init; }

    public DateOnly? PostmarkOn { get; init; }

    public required string Category { get; init; }

    public string? SubCategory { get; init; }

    public string Urgency { get; init; } = "Normal";

    public string Confidentiality { get; init; } = "Normal";

    public bool IsProcuratorateRelated { get; init; }

    public required string IdentityMode { get; init; }

    public IReadOnlyList<string> SpecialNeeds { get; init; } = [];

    public string? AreaCode { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public required string Request { get; init; }

    public required byte[] ReceiptSalt { get; init; }

    public required byte[] QueryCodeHash { get; init; }

    public Guid? RegisteredBy { get; init; }

    public IReadOnlyList<PartyDetails> Parties { get; init; } = [];

    public IReadOnlyList<RespondentDetails> Respondents { get; init; } = [];

    /// <summary>Files filed with it, already checked and stored; their digests stand in the receipt.</summary>
    public IReadOnlyList<AttachmentDetails> Files { get; init; } = [];
}
