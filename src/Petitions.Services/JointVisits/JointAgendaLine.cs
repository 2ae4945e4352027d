namespace Petitions.Services.JointVisits;

/// <summary>A point of the agenda.</summary>
public sealed record JointAgendaLine(Guid Id, int Position, string Title, int Minutes, DateTime? StartedAt, DateTime? EndedAt)
{
    public bool Running => StartedAt is not null && EndedAt is null;

    /// <summary>Minutes it has run.</summary>
    public int RanFor(DateTime now) => StartedAt is { } from ? (int)((EndedAt ?? now) - from).TotalMinutes : 0;
}
