namespace Petitions.Domain.JointVisits;

/// <summary>A joint visit as it is proposed.</summary>
public sealed record NewJointVisit
{
    public required Guid OfficeId { get; init; }

    public required JointTrigger Trigger { get; init; }

    /// <summary>Registrations or years that made the system propose it.</summary>
    public int? Count { get; init; }

    /// <summary>The same reason proposes a matter once; null when a person proposes.</summary>
    public string? TriggerKey { get; init; }

    public string? Purpose { get; init; }

    public required IReadOnlyList<Guid> Petitions { get; init; }

    /// <summary>Null for the system.</summary>
    public Guid? ProposedBy { get; init; }

    public Guid? SubmissionKey { get; init; }
}
