using Petitions.Domain.Appointments;

namespace Petitions.Services.VideoVisits;

/// <summary>How a reception by video is settled: a slot of a session by video of the office that hears, or a time of its own with a room.</summary>
public sealed record FixVideo
{
    public Guid? SlotId { get; init; }

    /// <summary>Where no slot is named.</summary>
    public AgreedTime? Time { get; init; }

    /// <summary>Where no slot is named; a session brings its own.</summary>
    public Guid? HearingRoomId { get; init; }

    public Guid? JoiningRoomId { get; init; }

    /// <summary>Who sits in the session, where it names somebody.</summary>
    public Guid? HearingOfficerId { get; init; }

    public Guid? JoiningOfficerId { get; init; }

    public string? Link { get; init; }

    public string? Technician { get; init; }

    public string? BackupPhone { get; init; }
}
