using Petitions.Domain.VideoVisits;

namespace Petitions.Services.VideoVisits;

/// <summary>The recording of a reception by video, as its ends see it.</summary>
public sealed record RecordingLine(RecordingConsent? Consent, DateTime? ConsentAt, DateTime? StartedAt, DateTime? StoppedAt, string? Store, int? Seconds, string? Digest)
{
    public bool IsRunning => StartedAt is not null && StoppedAt is null;

    public static RecordingLine Of(VideoRecording recording) =>
        new(recording.Consent, recording.ConsentAt, recording.StartedAt, recording.StoppedAt, recording.Store, recording.Seconds, recording.Digest);
}
