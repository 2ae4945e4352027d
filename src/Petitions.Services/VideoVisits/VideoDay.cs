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

    /// <summary>Address of the meeting, where it is shown to who looks.</summary>
    public string? Link { get; init; }

    /// <summary>From when on the end near home sees it.</summary>
    public DateTime? LinkFrom { get; init; }

    public string? Technician { get; init; }

    public string? BackupPhone { get; init; }

    public DateTime? JoiningReadyAt { get; init; }

    public DateTime? HearingReadyAt { get; init; }

    public DateTime? BegunAt { get; init; }

    public DateTime? EndedAt { get; init; }

    /// <param name="visit">What is settled.</param>
    /// <param name="link">Whether who looks is shown the address of the meeting.</param>
    public static VideoDay Of(VideoVisit visit, bool link) => new()
    {
        StartsAt = visit.StartsAt,
        EndsAt = visit.EndsAt,
        JoiningRoomId = visit.JoiningRoomId,
        HearingRoomId = visit.HearingRoomId,
        JoiningOfficerId = visit.JoiningOfficerId,
        HearingOfficerId = visit.HearingOfficerId,
        Link = link ? visit.Link : null,
        LinkFrom = visit.LinkFrom,
        Technician = visit.Technician,
        BackupPhone = visit.BackupPhone,
        JoiningReadyAt = visit.JoiningReadyAt,
        HearingReadyAt = visit.HearingReadyAt,
        BegunAt = visit.BegunAt,
        EndedAt = visit.EndedAt,
    };
}
