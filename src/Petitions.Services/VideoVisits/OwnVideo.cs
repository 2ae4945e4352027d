using Petitions.Domain.VideoVisits;

namespace Petitions.Services.VideoVisits;

/// <summary>Of a reception by video what the holder of the code sees: where the request is, whom one is heard by, and the answer on being recorded.</summary>
public sealed record OwnVideo
{
    public required VideoState State { get; init; }

    public required Guid HearingOfficeId { get; init; }

    /// <summary>By when it is passed on; null once it is, or another time was proposed.</summary>
    public DateOnly? ForwardDueOn { get; init; }

    public DateTime? ForwardedAt { get; init; }

    /// <summary>Whose it is instead.</summary>
    public Guid? RightOfficeId { get; init; }

    /// <summary>The room to come to, in both languages.</summary>
    public string? RoomZh { get; init; }

    public string? RoomEn { get; init; }

    /// <summary>The time is agreed, the room is not settled yet.</summary>
    public bool RoomFollows { get; init; }

    /// <summary>Address of the meeting, shortly before until the end; null at any other time.</summary>
    public string? Link { get; init; }

    /// <summary>From when on the address will stand here; null once it does, or never will.</summary>
    public DateTime? LinkFrom { get; init; }

    public RecordingConsent? Consent { get; init; }

    /// <summary>The answer may still be given or taken back.</summary>
    public bool AsksConsent { get; init; }
}
