using Petitions.Domain.VideoVisits;

namespace Petitions.Services.VideoVisits;

/// <summary>Of a reception by video what the holder of the code sees: where the request is, whom one is heard by, and the answer on being recorded.</summary>
public sealed record OwnVideo
{
    public required VideoState State { get; init; }

    public required Guid HearingOfficeId { get; init; }

    /// <summary>By when it is passed on; null once it is.</summary>
    public DateOnly? ForwardDueOn { get; init; }

    public DateTime? ForwardedAt { get; init; }

    /// <summary>Whose it is instead.</summary>
    public Guid? RightOfficeId { get; init; }

    /// <summary>The room to come to, in both languages.</summary>
    public string? RoomZh { get; init; }

    public string? RoomEn { get; init; }

    public RecordingConsent? Consent { get; init; }

    /// <summary>The answer may still be given or taken back.</summary>
    public bool AsksConsent { get; init; }
}
