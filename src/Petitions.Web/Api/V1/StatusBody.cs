namespace Petitions.Web.Api.V1;

/// <summary>What the petitioner may see of his matter: no text of his and no person but the office's own.</summary>
public sealed record StatusBody
{
    public required string Number { get; init; }

    /// <summary>Code of the state as told to petitioners; internal approval does not show.</summary>
    public required string State { get; init; }

    /// <summary>The state in words, in the language asked for.</summary>
    public required string StateText { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required IReadOnlyList<EventBody> Timeline { get; init; }

    /// <summary>What the office does next, in words, with its last day in <see cref="DueDates"/>.</summary>
    public required string NextStep { get; init; }

    public required IReadOnlyList<DueDateBody> DueDates { get; init; }

    public required IReadOnlyList<ReplyBody> Replies { get; init; }
}
