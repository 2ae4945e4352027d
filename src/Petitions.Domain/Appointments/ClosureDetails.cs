namespace Petitions.Domain.Appointments;

/// <summary>An odd day as it is asked for.</summary>
public sealed record ClosureDetails
{
    public required Guid OfficeId { get; init; }

    /// <summary>Null for the whole office.</summary>
    public Guid? ServicePointId { get; init; }

    public required ClosureKind Kind { get; init; }

    public required DateOnly FirstDay { get; init; }

    public required DateOnly LastDay { get; init; }

    /// <summary>Wall clock in Asia/Shanghai; null for the whole day.</summary>
    public TimeOnly? From { get; init; }

    public TimeOnly? To { get; init; }

    public required string Reason { get; init; }

    public Guid? SubmissionKey { get; init; }
}
