namespace Petitions.Domain.VideoVisits;

/// <summary>All that must be certain before a reception by video is settled (journey J11 step 2); none of it may be missing.</summary>
public sealed record VideoPlan
{
    public required DateTime StartsAt { get; init; }

    public required DateTime EndsAt { get; init; }

    public required Guid JoiningRoomId { get; init; }

    public required Guid HearingRoomId { get; init; }

    /// <summary>Sits beside who asked.</summary>
    public required Guid JoiningOfficerId { get; init; }

    /// <summary>Hears.</summary>
    public required Guid HearingOfficerId { get; init; }

    /// <summary>Address of the meeting, https only (<see cref="VideoLink"/>).</summary>
    public string? Link { get; init; }

    /// <summary>Who helps when the connection does not come about.</summary>
    public string? Technician { get; init; }

    /// <summary>Called when the connection drops.</summary>
    public string? BackupPhone { get; init; }
}
