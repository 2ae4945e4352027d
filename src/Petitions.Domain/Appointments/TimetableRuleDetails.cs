namespace Petitions.Domain.Appointments;

/// <summary>A regular reception day as it is asked for.</summary>
public sealed record TimetableRuleDetails
{
    /// <summary>List ReceptionForm.</summary>
    public required string Form { get; init; }

    /// <summary>1 = Monday to 7 = Sunday.</summary>
    public required IReadOnlyList<int> Weekdays { get; init; }

    /// <summary>Wall clock in Asia/Shanghai.</summary>
    public required TimeOnly From { get; init; }

    public required TimeOnly To { get; init; }

    public required int SlotMinutes { get; init; }

    public required int PublicPlaces { get; init; }

    public int InternalPlaces { get; init; }

    /// <summary>Leaders in the order in which they take turns; empty for the hall.</summary>
    public IReadOnlyList<Guid> Leaders { get; init; } = [];

    public Guid? RoomId { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day, inclusive; null while open.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Sessions made of it are public at once; otherwise somebody publishes them.</summary>
    public bool PublishAtOnce { get; init; }
}
