using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>A visit of the day as the desk sees it.</summary>
public sealed record QueueLine
{
    public required Guid Id { get; init; }

    public required string Ticket { get; init; }

    public required ReceptionState State { get; init; }

    public string? Name { get; init; }

    public required int GroupSize { get; init; }

    public string? Topic { get; init; }

    public string? Priority { get; init; }

    public bool CallByName { get; init; }

    public required DateTime ArrivedAt { get; init; }

    public DateTime? BookedAt { get; init; }

    /// <summary>Why he stands where he stands.</summary>
    public NextReason Why { get; init; }

    /// <summary>Minutes from arrival to the start or to now.</summary>
    public required int Waited { get; init; }

    public int? Counter { get; init; }

    public int? TargetCounter { get; init; }

    public string? SentNote { get; init; }

    public int Calls { get; init; }

    public bool Mine { get; init; }

    /// <summary>The person is the second receiver (RP14-14).</summary>
    public bool Second { get; init; }
}
