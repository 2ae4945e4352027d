using Petitions.Services.Petitions;

namespace Petitions.Services.Receptions;

/// <summary>A booking whose visitor has come, as the desk and the kiosk need it.</summary>
public sealed record BookedArrival
{
    public required Guid BookingId { get; init; }

    /// <summary>The time the visitor is called at.</summary>
    public required DateTime StartsAt { get; init; }

    /// <summary>List ReceptionForm: by video, or an appointment like any other.</summary>
    public string Form { get; init; } = "Appointment";

    public FiledPerson Visitor { get; init; } = new();

    public int People { get; init; } = 1;

    public string? Topic { get; init; }

    /// <summary>List SpecialNeed.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Whom a lawyer or agent speaks for.</summary>
    public string? ActsFor { get; init; }
}
