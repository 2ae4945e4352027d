using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>One line of the register of visitors (来访登记簿).</summary>
public sealed record DayLine
{
    public required Guid Id { get; init; }

    public required string Ticket { get; init; }

    public required DateTime ArrivedAt { get; init; }

    public DateTime? StartedAt { get; init; }

    public DateTime? EndedAt { get; init; }

    /// <summary>Where the time went, read off the steps.</summary>
    public required VisitTimes Times { get; init; }

    public required IReadOnlyList<string> Names { get; init; }

    public required int GroupSize { get; init; }

    public string? Topic { get; init; }

    public required IReadOnlyList<string> Matters { get; init; }

    public string? Receiver { get; init; }

    public string? SecondReceiver { get; init; }

    public required ReceptionState State { get; init; }

    public ReceptionOutcome? Outcome { get; init; }
}
