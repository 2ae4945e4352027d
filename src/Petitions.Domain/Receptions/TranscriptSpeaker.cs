namespace Petitions.Domain.Receptions;

/// <summary>Who speaks in a row of a transcript.</summary>
public enum TranscriptSpeaker
{
    /// <summary>The receiver asks (问).</summary>
    Question,

    /// <summary>The visitor answers (答).</summary>
    Answer,

    /// <summary>Neither: what happened, or running text.</summary>
    Line,
}
