using Petitions.Domain.Appointments;
using Petitions.Domain.Receptions;

namespace Petitions.Services.Setup;

/// <summary>One invented visit of the past weeks, as <see cref="DemoPastTeller"/> tells it.</summary>
/// <param name="Comes">Minutes after midnight.</param>
/// <param name="Person">Of <see cref="DemoPastPeople"/>.</param>
internal sealed record DemoPastVisit(int Comes, int Person)
{
    public string Form { get; init; } = "WalkIn";

    /// <summary>List QueuePrefix.</summary>
    public string Prefix { get; init; } = "A";

    public int People { get; init; } = 1;

    /// <summary>Minutes to the first call, or until he left.</summary>
    public int Waits { get; init; } = 8;

    public int Talks { get; init; } = 20;

    /// <summary>Was not there at the calls and came back.</summary>
    public bool Missed { get; init; }

    public ReceptionOutcome Outcome { get; init; } = ReceptionOutcome.Explained;

    /// <summary>The booking he came by.</summary>
    public Appointment? Booking { get; init; }

    /// <summary>Who hears instead of the clerk.</summary>
    public Guid? ReceiverId { get; init; }

    /// <summary>A matter of the demo that was filed at this visit.</summary>
    public Guid? Filed { get; init; }

    /// <summary>Its petitioner.</summary>
    public string? Name { get; init; }

    public string? Topic { get; init; }
}
