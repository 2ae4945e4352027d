using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions.Statistics;

/// <summary>A visit behind a figure: its ticket and its times, not its people. Who may know them opens the register.</summary>
public sealed record VisitRow
{
    public required Guid Id { get; init; }

    public required Ticket Ticket { get; init; }

    public required DateTime ArrivedAt { get; init; }

    public required Guid ServicePointId { get; init; }

    public required string Form { get; init; }

    public required int GroupSize { get; init; }

    public required ReceptionState State { get; init; }

    public required ReceptionOutcome? Outcome { get; init; }

    public required int Waited { get; init; }

    public required int Walked { get; init; }

    public required int Talked { get; init; }
}
