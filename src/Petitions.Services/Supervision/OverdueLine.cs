using Petitions.Domain.Petitions;

namespace Petitions.Services.Supervision;

/// <summary>An overdue matter as its supervisor reads it: how late, who holds it, what happened last, what comes next (J6 step 3).</summary>
public sealed record OverdueLine
{
    public required string Number { get; init; }

    public required string Title { get; init; }

    public required PetitionState State { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>Calendar days after the due date.</summary>
    public required int DaysLate { get; init; }

    public Guid? DepartmentId { get; init; }

    public string? Holder { get; init; }

    /// <summary>The limit that is past, in both languages.</summary>
    public string? RuleZh { get; init; }

    public string? RuleEn { get; init; }

    /// <summary>Kind of the last fact a person caused, and its day.</summary>
    public string? LastKind { get; init; }

    public DateTime? LastAt { get; init; }

    public required int Reminders { get; init; }

    /// <summary>When the last reminder went out.</summary>
    public DateTime? LastReminderAt { get; init; }

    /// <summary>The newest urging note (催办函) of the matter, with its number, and whether this person may open it.</summary>
    public Guid? NoteId { get; init; }

    public string? NoteNumber { get; init; }

    /// <summary>Whether the person may read the papers of the matter: those of report material bear a name.</summary>
    public required bool OpensPapers { get; init; }
}
