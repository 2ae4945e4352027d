using Petitions.Domain.Retaliation;

namespace Petitions.Services.Retaliation;

/// <summary>One report, whole.</summary>
public sealed record RetaliationSheet
{
    public required Guid Id { get; init; }

    public required Guid PetitionId { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    public required DateTime ReportedAt { get; init; }

    public required RetaliationSource Source { get; init; }

    public required string Text { get; init; }

    /// <summary>Whom it was told to; null when the petitioner wrote it himself.</summary>
    public string? TakenBy { get; init; }

    public DateTime? AnsweredAt { get; init; }

    public string? AnsweredBy { get; init; }

    public string? Answer { get; init; }

    /// <summary>Whether the person may open the matter itself.</summary>
    public required bool OpensMatter { get; init; }

    /// <summary>Whether the person may give the instruction that closes it.</summary>
    public required bool MayAnswer { get; init; }
}
