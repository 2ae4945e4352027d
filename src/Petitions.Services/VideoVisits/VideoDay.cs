using Petitions.Domain.VideoVisits;

namespace Petitions.Services.VideoVisits;

/// <summary>What is settled of a reception by video, and how its day went.</summary>
public sealed record VideoDay
{
    public DateTime? StartsAt { get; init; }

    public DateTime? EndsAt { get; init; }

    public Guid? JoiningRoomId { get; init; }

    public Guid? HearingRoomId { get; init; }

    public Guid? JoiningOfficerId { get; init; }

    public Guid? HearingOfficerId { get; init; }

    public string? Link { get; init; }

    public string? Technician { get; init; }

    public string? BackupPhone { get; init; }

    public DateTime? JoiningReadyAt { get; init; }

    public DateTime? HearingReadyAt { get; init; }

    public DateTime? BegunAt { get; init; }

    public DateTime? EndedAt { get; init; }

    public static VideoDay Of(VideoVisit visit) => new()
    {
        StartsAt = visit.StartsAt,
        EndsAt = visit.EndsAt,
        JoiningRoomId = visit.JoiningRoomId,
        HearingRoomId = visit.HearingRoomId,
        JoiningOfficerId = visit.JoiningOfficerId,
        HearingOfficerId = visit.HearingOfficerId,
        Link = visit.Link,
        Technician = visit.Technician,
        BackupPhone = visit.BackupPhone,
        JoiningReadyAt = visit.JoiningReadyAt,
        HearingReadyAt = visit.HearingReadyAt,
        BegunAt = visit.BegunAt,
        EndedAt = visit.EndedAt,
    };
}
