namespace Petitions.Domain.VideoVisits;

/// <summary>The two ends of a reception by video.</summary>
public enum VideoEnd
{
    /// <summary>Where who asked sits, near home (申请人一端).</summary>
    Joining,

    /// <summary>The office that hears (接访一端).</summary>
    Hearing,
}
