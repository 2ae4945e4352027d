namespace Petitions.Domain.VideoVisits;

/// <summary>What who is heard said about being recorded.</summary>
public enum RecordingConsent
{
    Agreed,
    Refused,
    Withdrawn,
}
