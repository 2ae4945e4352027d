using Petitions.Domain.VideoVisits;

namespace Petitions.Services.VideoVisits;

/// <summary>A line of the lists of receptions by video. Who asked is masked.</summary>
public sealed record VideoLine
{
    public required Guid Id { get; init; }

    public required VideoState State { get; init; }

    public required Guid JoiningPointId { get; init; }

    public required Guid HearingOfficeId { get; init; }

    public string Booker { get; init; } = "";

    public DateTime? RequestedAt { get; init; }

    /// <summary>By when it must be passed on; null once it is, and where nothing is passed on.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Calendar days past the limit: so far, or when it was passed on.</summary>
    public int DaysLate { get; init; }

    public DateTime? StartsAt { get; init; }

    /// <summary>A time that was proposed and waits for the answer.</summary>
    public DateTime? OfferedAt { get; init; }

    /// <summary>A proposed time that was taken, and is still to be settled.</summary>
    public DateTime? AgreedAt { get; init; }
}
