namespace Petitions.Services.Supervision;

/// <summary>What an alert of the board is about; each is closed only as its own rule says.</summary>
public enum AlertKind
{
    /// <summary>An emergency nobody has yet said was dealt with; closed by naming who was called and when.</summary>
    UrgentRisk,

    /// <summary>Retaliation against a petitioner; closed by a leader's instruction (domain.md 3.8).</summary>
    Retaliation,

    /// <summary>Overdue past the second chaser; closes by itself when the limit is met.</summary>
    SecondLevel,

    /// <summary>A notice that reached nobody: sent again, or told otherwise.</summary>
    ParkedNotice,

    /// <summary>A call-back owed after a low rating; closed by making it.</summary>
    LowRating,

    /// <summary>Somebody read many matters of others; closed by whoever was told, never by the reader.</summary>
    ReadAlert,
}
