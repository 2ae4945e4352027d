namespace Petitions.Services.Receptions;

/// <summary>The queue of a point now: who is with me, who is next and why, and everybody else.</summary>
public sealed record DeskQueue
{
    public QueueLine? Mine { get; init; }

    /// <summary>Visits of the day the person takes part in as second receiver.</summary>
    public IReadOnlyList<QueueLine> Second { get; init; } = [];

    public QueueLine? Next { get; init; }

    public NextReason Why { get; init; }

    public required IReadOnlyList<QueueLine> Waiting { get; init; }

    public required IReadOnlyList<QueueLine> Elsewhere { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Minutes from which a wait is shown amber and red (settings WAIT_AMBER, WAIT_RED).</summary>
    public required int Amber { get; init; }

    public required int Red { get; init; }

    public required int MostCalls { get; init; }
}
