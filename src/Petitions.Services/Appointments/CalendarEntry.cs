namespace Petitions.Services.Appointments;

/// <summary>What stands in a calendar file.</summary>
public sealed record CalendarEntry
{
    public required Guid Id { get; init; }

    /// <summary>A changed appointment replaces the earlier entry.</summary>
    public required int Version { get; init; }

    public required DateTime MadeAt { get; init; }

    public required DateTime StartsAt { get; init; }

    public required DateTime EndsAt { get; init; }

    public required string Summary { get; init; }

    public required string Location { get; init; }

    public required string Description { get; init; }
}
