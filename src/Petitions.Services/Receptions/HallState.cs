namespace Petitions.Services.Receptions;

/// <summary>One hall on the duty board (journey J5 step 6).</summary>
public sealed record HallState
{
    public required Guid ServicePointId { get; init; }

    public required string Code { get; init; }

    public required int Waiting { get; init; }

    /// <summary>Minutes the longest waiting one has waited.</summary>
    public required int Longest { get; init; }

    public required int Serving { get; init; }

    /// <summary>Called or not there, set aside.</summary>
    public required int Between { get; init; }

    public required int Ended { get; init; }

    /// <summary>Minutes from which a wait is amber and red (settings WAIT_AMBER, WAIT_RED).</summary>
    public required int Amber { get; init; }

    public required int Red { get; init; }

    public required IReadOnlyList<CounterState> Counters { get; init; }

    public required IReadOnlyList<WaitingLine> Lines { get; init; }

    public required DateTime At { get; init; }

    public string? Kind => Longest >= Red ? "red" : Longest >= Amber ? "amber" : "green";
}
