using Petitions.Domain.Petitions;
using Petitions.Services.Petitions;

namespace Petitions.Services.JointVisits;

/// <summary>One matter on the page of the table: how it came, who held it, what was answered, everything that happened.</summary>
public sealed record JointHistoryCase
{
    public required string Number { get; init; }

    public required string Title { get; init; }

    /// <summary>Null when it is report material closed to the reader.</summary>
    public string? Text { get; init; }

    public string? Request { get; init; }

    public required DateTime ReceivedAt { get; init; }

    public required string Channel { get; init; }

    public required PetitionState State { get; init; }

    /// <summary>Who held it, from when to when, with the kind of responsibility.</summary>
    public required IReadOnlyList<(string Name, string Kind, DateTime From, DateTime? To)> Holders { get; init; }

    public required IReadOnlyList<(string Kind, DateTime SentAt, string? Facts, string? Law, string? Reason)> Replies { get; init; }

    public required IReadOnlyList<TimelineEvent> Timeline { get; init; }
}
