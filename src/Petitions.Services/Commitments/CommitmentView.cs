using Petitions.Domain.Commitments;

namespace Petitions.Services.Commitments;

/// <summary>One commitment with both columns, the same for the petitioner and for the office.</summary>
public sealed record CommitmentView
{
    public required Guid Id { get; init; }

    public required CommitmentState State { get; init; }

    public required DateOnly EndOn { get; init; }

    public required DateTime OfferedAt { get; init; }

    public DateTime? AnsweredAt { get; init; }

    public CommitmentWay? Way { get; init; }

    public Guid? DocumentId { get; init; }

    public CommitmentEnd? EndCause { get; init; }

    public DateTime? EndedAt { get; init; }

    /// <summary>Whether it waits for an answer that can still be given.</summary>
    public required bool MayAnswer { get; init; }

    public required IReadOnlyList<PromiseLine> Office { get; init; }

    public required IReadOnlyList<PromiseLine> Petitioner { get; init; }
}
