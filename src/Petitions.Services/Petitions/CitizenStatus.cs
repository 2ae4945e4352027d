using Petitions.Domain.Petitions;

namespace Petitions.Services.Petitions;

/// <summary>What entering number and code shows: where the matter stands, who is answerable, what comes next. No identity, no text.</summary>
public sealed record CitizenStatus
{
    public required string Number { get; init; }

    public required PetitionState State { get; init; }

    public required string Category { get; init; }

    public required DateTime ReceivedAt { get; init; }

    public required Guid OfficeId { get; init; }

    public Guid? DepartmentId { get; init; }

    public string? FirstHandlerName { get; init; }

    public string? FirstHandlerPhone { get; init; }

    public Guid? FirstHandlerDepartmentId { get; init; }

    public string? CurrentHandlerName { get; init; }

    public required string Remedy { get; init; }

    public required bool MayAdd { get; init; }

    public required bool MayWithdraw { get; init; }

    public required bool MayResume { get; init; }

    public required bool Anonymous { get; init; }

    /// <summary>Number of the matter it is handled with; set only where both are of one person.</summary>
    public string? JoinedTo { get; init; }

    /// <summary>Number of the matter that looks at this one again after a call-back; the same query code opens it.</summary>
    public string? ReviewedIn { get; init; }

    /// <summary>A two-way commitment was offered and not answered yet.</summary>
    public bool CommitmentWaits { get; init; }

    public required IReadOnlyList<CitizenDue> Dues { get; init; }

    public required IReadOnlyList<TimelineEvent> Timeline { get; init; }
}
