using Petitions.Domain.Appointments;

namespace Petitions.Services.Appointments;

/// <summary>Which slots are looked for.</summary>
public sealed record SlotSearch
{
    public required Guid OfficeId { get; init; }

    public required AppointmentForm Form { get; init; }

    public Guid? ServicePointId { get; init; }

    public DateOnly? Day { get; init; }

    /// <summary>The matter the visit is about: leaders complained of in it are not offered.</summary>
    public Guid? PetitionId { get; init; }

    /// <summary>The appointment looked for: its own place does not count as taken.</summary>
    public Guid? Own { get; init; }

    /// <summary>The desk sees the places it keeps as well.</summary>
    public bool Desk { get; init; }
}
