using Petitions.Domain.JointVisits;

namespace Petitions.Services.JointVisits;

/// <summary>One joint visit, whole, for the pages of its preparation and of its table.</summary>
public sealed record JointSheet
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required int Version { get; init; }

    public required JointVisitState State { get; init; }

    public required JointTrigger Trigger { get; init; }

    public int? Count { get; init; }

    public string? ProposedBy { get; init; }

    public required DateTime ProposedAt { get; init; }

    public string? Purpose { get; init; }

    public string? Brief { get; init; }

    public string? VideoLink { get; init; }

    public JointNeed AgentNeed { get; init; }

    public JointNeed InterpreterNeed { get; init; }

    public DateOnly? Day { get; init; }

    public DateTime? StartsAt { get; init; }

    public DateTime? EndsAt { get; init; }

    /// <summary>When the petitioner was told of the plan as it stands; null while he is not.</summary>
    public DateTime? ToldAt { get; init; }

    public string? EndReason { get; init; }

    public DateTime? StartedAt { get; init; }

    public DateTime? HeldAt { get; init; }

    public DateTime? MinutesConfirmedAt { get; init; }

    public int Round { get; init; }

    /// <summary>Somebody signed: the text is closed.</summary>
    public bool Closed { get; init; }

    /// <summary>Of the minutes as they stand; what a signature stands for.</summary>
    public required string Digest { get; init; }

    /// <summary>Minutes and measures may be written.</summary>
    public bool MayWrite { get; init; }

    /// <summary>The person prepares, confirms and sends links.</summary>
    public bool MayCall { get; init; }

    public required IReadOnlyList<JointGap> Missing { get; init; }

    public required IReadOnlyList<JointCaseLine> Cases { get; init; }

    public required IReadOnlyList<JointSeatLine> Seats { get; init; }

    public required IReadOnlyList<JointPlaceLine> Places { get; init; }

    public required IReadOnlyList<JointAgendaLine> Agenda { get; init; }

    public required IReadOnlyList<JointParagraphLine> Paragraphs { get; init; }

    public required IReadOnlyList<JointMeasureLine> Measures { get; init; }

    public required IReadOnlyList<JointSignatureLine> Signatures { get; init; }

    public required IReadOnlyList<AttendanceLine> Attendance { get; init; }

    public required IReadOnlyList<JointPaperLine> Papers { get; init; }

    public required IReadOnlyList<JointAttemptLine> Attempts { get; init; }

    /// <summary>Seats whose view is still to be written.</summary>
    public required IReadOnlyList<Guid> WithoutView { get; init; }

    public int LateMeasures => Measures.Count(measure => measure.Late);

    public int OnTime => Measures.Count(measure => measure is { Late: false, State: MeasureState.Done or MeasureState.Failed });

    public string SeatName(Guid? id) => Seats.FirstOrDefault(seat => seat.Id == id)?.Name ?? "";
}
