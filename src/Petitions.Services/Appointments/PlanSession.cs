namespace Petitions.Services.Appointments;

/// <summary>A single session as the planner asks for it.</summary>
public sealed record PlanSession
{
    public required Guid SubmissionKey { get; init; }

    public required Guid ServicePointId { get; init; }

    /// <summary>List ReceptionForm.</summary>
    public required string Form { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Wall clock in Asia/Shanghai.</summary>
    public required TimeOnly From { get; init; }

    public required TimeOnly To { get; init; }

    public required int SlotMinutes { get; init; }

    public required int PublicPlaces { get; init; }

    public int InternalPlaces { get; init; }

    public Guid? LeaderId { get; init; }

    public Guid? RoomId { get; init; }

    public bool Publish { get; init; }
}
